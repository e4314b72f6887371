import type { Json, JsonObject } from "../values/property";
import { isArray, isJsonObject } from "../values/property";

/** Stands in the store where something secret was: enough to see a change, nothing to read. */
const sealKey = "$sealed";

/** Properties Azure takes and never gives back, whatever the resource. */
const writeOnlyNames =
  /^(admin\w*password|\w*password|protectedSettings|customData|sharedKey|clientSecret|accessKey)$/i;

/** Properties Azure takes and never gives back, for one type only: `<type>:<path>`. */
const writeOnlyPaths = new Set([
  "microsoft.keyvault/vaults:properties.createmode",
  "microsoft.keyvault/vaults/secrets:properties.value",
  "microsoft.desktopvirtualization/hostpools:registrationinfo",
]);

/** Whether Azure leaves a property out of its answers. */
export function isWriteOnly(type: string, path: string): boolean {
  const name = /([^.[\]]+)(?:\[\d+\])*$/.exec(path)?.[1] ?? "";
  return writeOnlyNames.test(name) || writeOnlyPaths.has(`${type}:${path}`.toLowerCase());
}

/** The fingerprint of a value, in the form the store keeps it. */
export function sealed(value: Json, fingerprint: (secret: string) => string): JsonObject {
  return { [sealKey]: fingerprint(JSON.stringify(value)) };
}

export function isSealed(value: Json | undefined): value is JsonObject {
  return isJsonObject(value) && typeof value[sealKey] === "string";
}

/** What to put in the place of the value at a path; undefined to leave it. */
type Change = (path: string, value: Json) => Json | undefined;

/** Replaces by `change` every part of an object for which it returns something. */
export function mappedObject(object: JsonObject, path: string, change: Change): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, inner]) => [
      key,
      mapped(inner, path === "" ? key : `${path}.${key}`, change),
    ]),
  );
}

function mapped(value: Json, path: string, change: Change): Json {
  const changed = change(path, value);
  if (changed !== undefined) return changed;
  if (isArray(value))
    return value.map((element, index) => mapped(element, `${path}[${index}]`, change));
  return isJsonObject(value) ? mappedObject(value, path, change) : value;
}
