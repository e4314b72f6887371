import type { Json, Property, PropertyObject } from "./property";
import { Secret, isArray, isObject } from "./property";

/**
 * Marks as secret whatever in `value` stands where `model` has something secret, at any depth:
 * what went in secret comes out secret.
 */
export function markedLike(model: Property | undefined, value: Property): Property {
  if (model instanceof Secret) return value instanceof Secret ? value : new Secret(value);
  if (isArray(model) && isArray(value))
    return value.map((element, index) => markedLike(model[index], element));
  return isObject(model) && isObject(value) ? markedObject(model, value) : value;
}

/** {@link markedLike} for objects. */
export function markedObject(model: PropertyObject, object: PropertyObject): PropertyObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, inner]) => [key, markedLike(model[key], inner)]),
  );
}

/** Every string of a value with the path to it, e.g. `ipConfigurations[0].subnet.id`. */
export function* stringsIn(value: Json, path = ""): Generator<readonly [string, string]> {
  if (typeof value === "string") yield [path, value];
  else if (isArray(value))
    for (const [index, element] of value.entries()) yield* stringsIn(element, `${path}[${index}]`);
  else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value))
      yield* stringsIn(inner, path === "" ? key : `${path}.${key}`);
}
