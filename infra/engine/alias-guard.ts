import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Deployment } from "./state";

/**
 * Whether the aliases that azure-native generates can be dropped for a stack: they lead from types
 * of older major versions to today's. A state in which every resource has a type that today's SDK
 * has needs none of them. In doubt they stay, and only time is lost.
 */
export function mayDropAliases(deployment: Deployment | undefined): boolean {
  const types = new Set((deployment?.resources ?? []).map(({ type }) => type));
  return [...types].every((type) => !type.startsWith("azure-native:") || isCurrentType(type));
}

const sdk = dirname(require.resolve("@pulumi/azure-native/package.json"));

/** `azure-native:network:Subnet` is current when the SDK has the class `network/subnet.js`. */
function isCurrentType(type: string): boolean {
  const match = /^azure-native:([a-z]+):([A-Za-z]+)$/.exec(type);
  const [, module, className] = match ?? [];
  if (module === undefined || className === undefined) return false;
  return existsSync(join(sdk, module, `${fileName(className)}.js`));
}

/** The generator's file names: all leading capitals are lowered, `MSIXPackage` is `msixpackage`. */
function fileName(className: string): string {
  return className.replace(/^[A-Z]+/, (head) => head.toLowerCase());
}
