import { createHash } from "node:crypto";

/** Namespace of every stable GUID of this product (RFC 9562, section 6.6); changing it would rename everything. */
const namespace = "9f0d6f5e-3c1b-4a56-8d0e-6b7b1c2f4a93";

/**
 * A GUID that is always the same for the same parts: UUID version 5 in a namespace of this product.
 * Parts are joined as JSON, so ("a", "bc") and ("ab", "c") differ.
 */
export function stableGuid(...parts: readonly string[]): string {
  return uuid5(namespace, JSON.stringify(parts));
}

/** UUID version 5 of a name in a namespace: https://www.rfc-editor.org/rfc/rfc9562#section-5.5 */
export function uuid5(namespaceGuid: string, name: string): string {
  const bytes = createHash("sha1")
    .update(Buffer.from(namespaceGuid.replaceAll("-", ""), "hex"))
    .update(name, "utf8")
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
