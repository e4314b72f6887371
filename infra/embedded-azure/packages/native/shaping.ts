import type { Direction } from "../../sdk/declarations";
import { membersOf } from "../../sdk/declarations";
import type { Members, Shape } from "../../sdk/shape";
import type { Property, PropertyObject } from "../../values/property";
import { Secret, Unknown, isArray, isObject, revealed, unknown } from "../../values/property";

/**
 * What a preview can say of outputs: what was given as input comes out as it went in, all else that
 * Azure answers, at any depth, is not known yet.
 */
export function foreseen(members: Members, inputs: PropertyObject): PropertyObject {
  return Object.fromEntries(
    [...members].map(([name, { shape }]) => [name, foreseenValue(shape, inputs[name])]),
  );
}

function foreseenValue(shape: Shape, value: Property | undefined): Property {
  if (shape.kind === "literal") return shape.value;
  if (value === undefined || value instanceof Unknown) return unknown;
  if (value instanceof Secret) return new Secret(foreseenValue(shape, value.value));
  switch (shape.kind) {
    case "object": {
      const members = isObject(value) ? choose("output", shape.types, value) : undefined;
      return members === undefined || !isObject(value) ? value : foreseen(members, value);
    }
    case "list":
      return isArray(value) ? value.map((element) => foreseenValue(shape.of, element)) : unknown;
    case "map":
      return isObject(value)
        ? eachValue(value, (inner) => foreseenValue(shape.of, inner))
        : unknown;
    case "any":
    case "enumeration":
    case "text":
    case "number":
    case "boolean":
      return value;
  }
}

/** The part of an answer that has a place in the outputs, or the inputs: Azure may have more properties than the class. */
export function fitted(
  direction: Direction,
  members: Members,
  answer: PropertyObject,
): PropertyObject {
  return Object.fromEntries(
    Object.entries(answer).flatMap(([name, value]) => {
      const member = members.get(name);
      return member === undefined
        ? []
        : [[name, fittedValue(direction, member.shape, value)] as const];
    }),
  );
}

function fittedValue(direction: Direction, shape: Shape, value: Property): Property {
  if (value instanceof Secret) return new Secret(fittedValue(direction, shape, value.value));
  switch (shape.kind) {
    case "object": {
      const members = isObject(value) ? choose(direction, shape.types, value) : undefined;
      return members === undefined || !isObject(value) ? value : fitted(direction, members, value);
    }
    case "list":
      return isArray(value)
        ? value.map((element) => fittedValue(direction, shape.of, element))
        : value;
    case "map":
      return isObject(value)
        ? eachValue(value, (inner) => fittedValue(direction, shape.of, inner))
        : value;
    case "any":
    case "enumeration":
    case "literal":
    case "text":
    case "number":
    case "boolean":
      return value;
  }
}

/**
 * The properties of the one type, out of several, that an object is of: the one whose constants it
 * has. Undefined when it fits none.
 */
export function choose(
  direction: Direction,
  types: readonly string[],
  value: PropertyObject,
): Members | undefined {
  const possible = candidates(direction, types);
  if (possible.length === 1) return possible[0];
  return possible.find((members) =>
    [...members].every(
      ([name, { shape }]) => shape.kind !== "literal" || revealed(value[name]) === shape.value,
    ),
  );
}

/** The properties of each of several types. */
export function candidates(direction: Direction, types: readonly string[]): readonly Members[] {
  return types.flatMap((type) => membersOf(direction, type) ?? []);
}

function eachValue(object: PropertyObject, change: (value: Property) => Property): PropertyObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
