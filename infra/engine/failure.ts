/**
 * Why an operation could not be done, as far as somebody must know to act on it.
 * Anything else that is thrown is a fault of ours and keeps its stack trace.
 */
export type FailureKind =
  /** What the user wrote is wrong: a file, a name, an option. */
  | "input"
  /** No credentials, or not the rights. */
  | "access"
  /** No Pulumi engine can be had. */
  | "engine"
  /** Another operation holds the stack. */
  | "locked"
  /** A stack that must exist first does not. */
  | "missing"
  /** Changes were found where none were allowed. */
  | "changes"
  /** A guardrail refused. */
  | "refused"
  /** The user ended it. */
  | "cancelled"
  /** The engine or Azure refused or failed. */
  | "failed";

export class Failure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    /** What to do about it, as a sentence. */
    readonly remedy?: string,
  ) {
    super(message);
    this.name = "Failure";
  }
}
