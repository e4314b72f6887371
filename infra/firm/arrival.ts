import { createHash } from "node:crypto";

/** What came from a firm's old server: everything that its list names. */
export interface Arrival {
  /** SHA-256 of the list, 64 hexadecimal digits in lower case. */
  readonly manifest: string;
  /** Files it lists, at least one. */
  readonly files: number;
  readonly bytes: number;
}

/**
 * Ties an arrival to its firm: a hash without a secret, which keeps from mistakes (a figure changed, a
 * record copied from another firm's file) and from nobody who means to deceive.
 */
export function proofOf(firmKey: string, { manifest, files, bytes }: Arrival): string {
  const text = ["cabinet-arrival/1", firmKey, manifest, files, bytes].join("\n");
  return createHash("sha256").update(text, "utf8").digest("hex");
}
