import { readFileSync } from "node:fs";
import { join } from "node:path";
import { data, type PowerShellData } from "../windows/powershell";

/** A file of a kit. */
export interface KitFile {
  /** Below the kit's folder, with `/` between names; every name is ASCII. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Without it, PowerShell 5.1 and Excel read a file in the machine's own code page. */
const byteOrderMark = "\uFEFF";

export function textFile(path: string, text: string): KitFile {
  return { path, bytes: new TextEncoder().encode(text) };
}

/** A document that programs read: two spaces, a line feed at the end. */
export function jsonFile(path: string, value: unknown): KitFile {
  return textFile(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** Text for Windows' own programs. */
export function windowsTextFile(path: string, text: string): KitFile {
  return textFile(path, `${byteOrderMark}${text.replaceAll("\n", "\r\n")}`);
}

/** Where a script takes its data from; stands once in every script that has some. */
const place = "$Kit = @{}";

/**
 * A script of this folder with its data. Values come in at one place alone, by `data`, so that none of them can be
 * more than a value.
 * @param name Below `infra/kit`, without its ending.
 * @throws Error when the script has no place for data, or several: a mistake in the script
 */
export function scriptFile(path: string, name: string, values?: PowerShellData): KitFile {
  const script = readOwn(`${name}.ps1`);
  if (values === undefined) return windowsTextFile(path, script);
  const [before, after, ...rest] = script.split(place);
  if (before === undefined || after === undefined || rest.length > 0)
    throw new Error(`${name}.ps1 has not exactly one line "${place}"`);
  return windowsTextFile(path, `${before}$Kit = ${data(values)}${after}`);
}

/** A file of this folder, whatever line ends git gave it on this machine. */
export function readOwn(name: string): string {
  return readFileSync(join(__dirname, name), "utf8").replaceAll("\r\n", "\n");
}
