import { armPaths } from "../../../azure/arm-paths";
import { keyOf } from "../../store/resources";
import { resourceClass } from "../../sdk/resource-class";
import type { JsonObject } from "../../values/property";
import { isJsonObject } from "../../values/property";

const tokens = new Map(armPaths.map(({ type, token }) => [keyOf(type), token]));

/** A body in the shape of a class of azure-native, and which class that is; no class when the SDK has none. */
export interface ClassBody {
  readonly token: string;
  readonly body: JsonObject;
}

/** Takes a resource as a template writes it to the shape the SDK gives it: most classes have the properties on top. */
export function classBody(type: string, resource: JsonObject): ClassBody {
  const token = tokens.get(keyOf(type)) ?? "";
  const known = resourceClass(token);
  const { properties, ...rest } = resource;
  if (!isJsonObject(properties) || known === undefined || known.inputs.has("properties"))
    return { token, body: resource };
  return { token, body: { ...rest, ...properties } };
}
