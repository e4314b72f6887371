import { Option, type Command } from "commander";
import type { DesksOptions } from "./desks-command";
import type { KitOptions } from "./kit-command";
import type { Terminal } from "./terminal";

/** The commands `kit` and `desks`; what they do is loaded when they are called. */
export function addKit(program: Command, terminal: Terminal, end: (code: number) => void): void {
  program
    .command("kit")
    .description("write what a technician takes along to an office: scripts, packages, work order")
    .argument("<firm>", "firm, or office in full: prod.dupont.meylan")
    .requiredOption("--out <folder>", "where to; a kit of the same office there is renewed")
    .option("--site <name>", "the office; a firm's only one needs no name")
    .option("--key <file>", "sign the list of files with this private key, in PEM: kit.json.sig")
    .option("--environment <name>", "the platform's environment", "prod")
    .addOption(languageOption())
    .option("--json", "print one JSON document")
    .addHelpText("after", "\nExamples:\n  cabinet kit dupont --out kit-meylan")
    .action((name: string, options: KitOptions) => {
      const { runKit }: typeof import("./kit-command") = require("./kit-command");
      end(runKit(name, options, terminal));
    });
  program
    .command("desks")
    .description("say which desks of a list are fit for hosted work, and why others are not")
    .argument("<firm>", "firm")
    .requiredOption(
      "--csv <file>",
      "the list: poste, memoire, processeur, disque, systeme, ecrans, scanner, twain, client, thinprint",
    )
    .option("--environment <name>", "the platform's environment", "prod")
    .addOption(languageOption())
    .option("--json", "print one JSON document")
    .addHelpText("after", "\nExamples:\n  cabinet desks dupont --csv postes.csv")
    .action((name: string, options: DesksOptions) => {
      const { runDesks }: typeof import("./desks-command") = require("./desks-command");
      end(runDesks(name, options, terminal));
    });
}

function languageOption(): Option {
  return new Option("--lang <language>", "language of what people read")
    .choices(["fr", "en"])
    .default("fr");
}
