import type { Members, Shape } from "../../sdk/shape";
import type { Property, PropertyObject } from "../../values/property";
import { Secret, Special, Unknown, isArray, isObject, revealed } from "../../values/property";
import { isListed, listedFor } from "./enumerations";
import { nearest } from "./nearest";
import { candidates, choose } from "./shaping";

/** Something in the inputs that does not agree with the SDK's types. */
export type Finding =
  | { readonly kind: "missing"; readonly path: string }
  | {
      readonly kind: "unlike";
      readonly path: string;
      readonly wanted: string;
      readonly got: string;
    }
  /** A property the type does not have, and the one that may have been meant. */
  | { readonly kind: "strange"; readonly path: string; readonly near: string | undefined }
  /** A value that is not among those listed; undefined when it is secret. */
  | {
      readonly kind: "unlisted";
      readonly path: string;
      readonly value: string | undefined;
      readonly allowed: readonly string[];
    };

/** Compares inputs with the types the SDK declares for them, at any depth. What is not known yet passes. */
export function* inspect(
  members: Members,
  inputs: PropertyObject,
  path = "",
  isSecret = false,
): Generator<Finding> {
  for (const [name, { required, shape }] of members) {
    const value = inputs[name];
    const inner = path === "" ? name : `${path}.${name}`;
    if (value !== undefined) yield* inspectValue(shape, value, inner, isSecret);
    else if (required) yield { kind: "missing", path: inner };
  }
  for (const name of Object.keys(inputs))
    if (!members.has(name))
      yield {
        kind: "strange",
        path: path === "" ? name : `${path}.${name}`,
        near: nearest(name, members.keys()),
      };
}

function* inspectValue(
  shape: Shape,
  given: Property,
  path: string,
  isInSecret: boolean,
): Generator<Finding> {
  const value = revealed(given) ?? null;
  const isSecret = isInSecret || given instanceof Secret;
  if (value === null || value instanceof Unknown || value instanceof Special) return;
  if (isArray(value)) {
    if (shape.kind === "list")
      for (const [index, element] of value.entries())
        yield* inspectValue(shape.of, element, `${path}[${index}]`, isSecret);
    else if (shape.kind !== "any") yield unlike(shape, path, "an array");
    return;
  }
  if (isObject(value)) {
    if (shape.kind === "map")
      for (const [key, inner] of Object.entries(value))
        yield* inspectValue(shape.of, inner, `${path}.${key}`, isSecret);
    if (shape.kind !== "object") return;
    const members = choose("input", shape.types, value);
    if (members === undefined) yield* otherKind(shape.types, value, path, isSecret);
    else yield* inspect(members, value, path, isSecret);
    return;
  }
  if (typeof value === "string") {
    const listed = listedFor(shape);
    if (listed !== undefined) {
      if (!isListed(listed, value)) yield unlisted(path, value, listed.values, isSecret);
    } else if (shape.kind !== "text" && shape.kind !== "enumeration" && shape.kind !== "any")
      yield unlike(shape, path, "a string");
  } else if (typeof value === "number") {
    if (shape.kind !== "number" && shape.kind !== "any") yield unlike(shape, path, "a number");
  }
}

/** An object that is of none of the types it may be of: its constant is another. */
function* otherKind(
  types: readonly string[],
  object: PropertyObject,
  path: string,
  isSecret: boolean,
): Generator<Finding> {
  const allowed = new Map<string, string[]>();
  for (const members of candidates("input", types))
    for (const [name, { shape }] of members)
      if (shape.kind === "literal") allowed.set(name, [...(allowed.get(name) ?? []), shape.value]);
  for (const [name, values] of allowed) {
    const value = revealed(object[name]);
    if (value === undefined) yield { kind: "missing", path: `${path}.${name}` };
    if (typeof value === "number")
      yield { kind: "unlike", path: `${path}.${name}`, wanted: "string", got: "a number" };
    if (typeof value === "string" && !values.includes(value))
      yield unlisted(`${path}.${name}`, value, values, isSecret || object[name] instanceof Secret);
  }
}

function unlisted(
  path: string,
  value: string,
  allowed: readonly string[],
  isSecret: boolean,
): Finding {
  return { kind: "unlisted", path, value: isSecret ? undefined : value, allowed };
}

function unlike(shape: Shape, path: string, got: string): Finding {
  return { kind: "unlike", path, wanted: schemaType(shape), got };
}

/** The name azure-native's messages give a type. */
function schemaType(shape: Shape): string {
  switch (shape.kind) {
    case "text":
    case "enumeration":
    case "literal":
      return "string";
    case "list":
      return "array";
    case "map":
    case "object":
      return "object";
    case "number":
    case "boolean":
    case "any":
      return shape.kind;
  }
}
