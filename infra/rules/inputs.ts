import { sameArmId } from "../azure/arm-ids";
import { isRecord } from "../resources/property-values";
import { UNKNOWN, type RegisteredResource } from "../resources/registered";
import type { Breach } from "./model";

/** Resources of one of azure-native's types, such as `storage:StorageAccount`. */
export function ofType(
  resources: readonly RegisteredResource[],
  ...types: readonly string[]
): readonly RegisteredResource[] {
  return resources.filter(({ type }) => types.some((short) => type === `azure-native:${short}`));
}

/** The input at a path of names, `securityProfile.uefiSettings.vTpmEnabled`; undefined when nothing is there. */
export function inputAt({ inputs }: RegisteredResource, path: string): unknown {
  return valueAt(inputs, path);
}

export function valueAt(value: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((parent, key) => (isRecord(parent) ? parent[key] : undefined), value);
}

/** A list, and an empty one for anything else. */
export function listAt({ inputs }: RegisteredResource, path: string): readonly unknown[] {
  return listIn(inputs, path);
}

export function listIn(parent: unknown, path: string): readonly unknown[] {
  const value = valueAt(parent, path);
  return Array.isArray(value) ? value : [];
}

export function textAt(resource: RegisteredResource, path: string): string | undefined {
  const value = inputAt(resource, path);
  return typeof value === "string" ? value : undefined;
}

/**
 * What was met where an input must have one of some values: `minimumTlsVersion is not set`. None where only a
 * deployment can tell the value.
 */
export function mustBe(
  resource: RegisteredResource,
  path: string,
  ...allowed: readonly (string | number | boolean)[]
): readonly string[] {
  const value = inputAt(resource, path);
  if (value === UNKNOWN || allowed.some((one) => one === value)) return [];
  return [value === undefined ? `${path} is not set` : `${path} is ${JSON.stringify(value)}`];
}

/** Breaches of each resource, as a check of a whole stack tells them. */
export function breachesOf(
  resources: readonly RegisteredResource[],
  breaches: (resource: RegisteredResource) => readonly string[],
): readonly Breach[] {
  return resources.flatMap((resource) => breaches(resource).map((met) => ({ resource, met })));
}

/** Whether an id names a resource; ARM compares ids without case. */
export function isIdOf(id: unknown, resource: RegisteredResource): boolean {
  return typeof id === "string" && resource.id !== undefined && sameArmId(id, resource.id);
}

/** Whether an id is that of something inside a resource, or on it. */
export function isInside(id: string | undefined, outer: string): boolean {
  return id !== undefined && id.toLowerCase().startsWith(`${outer.toLowerCase()}/`);
}
