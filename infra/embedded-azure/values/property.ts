/** A value not known yet: in a preview, what only the real operation will tell. */
export class Unknown {
  readonly kind = "unknown";
}

/** The one unknown. */
export const unknown = new Unknown();

/** A value the user wants kept secret. */
export class Secret {
  constructor(readonly value: Property) {}
}

/** An asset, an archive or a reference to a resource: passed on as it came. */
export class Special {
  constructor(readonly fields: { readonly [key: string]: Property }) {}
}

/** A property value as Pulumi's engine and providers exchange it. */
export type Property =
  | null
  | boolean
  | number
  | string
  | Unknown
  | Secret
  | Special
  | readonly Property[]
  | PropertyObject;

/** Property values by name. */
export interface PropertyObject {
  readonly [key: string]: Property;
}

/** A value as JSON has it: nothing secret, nothing unknown. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** JSON values by name. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Whether a value is an object of properties, not one of the special values. */
export function isObject(value: Property | undefined): value is PropertyObject {
  return (
    typeof value === "object" &&
    value !== null &&
    !isArray(value) &&
    !(value instanceof Unknown) &&
    !(value instanceof Secret) &&
    !(value instanceof Special)
  );
}

/** Whether a JSON value is an object. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isArray(value);
}

/** The value at a path of property names, e.g. `sku.name`; undefined when there is none. */
export function valueAt(value: Json | undefined, path: string): Json | undefined {
  return path
    .split(".")
    .reduce<Json | undefined>((at, key) => (isJsonObject(at) ? at[key] : undefined), value);
}

/** `Array.isArray` for readonly arrays of values. */
export function isArray<T>(value: T | readonly T[] | undefined): value is readonly T[] {
  return Array.isArray(value);
}

/** Whether a value is, or has at some depth, something unknown. */
export function hasUnknown(value: Property): boolean {
  if (value instanceof Unknown) return true;
  if (value instanceof Secret) return hasUnknown(value.value);
  if (isArray(value)) return value.some(hasUnknown);
  return isObject(value) && Object.values(value).some(hasUnknown);
}

/** Whether a value is, or has at some depth, something secret. */
export function hasSecret(value: Property): boolean {
  if (value instanceof Secret) return true;
  if (isArray(value)) return value.some(hasSecret);
  return isObject(value) && Object.values(value).some(hasSecret);
}

/** The value without its wish to be secret; the inside of an object stays as it is. */
export function revealed(value: Property | undefined): Exclude<Property, Secret> | undefined {
  return value instanceof Secret ? revealed(value.value) : value;
}

/**
 * The value as JSON: secrets laid open, properties not known left out (an unknown element of an
 * array becomes null, so that the others keep their place).
 */
export function toJson(value: Property): Json {
  if (value instanceof Unknown) return null;
  if (value instanceof Secret) return toJson(value.value);
  if (value instanceof Special) return jsonObject(value.fields);
  if (isArray(value)) return value.map(toJson);
  return isObject(value) ? jsonObject(value) : value;
}

/** The properties as JSON: secrets laid open, properties not known left out. */
export function jsonObject(properties: PropertyObject): JsonObject {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([, value]) => !(revealed(value) instanceof Unknown))
      .map(([key, value]) => [key, toJson(value)]),
  );
}
