import { Command, CommanderError } from "commander";
import { addCommands } from "./commands";
import { exitCodeMeanings, exitCodes } from "./exit-codes";
import { reportError } from "./report-error";
import { Terminal } from "./terminal";

// Pulumi takes a stack trace for every promise it makes. Ten frames are enough to find a fault.
Error.stackTraceLimit = 10;

// Whoever reads may stop reading: `cabinet check | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(exitCodes.done);
});

const terminal = new Terminal();

async function main(): Promise<number> {
  const program = new Command("cabinet")
    .description("Production environments of accounting firms, hosted on Azure.")
    .addHelpText(
      "after",
      [
        "",
        "Exit codes:",
        ...exitCodeMeanings.map(([code, meaning]) => `  ${String(code).padEnd(3)} ${meaning}`),
        "",
        "Begin with: npm start",
      ].join("\n"),
    )
    .exitOverride()
    .configureOutput({ writeErr: (text) => terminal.note(text.trimEnd()) });
  let exitCode: number = exitCodes.done;
  addCommands(program, terminal, (code) => (exitCode = code));
  await program.parseAsync(process.argv);
  return exitCode;
}

/** A pipe takes what was written only later; an exit before that would cut a document in two. */
async function exit(code: number): Promise<never> {
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise<void>((resolve) => stream.write("", () => resolve()));
  }
  process.exit(code);
}

main().then(exit, (error: unknown) => {
  if (error instanceof CommanderError) {
    return exit(error.exitCode === 0 ? exitCodes.done : exitCodes.input);
  }
  return exit(reportError(error, terminal));
});
