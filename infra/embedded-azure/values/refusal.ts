/** What the embedded Azure refuses, with the reason the user gets to read. Any other error is a fault of its own. */
export class Refusal extends Error {}

/** What an error says; errors of Node itself may come from another realm, where `instanceof` is no help. */
export function messageOf(error: unknown): string {
  return typeof error === "object" && error !== null && "message" in error
    ? String(error.message)
    : String(error);
}
