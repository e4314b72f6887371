/**
 * Security identifier under which Windows knows an object of Entra that no domain knows: the four
 * words of its object id, https://learn.microsoft.com/entra/identity/devices/assign-local-admin
 *
 * @throws Error when the id is no GUID: a mistake of the caller.
 */
export function entraSid(objectId: string): string {
  const bytes = Buffer.from(objectId.replaceAll("-", ""), "hex");
  if (bytes.length !== 16) throw new Error(`"${objectId}" is not an object id`);
  const words = [
    bytes.readUInt32BE(0),
    // Windows keeps the second and the third part of a GUID in the other order of bytes.
    bytes.readUInt16BE(6) * 2 ** 16 + bytes.readUInt16BE(4),
    bytes.readUInt32LE(8),
    bytes.readUInt32LE(12),
  ];
  return `S-1-12-1-${words.join("-")}`;
}
