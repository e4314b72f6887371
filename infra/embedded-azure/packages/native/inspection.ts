import type { Members, Shape } from "../../sdk/shape";
import type { Property, PropertyObject } from "../../values/property";
import { Special, Unknown, isArray, isObject, revealed } from "../../values/property";
import { nearest } from "./nearest";
import { choose } from "./shaping";

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
  | { readonly kind: "strange"; readonly path: string; readonly near: string | undefined };

/** Compares inputs with the types the SDK declares for them, at any depth. What is not known yet passes. */
export function* inspect(members: Members, inputs: PropertyObject, path = ""): Generator<Finding> {
  for (const [name, { required, shape }] of members) {
    const value = inputs[name];
    const inner = path === "" ? name : `${path}.${name}`;
    if (value !== undefined) yield* inspectValue(shape, value, inner);
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

function* inspectValue(shape: Shape, given: Property, path: string): Generator<Finding> {
  const value = revealed(given) ?? null;
  if (value === null || value instanceof Unknown || value instanceof Special) return;
  if (isArray(value)) {
    if (shape.kind === "list")
      for (const [index, element] of value.entries())
        yield* inspectValue(shape.of, element, `${path}[${index}]`);
    else if (shape.kind !== "any") yield unlike(shape, path, "an array");
    return;
  }
  if (isObject(value)) {
    if (shape.kind === "map")
      for (const [key, inner] of Object.entries(value))
        yield* inspectValue(shape.of, inner, `${path}.${key}`);
    if (shape.kind !== "object") return;
    const members = choose("input", shape.types, value);
    if (members !== undefined) yield* inspect(members, value, path);
    return;
  }
  if (typeof value === "string") {
    if (shape.kind !== "text" && shape.kind !== "literal" && shape.kind !== "any")
      yield unlike(shape, path, "a string");
  } else if (typeof value === "number") {
    if (shape.kind !== "number" && shape.kind !== "any") yield unlike(shape, path, "a number");
  }
}

function unlike(shape: Shape, path: string, got: string): Finding {
  return { kind: "unlike", path, wanted: schemaType(shape), got };
}

/** The name azure-native's messages give a type. */
function schemaType(shape: Shape): string {
  switch (shape.kind) {
    case "text":
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
