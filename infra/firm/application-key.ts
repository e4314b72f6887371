/** Longest name of an application in Azure Virtual Desktop: bicep-types 2025-10-10, 3 to 24 characters. */
const longest = 24;

/** Name of a published application's resource: its name without accents, in lower case, joined by hyphens. */
export function applicationKey(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-/, "")
    .slice(0, longest)
    .replace(/-$/, "");
}
