import { printable } from "./printable";

/** Keys and list positions that lead from the top of a file to a value. */
export type Path = readonly (string | number)[];

/** `people.staff`, `allowedRegions[2]`. */
export function formatPath(path: Path): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${formatKey(step)}`))
    .join("")
    .replace(/^\./, "");
}

/** A key as YAML needs it: in quotes when it is no plain word. */
export function formatKey(key: string): string {
  return /^[\w:-]+$/.test(key) ? key : `"${printable(key)}"`;
}
