import type { FailureKind } from "../engine/failure";

/** What a pipeline can rely on. The numbers agree with Pulumi's own where it has one. */
export const exitCodes = {
  done: 0,
  failed: 1,
  input: 2,
  access: 3,
  engine: 4,
  locked: 5,
  missing: 6,
  changes: 7,
  cancelled: 8,
  refused: 10,
} as const;

export const exitCodeMeanings: readonly (readonly [number, string])[] = [
  [exitCodes.done, "done"],
  [exitCodes.failed, "failed: the message says what and why"],
  [exitCodes.input, "the input is wrong: a file, a name or an option"],
  [exitCodes.access, "no access: credentials or rights are missing"],
  [exitCodes.engine, "no Pulumi engine, and none could be had"],
  [exitCodes.locked, "another operation holds the stack"],
  [exitCodes.missing, "the stack, its platform or a secret it needs is not there"],
  [exitCodes.changes, "changes were found where none were allowed"],
  [exitCodes.cancelled, "cancelled; what was begun is consistent"],
  [exitCodes.refused, "a guardrail or the budget refused"],
];

export function exitCodeOf(kind: FailureKind): number {
  return exitCodes[kind];
}
