import type { Json, JsonObject, Property, PropertyObject } from "../../values/property";
import { isArray, isObject, revealed } from "../../values/property";
import { classShape } from "../../sdk/class-shape";
import { equal } from "../difference";
import type { ArmClass } from "./arm-class";
import { fitted } from "./shaping";

/** Outputs Azure decides on: never taken over into inputs, even where the SDK has an input so called. */
const decidedByAzure = new Set(["id", "etag", "provisioningState", "azureApiVersion"]);

/** The part of outputs that could have been given as inputs. */
export function inputProjection(
  { known, path, pathInputs }: ArmClass,
  outputs: PropertyObject,
): PropertyObject {
  const candidates = Object.entries(outputs)
    .filter(([name]) => !decidedByAzure.has(name) && !pathInputs.has(name))
    .filter(([name, value]) => name !== "type" || value !== path.type)
    .map(([name, value]) => [name, name === "identity" ? askedIdentity(value) : value] as const);
  return fitted("input", classShape(known.token).inputs, Object.fromEntries(candidates));
}

/**
 * The inputs with whatever changed in Azure: where the outputs before and now differ, the inputs
 * follow; what Azure added by itself stays out. azure-native does the same when it refreshes.
 */
export function followed(
  inputs: PropertyObject,
  before: PropertyObject,
  now: PropertyObject,
): PropertyObject {
  const result: Record<string, Property> = {};
  for (const name of new Set([...Object.keys(inputs), ...Object.keys(now)])) {
    const [input, old, current] = [inputs[name], before[name], now[name]];
    const value = followedValue(input, old, current);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

function followedValue(
  input: Property | undefined,
  before: Property | undefined,
  now: Property | undefined,
): Property | undefined {
  if (before === undefined && now === undefined) return input;
  if (equal(before, now)) return input;
  if (now === undefined) return undefined;
  const [old, given] = [revealed(before), revealed(input)];
  const current = revealed(now);
  if (isObject(given) && isObject(old) && isObject(current)) return followed(given, old, current);
  if (isArray(given) && isArray(old) && isArray(current))
    return current.map(
      (element, index) =>
        (index < given.length && index < old.length
          ? followedValue(given[index], old[index], element)
          : element) ?? element,
    );
  return now;
}

/** Identities are asked for as a list of ids and answered as a map from id to principal. */
function askedIdentity(identity: Property): Property {
  const open = revealed(identity);
  const assigned = isObject(open) ? open["userAssignedIdentities"] : undefined;
  if (!isObject(open)) return identity;
  const { principalId: _principal, tenantId: _tenant, ...asked } = open;
  return isObject(assigned) ? { ...asked, userAssignedIdentities: Object.keys(assigned) } : asked;
}

/** The values of an id for the inputs of its path, e.g. `resourceGroupName`; undefined when they do not fit. */
export function pathInputsOf(template: string, id: string): JsonObject | undefined {
  const names: string[] = [];
  const isScope: boolean[] = [];
  const pattern = template
    .split("/")
    .slice(1)
    .map((segment, index) => {
      const name = /^\{(\w+)\}$/.exec(segment)?.[1];
      if (name === undefined) return segment.replaceAll(/[.$]/g, String.raw`\$&`);
      names.push(name);
      isScope.push(index === 0);
      return index === 0 ? "(.+)" : "([^/]+)";
    })
    .join("/");
  const found = new RegExp(`^/?${pattern}$`, "i").exec(id);
  if (found === null) return undefined;
  return Object.fromEntries(
    names
      // A scope is an id and begins with a slash; the pattern's own slash has swallowed it.
      .map((name, index): [string, Json] => [
        name,
        (isScope[index] ? "/" : "") + (found[index + 1] ?? ""),
      ])
      .filter(([name]) => name !== "subscriptionId"),
  );
}
