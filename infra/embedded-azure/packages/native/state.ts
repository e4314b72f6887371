import { isSealed, isWriteOnly, sealed } from "../../arm/sealing";
import type { World } from "../../arm/world";
import { classShape } from "../../sdk/class-shape";
import type { Resource } from "../../store/resources";
import type { Json, JsonObject, Property, PropertyObject } from "../../values/property";
import { Secret, isArray, isObject, toJson } from "../../values/property";
import { markedObject } from "../../values/secrecy";
import type { ArmClass } from "./arm-class";
import { fitted, foreseen } from "./shaping";

/**
 * The outputs of a resource: what Azure answers, in the shape of its class. What the user wants
 * secret is kept as a fingerprint only; it comes from `model`, the inputs or the outputs before, as
 * long as it is the same still.
 */
export function outputsFrom(
  { fingerprint }: World,
  armClass: ArmClass,
  resource: Resource,
  model: PropertyObject,
): PropertyObject {
  const answer = unsealed(resource.body, model, "", resource.type, fingerprint);
  const outputs = isObject(answer) ? answer : {};
  return versioned(
    armClass,
    fitted("output", classShape(armClass.known.token).outputs, markedObject(model, outputs)),
  );
}

/** What a preview can say of the outputs. */
export function foreseenOutputs(armClass: ArmClass, inputs: PropertyObject): PropertyObject {
  return versioned(armClass, foreseen(classShape(armClass.known.token).outputs, inputs));
}

function versioned({ known }: ArmClass, outputs: PropertyObject): PropertyObject {
  return known.apiVersion === undefined
    ? outputs
    : { ...outputs, azureApiVersion: known.apiVersion };
}

/** Paths of everything in a value that the user wants secret. */
export function secretPathsIn(value: Property, path = ""): readonly string[] {
  if (value instanceof Secret) return [path];
  if (isArray(value))
    return value.flatMap((element, index) => secretPathsIn(element, `${path}[${index}]`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    secretPathsIn(inner, path === "" ? key : `${path}.${key}`),
  );
}

function unsealed(
  value: Json,
  model: Property | undefined,
  path: string,
  type: string,
  fingerprint: (secret: string) => string,
): Property | undefined {
  const plain = model instanceof Secret ? model.value : model;
  if (isSealed(value)) {
    if (isWriteOnly(type, path) || plain === undefined) return undefined;
    const same = JSON.stringify(sealed(toJson(plain), fingerprint)) === JSON.stringify(value);
    return same ? plain : undefined;
  }
  if (isArray<Json>(value))
    return value.map(
      (element, index) =>
        unsealed(
          element,
          isArray(plain) ? plain[index] : undefined,
          `${path}[${index}]`,
          type,
          fingerprint,
        ) ?? null,
    );
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value as JsonObject).flatMap(([key, inner]) => {
    const open = unsealed(
      inner,
      isObject(plain) ? plain[key] : undefined,
      path === "" ? key : `${path}.${key}`,
      type,
      fingerprint,
    );
    return open === undefined ? [] : [[key, open] as const];
  });
  return Object.fromEntries(entries);
}
