import { keyOf } from "../store/resources";
import type { World } from "./world";

/** The two keys of an account: always the same within one store, and telling nothing. */
export function listKeys(
  { fingerprint }: World,
  id: string,
): readonly { readonly keyName: string; readonly value: string; readonly permissions: string }[] {
  return ["key1", "key2"].map((keyName) => ({
    keyName,
    value: Buffer.from(fingerprint(`${keyOf(id)} ${keyName}`).repeat(2), "hex").toString("base64"),
    permissions: "FULL",
  }));
}
