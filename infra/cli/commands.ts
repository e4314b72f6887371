import { Option, type Command } from "commander";
import { addAzure } from "./azure-options";
import type { AuditOptions } from "./audit-command";
import { addCost } from "./cost-options";
import { addKit } from "./kit-options";
import type { OperationOptions } from "./operation-command";
import { addPrices } from "./prices-options";
import type { Terminal } from "./terminal";
import type { VerifyOptions } from "./verify-command";

// Each command loads what it needs when it is called: Pulumi alone takes half a second.
const load = {
  audit: (): typeof import("./audit-command") => require("./audit-command"),
  check: (): typeof import("./check-command") => require("./check-command"),
  environment: (): typeof import("./env-command") => require("./env-command"),
  export: (): typeof import("./export-command") => require("./export-command"),
  operation: (): typeof import("./operation-command") => require("./operation-command"),
  outputs: (): typeof import("./outputs-command") => require("./outputs-command"),
  secret: (): typeof import("./secret-command") => require("./secret-command"),
  scan: (): typeof import("./scan-command") => require("./scan-command"),
  restore: (): typeof import("./restore-command") => require("./restore-command"),
  setup: (): typeof import("./setup") => require("./setup"),
  start: (): typeof import("./start-command") => require("./start-command"),
  test: (): typeof import("./test-command") => require("./test-command"),
  verify: (): typeof import("./verify-command") => require("./verify-command"),
};

/** Every command ends with an exit code. */
type SetExitCode = (code: number) => void;

export function addCommands(program: Command, terminal: Terminal, end: SetExitCode): void {
  addOperations(program, terminal, end);
  program
    .command("check")
    .description("read the files of firms, say what is wrong in them, and show what follows")
    .argument("[stacks...]", "stacks or firms; without any, every firm")
    .option("--explain", "show the arithmetic behind what is derived")
    .option("--set <key=value...>", "what if: change a value of the firm's file, people.staff=15")
    .addOption(environmentOption())
    .option("--json", "print one JSON document")
    .addHelpText("after", examples("cabinet check dupont --explain", "cabinet check"))
    .action(async (names: string[], options) =>
      end(await load.check().runCheck(names, options, terminal)),
    );
  program
    .command("audit")
    .description("hold reports of an office's machines against what a slim server may have")
    .argument("<firm>", "firm, or office in full: prod.dupont.meylan")
    .option("--site <name>", "the office; a firm's only one needs no name")
    .requiredOption("--report <files...>", "what the kit's check script wrote on the machines")
    .option("--certificate <file>", "who must have signed them, in PEM; FILE.sig is beside FILE")
    .addOption(languageOption("language of the findings", "fr"))
    .addOption(environmentOption())
    .option("--json", "print one JSON document")
    .addHelpText("after", examples("cabinet audit dupont --report MEYLAN-DC1.json"))
    .action((name: string, options: AuditOptions) =>
      end(load.audit().runAudit(name, options, terminal)),
    );
  program
    .command("verify")
    .description("compare what arrived in a firm's share with the list of its old server")
    .argument("<firm>", "the firm")
    .requiredOption("--manifest <file>", "the list made on the old server")
    .requiredOption("--arrived <file>", "the same list of the share, once everything is in it")
    .addOption(languageOption("language of the findings", "fr"))
    .addOption(environmentOption())
    .option("--json", "print one JSON document")
    .addHelpText(
      "after",
      examples("cabinet verify petit --manifest manifest.csv --arrived arrived.csv"),
    )
    .action((name: string, options: VerifyOptions) =>
      end(load.verify().runVerify(name, options, terminal)),
    );
  addKit(program, terminal, end);
  addCost(program, terminal, end);
  const exporting = program
    .command("export")
    .description("write what a stack registers in a form other tools read");
  exporting
    .command("arm")
    .description("an ARM template of the stack, for scanners; it is not meant to be deployed")
    .argument("<stack>", "stack or firm")
    .option("--set <key=value...>", "what if: change a value of the firm's file")
    .addOption(environmentOption())
    .addHelpText("after", examples("cabinet export arm dupont > dupont.json"))
    .action(async (name: string, options) =>
      end(await load.export().runExport("arm", name, options, terminal)),
    );
  exporting
    .command("resources")
    .description("the list of registered resources, as JSON")
    .argument("<stack>", "stack or firm")
    .option("--set <key=value...>", "what if: change a value of the firm's file")
    .addOption(environmentOption())
    .action(async (name: string, options) =>
      end(await load.export().runExport("resources", name, options, terminal)),
    );
  addPrices(program, terminal, end);
  program
    .command("outputs")
    .description("what a deployed stack says: steps left to people, addresses, rights, copies")
    .argument("<stack>", "stack or firm")
    .argument("[name]", "one output, whole; without it all of them, a line each")
    .option("--embedded", "on the embedded Azure")
    .addOption(environmentOption())
    .option("--json", "print one JSON document")
    .addHelpText("after", examples("cabinet outputs dupont manualSteps --embedded"))
    .action(async (name: string, output: string | undefined, options) =>
      end(await load.outputs().runOutputs(name, output, options, terminal)),
    );
  program
    .command("secret")
    .description("put a secret that a firm's file names into its key vault, from standard input")
    .argument("<firm>", "the firm")
    .argument("<name>", "the secret's name, as the firm's file says it")
    .option("--embedded", "into the embedded Azure's vault")
    .addOption(environmentOption())
    .addHelpText("after", examples("cabinet secret moreau domain-join --embedded < password.txt"))
    .action((firm: string, name: string, options) =>
      end(load.secret().runSecret(firm, name, options, terminal)),
    );
  addAzure(program, terminal, end);
  program
    .command("restore")
    .description("have firms' lost shares and file servers back, and say what is lost at most")
    .argument("<firms...>", "firms, or their stacks")
    .option("--embedded", "on the embedded Azure: simulated, contents are not modelled")
    .addOption(environmentOption())
    .option(
      "--yes",
      "really overwrite live shares and disks; without it the calls are printed only",
    )
    .option("--json", "print one JSON document")
    .addHelpText("after", examples("cabinet restore dupont moreau --embedded"))
    .action(async (names: string[], options) =>
      end(await load.restore().runRestore(names, options, terminal)),
    );
  program
    .command("env")
    .description("print what a shell needs to use plain pulumi")
    .option("--embedded", "on the embedded Azure")
    .addOption(environmentOption())
    .addHelpText(
      "after",
      examples('eval "$(npx cabinet env --embedded)"; pulumi preview -s prod.dupont'),
    )
    .action(async (options) => end(await load.environment().printEnvironment(options, terminal)));
  program
    .command("start")
    .description("set up, deploy the sample firm on the embedded Azure, preview a change to it")
    .action(async () => end(await load.start().runStart(terminal)));
  program
    .command("setup")
    .description("bring everything the other commands need")
    .action(async () => end(await load.setup().runSetup(terminal)));
  program
    .command("scan")
    .description("have the public scanner Checkov look at the ARM templates of all stacks")
    .option("--set <key=value...>", "what if: cabinet:today=2028-01-01, when exceptions have ended")
    .addOption(environmentOption())
    .option("--json", "print one JSON document")
    .action(async (options) => end(await load.scan().runScan(options, terminal)));
  program
    .command("test", { hidden: true })
    .allowUnknownOption()
    .argument("[args...]", "for jest")
    .action(async (args: string[]) => end(await load.test().runTests(args, terminal)));
  program
    .command("bench", { hidden: true })
    .argument("[parts...]", "all when none is named")
    .action(async (parts: string[]) => end(await load.test().runBenchmarks(parts, terminal)));
  program
    .command("node-path", { hidden: true })
    .action(() => end(load.environment().printNodePath(terminal)));
}

