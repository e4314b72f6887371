import { readFileSync } from "node:fs";
import path from "node:path";

const sdk = path.dirname(require.resolve("@pulumi/azure-native/package.json"));

/**
 * API version the installed SDK uses for a class, from the class's own documentation: its code does
 * not know it, the provider does. Undefined for the few classes that have none.
 */
export function sdkApiVersion(type: string): string | undefined {
  const [, module, className = ""] = /^azure-native:(\w+):(\w+)$/.exec(type) ?? [];
  if (module === undefined) return undefined;
  // The generator's file names: all leading capitals are lowered.
  const file = className.replace(/^[A-Z]+/, (head) => head.toLowerCase());
  const declaration = readFileSync(path.join(sdk, module, `${file}.d.ts`), "utf8");
  return /Uses Azure REST API version (\d{4}-\d{2}-\d{2}(?:-preview)?)/.exec(declaration)?.[1];
}
