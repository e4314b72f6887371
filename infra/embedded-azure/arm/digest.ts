import { createHash } from "node:crypto";

/** A whole number below 2^48 that is always the same for the same text and evenly spread. */
export function digest(text: string): number {
  return createHash("sha256").update(text).digest().readUIntBE(0, 6);
}
