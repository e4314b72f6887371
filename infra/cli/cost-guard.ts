import type { Verdict } from "../bill/guard";
import { type Decimal, parseAmount } from "../cost/money";
import { Failure } from "../engine/failure";
import { exitCodes } from "./exit-codes";
import type { Terminal } from "./terminal";

/** What the guard says, on stderr. */
export function sayVerdicts(verdicts: readonly Verdict[], terminal: Terminal): void {
  for (const verdict of verdicts) {
    if (verdict.kind === "warning") terminal.warn(verdict.because);
    if (verdict.kind === "refused") terminal.error(verdict.because);
  }
}

export function exitCodeOfAll(verdicts: readonly Verdict[]): number {
  return verdicts.some(({ kind }) => kind === "refused") ? exitCodes.refused : exitCodes.done;
}

/** Reads `--max-increase`, `10%`. @throws Failure `input` */
export function percentOf(written: string | undefined): Decimal | undefined {
  if (written === undefined) return undefined;
  const percent = parseAmount(/^(\S+?) ?%?$/.exec(written)?.[1]);
  if (percent !== undefined) return percent;
  throw new Failure("input", `--max-increase ${written} is no percentage`, "write 10%");
}