function addOperations(program: Command, terminal: Terminal, end: SetExitCode): void {
  const operations = [
    ["preview", "show what would change, and change nothing"],
    ["up", "make Azure what the files say"],
    ["refresh", "learn what is in Azure, and show where it left the files"],
    ["destroy", "remove everything the stack made"],
  ] as const;
  for (const [verb, description] of operations) {
    const command = program
      .command(verb)
      .description(description)
      .argument("<stacks...>", "stacks (prod, prod.dupont) or firms (dupont), in any order")
      .option("--embedded", "use the embedded Azure: simulated, on this machine, without a network")
      .addOption(environmentOption())
      .option("--json", "print one JSON document")
      .option("--faults <file>", "on the embedded Azure: what is to go wrong")
      .addHelpText("after", examples(`cabinet ${verb} prod dupont --embedded`));
    if (verb !== "destroy") {
      command.option("--expect-no-changes", "end with exit code 7 when there are changes");
    }
    if (verb === "preview") {
      command.option("--set <key=value...>", "what if: change a value of the firm's file");
      command.option(
        "--max-increase <percent>",
        "end with exit code 10 when the month grows by more",
      );
      // Firms read bills, engineers read previews.
      command.addOption(languageOption("language of the bill at the end", "en"));
    }
    if (verb === "up") {
      command.option(
        "--adopt",
        "take over what Azure has already under the stack's own ids, e.g. what was recovered",
      );
    }
    if (verb === "destroy") command.option("--yes", "really destroy a live stack");
    command.action(async (names: string[], options: OperationOptions) =>
      end(await load.operation().runOperations(verb, names, options, terminal)),
    );
  }
}

function environmentOption(): Option {
  return new Option("--environment <name>", "the platform's environment").default("prod");
}

function languageOption(description: string, usual: "fr" | "en"): Option {
  return new Option("--lang <language>", description).choices(["fr", "en"]).default(usual);
}

function examples(...lines: readonly string[]): string {
  return ["", "Examples:", ...lines.map((line) => `  ${line}`)].join("\n");
}
