import type { ResourceClass } from "../sdk/resource-class";
import type { Property, PropertyObject } from "../values/property";
import { Secret, unknown } from "../values/property";

/** What a preview can say of a resource's outputs: those given as inputs are known, the others are not yet. */
export function previewed(known: ResourceClass, inputs: PropertyObject): PropertyObject {
  return withSecretOutputs(
    known,
    Object.fromEntries([...known.outputs].map((name) => [name, inputs[name] ?? unknown])),
  );
}

/** Only what the class has as outputs, the secret ones marked. */
export function outputsOf(known: ResourceClass, outputs: PropertyObject): PropertyObject {
  const entries = Object.entries(outputs).filter(([name]) => known.outputs.has(name));
  return withSecretOutputs(known, Object.fromEntries(entries));
}

function withSecretOutputs(known: ResourceClass, outputs: PropertyObject): PropertyObject {
  const mark = (name: string, value: Property): Property =>
    known.secretOutputs.includes(name) && !(value instanceof Secret) ? new Secret(value) : value;
  return Object.fromEntries(
    Object.entries(outputs).map(([name, value]) => [name, mark(name, value)]),
  );
}
