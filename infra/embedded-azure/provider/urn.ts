/** The type token in a URN: `urn:pulumi:<stack>::<project>::<parent types>$<type>::<name>`. */
export function typeOfUrn(urn: string): string {
  const types = urn.split("::")[2] ?? "";
  return types.slice(types.lastIndexOf("$") + 1);
}

/** The program's name for a resource: all of the URN after its types. */
export function nameOfUrn(urn: string): string {
  return urn.split("::").slice(3).join("::");
}
