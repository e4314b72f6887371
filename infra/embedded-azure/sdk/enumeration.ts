import { join } from "node:path";

import { textOf } from "./class-file";
import { sdkPackage } from "./packages";

const texts = new Map<string, string>();
const enumerations = new Map<string, readonly string[]>();

/**
 * The values azure-native lists under a name, e.g. `desktopvirtualization.HostPoolType`; none when
 * the SDK has no such list.
 */
export function valuesOf(name: string): readonly string[] {
  let values = enumerations.get(name);
  if (values === undefined) {
    values = read(name);
    enumerations.set(name, values);
  }
  return values;
}

function read(name: string): readonly string[] {
  const parts = name.split(".");
  const list = parts.pop() ?? "";
  const text = fileOf(parts.join("/"));
  const start = text.indexOf(`\nexports.${list} = {\n`);
  if (start < 0) return [];
  const listed = text.slice(start, text.indexOf("\n};", start));
  return [...listed.matchAll(/^ {4}\w+: "(.*)",$/gm)].map(([, value = ""]) => value);
}

function fileOf(module: string): string {
  let text = texts.get(module);
  if (text === undefined) {
    const file = join(sdkPackage("azure-native").directory, "types/enums", module, "index.js");
    text = textOf(file);
    texts.set(module, text);
  }
  return text;
}
