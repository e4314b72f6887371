import type { Firm } from "./firm";

/** What decides whether the clipboard is shared. */
export interface ClipboardWish {
  readonly people: Pick<Firm["people"], "externals">;
  readonly sessions: Pick<Firm["sessions"], "devices">;
}

/**
 * Whether sessions share the clipboard with the device in front of the user: only where the firm
 * manages all devices, which it never does where externals use the pool.
 */
export function sharesClipboard({ people, sessions }: ClipboardWish): boolean {
  return sessions.devices === "managed" && people.externals === 0;
}
