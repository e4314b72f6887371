/**
 * A PowerShell 5.1 literal that means exactly this text, whatever is in it, in plain ASCII: for scripts that travel
 * as a command line or without a byte order mark, which PowerShell 5.1 reads in the machine's own code page.
 */
export function literal(text: string): string {
  if (/^[\x20-\x26\x28-\x7e]*$/.test(text)) return `'${text}'`;
  const bytes = Buffer.from(text, "utf16le").toString("base64");
  return `([Text.Encoding]::Unicode.GetString([Convert]::FromBase64String('${bytes}')))`;
}

/** A PowerShell array of such literals. */
export function literals(texts: readonly string[]): string {
  return `@(${texts.map(literal).join(", ")})`;
}

/**
 * The same for people: as readable as the text is, for files with a byte order mark. PowerShell takes typographic
 * quotes for plain ones, so that each of them is doubled; what nobody can see on a screen (line ends, directions of
 * writing, halves of a character) still travels as base64.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
export function quoted(text: string): string {
  if (!/^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]*$/u.test(text)) return literal(text);
  return `'${text.replaceAll(/['\u2018\u2019\u201A\u201B]/g, "$&$&")}'`;
}

/** What {@link data} writes; undefined becomes `$null`. */
export type PowerShellData =
  | string
  | number
  | boolean
  | undefined
  | readonly PowerShellData[]
  | { readonly [key: string]: PowerShellData };

/**
 * Nested data as a PowerShell expression of texts, whole numbers, truths, arrays and tables, one entry a line. Keys of
 * a table differ in more than the case of their letters: PowerShell's tables do not tell them apart.
 * @throws RangeError for other numbers, which are a mistake of the caller
 */
export function data(value: PowerShellData, indent = ""): string {
  if (value === undefined) return "$null";
  if (typeof value === "string") return quoted(value);
  if (typeof value === "boolean") return value ? "$true" : "$false";
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`);
    return String(value);
  }
  const inner = `${indent}  `;
  if (isList(value)) {
    const items = value.map((item) => data(item, inner));
    if (items.length === 0) return "@()";
    // The comma keeps a list of one list from becoming that list.
    if (value.length === 1 && isList(value[0])) return `@(, ${items[0]})`;
    const short = `@(${items.join(", ")})`;
    if (short.length + indent.length <= 100 && !short.includes("\n")) return short;
    return `@(\n${items.map((item) => `${inner}${item}`).join(",\n")}\n${indent})`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return "@{}";
  const lines = entries.map(([key, entry]) => `${inner}${quoted(key)} = ${data(entry, inner)}`);
  return `@{\n${lines.join("\n")}\n${indent}}`;
}

function isList(value: PowerShellData): value is readonly PowerShellData[] {
  return Array.isArray(value);
}
