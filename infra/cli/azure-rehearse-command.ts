import { rehearseByHand } from "../embedded-azure/by-hand/rehearse";
import { Failure } from "../engine/failure";
import { answerOf, inStore, printDocument, type LookOptions } from "./azure-command";
import type { Terminal } from "./terminal";

export interface RehearseOptions extends LookOptions {
  /** How many files come back other than they are. */
  readonly differing: string;
}

/** Plays a night of the job that rehearses restores. */
export function rehearse(target: string, options: RehearseOptions, terminal: Terminal): number {
  const differences = Number(options.differing);
  if (!Number.isInteger(differences) || differences < 0)
    throw new Failure(
      "input",
      `--differing ${options.differing} is no number of files`,
      "say --differing 3",
    );
  return inStore(options, (store) => {
    const { verdict, wasDue } = rehearseByHand(store, target, differences);
    if (options.json === true) printDocument(answerOf(verdict), terminal);
    else if (wasDue)
      terminal.done(`${verdict.id} carries the verdict; the firm's next preview or up reads it`);
    else
      terminal.warn(
        `nothing was rehearsed: ${verdict.id} carries a success that is good for weeks; ` +
          "let them go by: cabinet azure configure clock=+28d --embedded",
      );
  });
}
