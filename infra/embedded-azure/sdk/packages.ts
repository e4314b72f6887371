import { readFileSync } from "node:fs";
import { dirname } from "node:path";

import { parseObject, textOf } from "../values/json";

/** The Pulumi packages the embedded Azure stands in for. */
export const packageNames = ["azure-native", "random", "azuread"] as const;

/** One of the Pulumi packages the embedded Azure stands in for. */
export type PackageName = (typeof packageNames)[number];

/** Where an npm package of an SDK lies and which version it is. */
export interface SdkPackage {
  readonly directory: string;
  readonly version: string;
}

const known = new Map<PackageName, SdkPackage>();

/** Whether the embedded Azure serves the package called `name`. */
export function isPackageName(name: string): name is PackageName {
  return packageNames.some((candidate) => candidate === name);
}

/**
 * Finds the npm package of an SDK.
 *
 * @throws {Error} when the package is not installed.
 */
export function sdkPackage(name: PackageName): SdkPackage {
  const found = known.get(name);
  if (found !== undefined) return found;
  const manifest = require.resolve(`@pulumi/${name}/package.json`);
  const { version } = parseObject(readFileSync(manifest, "utf8"));
  const located = { directory: dirname(manifest), version: textOf(version) };
  known.set(name, located);
  return located;
}
