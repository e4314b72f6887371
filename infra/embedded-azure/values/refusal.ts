/** What the embedded Azure refuses, with the reason the user gets to read. Any other error is a fault of its own. */
export class Refusal extends Error {}
