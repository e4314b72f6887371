import type { Command } from "commander";
import type { CostOptions } from "./cost-command";
import type { Terminal } from "./terminal";

/** The command `cost`; what it does is loaded when it is called. */
export function addCost(program: Command, terminal: Terminal, end: (code: number) => void): void {
  program
    .command("cost")
    .description("what a month costs, and what a change costs, before anything is deployed")
    .argument("[stacks...]", "stacks or firms")
    .option(
      "--against <what>",
      "compare with a git revision (HEAD~1), with what is deployed, or with a .json file",
    )
    .option("--set <key=value...>", "what if: change a value of the firm's file, people.staff=15")
    .option("--embedded", "deployed means the embedded Azure")
    .option("--environment <name>", "the platform's environment", "prod")
    .option(
      "--resources <file>",
      "price any program: pulumi preview --json, pulumi stack export, or [{type, name, inputs}]",
    )
    .option("--usage <file>", "how it is used, where the assumptions do not fit")
    .option("--prices <file>", "prices of your own: negotiated ones, licences, other regions")
    .option("--on-premise <file>", "what a server in the office costs")
    .option("--options", "other ways to pay: savings plan, reservation, licences, redundancy")
    .option("--max-increase <percent>", "end with exit code 10 when the month grows by more")
    .option("--lang <language>", "fr or en", "fr")
    .option("--json", "print one JSON document")
    .option("--schema", "print the JSON Schema of that document")
    .option("--md", "print a comment for a pull request")
    .option("--html <file>", "write a page to look at, with sliders; it works without a network")
    .addHelpText(
      "after",
      [
        "",
        "Examples:",
        "  cabinet cost dupont",
        "  cabinet cost dupont --set people.staff=15",
        "  cabinet cost dupont --against HEAD~1 --html dupont.html",
        "  cabinet cost dupont --against HEAD~1 --max-increase 10%",
      ].join("\n"),
    )
    .action(async (names: string[], options: CostOptions) => {
      const { runCost }: typeof import("./cost-command") = require("./cost-command");
      end(await runCost(names, options, terminal, Math.floor(Date.now() / 86_400_000)));
    });
}
