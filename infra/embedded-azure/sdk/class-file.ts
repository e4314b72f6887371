import { readFileSync } from "node:fs";
import { join } from "node:path";

import { isPackageName, sdkPackage } from "./packages";

const exportLine = /lazyLoad\(exports, \["(\w+)"[^\]]*\], \(\) => require\("\.\/(\w+)"\)\)/g;
const indexes = new Map<string, ReadonlyMap<string, string>>();

/**
 * The generated JavaScript file that defines a resource class or function, without its extension;
 * undefined when the SDK has no such class. The file is only ever read as text, never loaded: one
 * class of azure-native costs a millisecond to read and a hundred to load.
 *
 * @param token a Pulumi type or function token, e.g. `azure-native:network:Subnet`.
 */
export function classFile(token: string): string | undefined {
  const [packageName = "", module = "", member = ""] = token.split(":");
  if (!isPackageName(packageName)) return undefined;
  const folder = module.split("/")[0] ?? "";
  const directory = join(sdkPackage(packageName).directory, folder === "index" ? "." : folder);
  const file = indexOf(directory).get(member);
  return file === undefined ? undefined : join(directory, file);
}

function indexOf(directory: string): ReadonlyMap<string, string> {
  const known = indexes.get(directory);
  if (known !== undefined) return known;
  const index = new Map<string, string>();
  for (const [, member = "", file = ""] of textOf(join(directory, "index.js")).matchAll(exportLine))
    index.set(member, file);
  indexes.set(directory, index);
  return index;
}

/** The text of a file, or nothing when there is no such file. */
export function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
