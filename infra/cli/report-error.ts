import { Failure } from "../engine/failure";
import { exitCodeOf, exitCodes } from "./exit-codes";
import { GuardrailsRefused, sayVerdict } from "./guardrails-refused";
import { InputFaults } from "./input-faults";
import type { Terminal } from "./terminal";

/** Says what went wrong to the one who must act, and how the process should end. */
export function reportError(error: unknown, terminal: Terminal): number {
  if (error instanceof InputFaults) {
    for (const line of error.lines) terminal.error(line);
    return exitCodes.input;
  }
  if (error instanceof GuardrailsRefused) sayVerdict(error.verdict, terminal);
  if (error instanceof Failure) {
    terminal.error(error.message);
    if (error.remedy !== undefined) terminal.note(`  ${error.remedy}`);
    return exitCodeOf(error.kind);
  }
  // Not the user's doing: everything that helps to find it.
  terminal.error("cabinet has a fault of its own; please report what follows");
  terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exitCodes.failed;
}

/** The same for a machine: what a `--json` document says under `error`. */
export function errorDocument(error: unknown): object {
  if (error instanceof InputFaults) return { kind: "input", faults: error.faults };
  if (error instanceof GuardrailsRefused)
    return { kind: error.kind, message: error.message, remedy: error.remedy, ...error.verdict };
  if (error instanceof Failure) {
    return { kind: error.kind, message: error.message, remedy: error.remedy };
  }
  return { kind: "bug", message: error instanceof Error ? error.message : String(error) };
}
