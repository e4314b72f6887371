import { keyOf } from "../../store/resources";
import type { Json, JsonObject } from "../../values/property";
import { isArray, isJsonObject } from "../../values/property";
import type { Change } from "../world";

/** Where an alias and the SDK call a property differently; keys in lower case. */
const renamed: Readonly<Record<string, string>> = {
  "microsoft.compute/virtualmachines/sku.name": "hardwareProfile.vmSize",
  "microsoft.storage/storageaccounts/supportshttpstrafficonly": "enableHttpsTrafficOnly",
  "microsoft.storage/storageaccounts/networkacls.defaultaction": "networkRuleSet.defaultAction",
};

/** The type by which policies call a resource. */
export function policyType(type: string): string {
  return keyOf(type) === "microsoft.resources/resourcegroups"
    ? "Microsoft.Resources/subscriptions/resourceGroups"
    : type;
}

/**
 * What a field of a policy means of a resource: one value, undefined where it has none, or of a `[*]`
 * alias a value for each element. https://learn.microsoft.com/azure/governance/policy/concepts/definition-structure-policy-rule#fields
 */
export function fieldValues(
  { wish, parts, name }: Change,
  field: string,
): readonly (Json | undefined)[] {
  const { body } = wish;
  const tag = /^tags(?:\[['"]?(.*?)['"]?\]|\.(.+))$/i.exec(field);
  if (tag !== null) return [memberOf(body["tags"], tag[1] ?? tag[2] ?? "")];
  switch (field.toLowerCase()) {
    case "name":
      return [name];
    case "fullname":
      return [parts.names.join("/")];
    case "type":
      return [policyType(parts.type)];
    case "id":
      return [wish.id];
    case "location":
    case "kind":
    case "tags":
      return [memberOf(body, field)];
    case "identity.type":
      return [memberOf(body["identity"], "type")];
    default: {
      const prefix = `${keyOf(parts.type)}/`;
      if (!keyOf(field).startsWith(prefix)) return [undefined];
      const path = renamed[keyOf(field)] ?? field.slice(prefix.length);
      return valuesAt(body, path.split("."));
    }
  }
}

/** The SDK has on top what ARM has in `properties`, whose level aliases leave out. */
function valuesAt(value: Json | undefined, path: readonly string[]): readonly (Json | undefined)[] {
  const [step, ...rest] = path;
  if (step === undefined) return [value];
  const isEach = step.endsWith("[*]");
  const key = isEach ? step.slice(0, -"[*]".length) : step;
  const inner = memberOf(value, key) ?? memberOf(memberOf(value, "properties"), key);
  if (!isEach) return valuesAt(inner, rest);
  return (isArray<Json>(inner) ? inner : []).flatMap((element) => valuesAt(element, rest));
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  const object: JsonObject = isJsonObject(value) ? value : {};
  const key = Object.keys(object).find((each) => keyOf(each) === keyOf(name));
  return key === undefined ? undefined : object[key];
}
