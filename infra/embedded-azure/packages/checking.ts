import type { ResourceClass } from "../sdk/resource-class";
import { resourceClass } from "../sdk/resource-class";
import type { PropertyObject } from "../values/property";
import { Refusal } from "../values/refusal";
import type { Failure } from "./provider";

/**
 * The class of a token.
 *
 * @throws {Refusal} when the SDK has no such class.
 */
export function classOf(token: string): ResourceClass {
  const known = resourceClass(token);
  if (known === undefined) throw new Refusal(`Resource type ${token} not found`);
  return known;
}

/** The inputs with the SDK's own defaults for what is left out. */
export function withDefaults(known: ResourceClass, inputs: PropertyObject): PropertyObject {
  return { ...Object.fromEntries(known.defaults), ...inputs };
}

/** One failure for each required input that is missing. */
export function missing(known: ResourceClass, inputs: PropertyObject): readonly Failure[] {
  return known.required
    .filter((name) => inputs[name] === undefined)
    .map((name) => ({ property: name, reason: `missing required property '${name}'` }));
}
