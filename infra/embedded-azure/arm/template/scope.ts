import type { Json, JsonObject } from "../../values/property";
import { isJsonObject } from "../../values/property";
import { ArmError } from "../error";
import { registrationTokens } from "../registration";
import { listKeys } from "../keys";
import { tenantId } from "../tenant";
import type { World } from "../world";
import type { Functions } from "./evaluation";
import { text } from "./pure-functions";
import { timeText } from "./time";

/** Where a template is deployed. */
export interface Scope {
  readonly subscriptionId: string;
  /** Undefined for a deployment to the subscription itself. */
  readonly resourceGroup: string | undefined;
  readonly deploymentName: string;
}

/** Values handed to a template, computed when first asked for. */
export interface Values {
  readonly parameter: (name: string) => Json;
  readonly variable: (name: string) => Json;
  /** Id of a resource of the template by its name. */
  readonly resourceNamed: (name: string) => string | undefined;
}

/** The functions that know where, when and with what a template is deployed. */
export function scopeFunctions(world: World, scope: Scope, values: Values): Functions {
  const placeId = placeOf(scope);
  const resourceAt = (given: Json) => {
    const named = text(given);
    const id = named.startsWith("/") ? named : values.resourceNamed(named);
    const resource = id === undefined ? undefined : world.resources.get(id);
    if (resource === undefined)
      throw new ArmError(
        404,
        "ResourceNotFound",
        `The resource '${id ?? named}' under '${placeId}' was not found.`,
      );
    return resource;
  };
  return {
    parameters: ([name = ""]) => values.parameter(text(name)),
    variables: ([name = ""]) => values.variable(text(name)),
    ...(scope.resourceGroup === undefined
      ? {}
      : groupFunction(world, placeId, scope.resourceGroup)),
    subscription: () => ({
      id: `/subscriptions/${scope.subscriptionId}`,
      subscriptionId: scope.subscriptionId,
      tenantId,
      displayName: "Embedded Azure",
    }),
    tenant: () => ({ tenantId }),
    deployment: () => ({ name: scope.deploymentName }),
    resourceid: (given) => resourceId(scope, placeId, given.map(text)),
    subscriptionresourceid: (given) =>
      typedId(`/subscriptions/${scope.subscriptionId}`, withoutGuid(given.map(text))),
    tenantresourceid: (given) => typedId("", given.map(text)),
    extensionresourceid: ([on = "", ...given]) => typedId(text(on), given.map(text)),
    reference: ([which = "", _version, full]) => {
      const { body, type } = resourceAt(which);
      const answer = answerOf(body, type);
      const properties = answer["properties"];
      return full === "Full" || properties === undefined ? answer : properties;
    },
    "list*": ([name = "", which = ""]) => {
      const resource = resourceAt(which);
      switch (name) {
        case "listregistrationtokens":
          return { value: registrationTokens(world, resource).map((each) => ({ ...each })) };
        case "listkeys":
          return { keys: listKeys(world, resource.id) };
        default:
          throw new ArmError(
            400,
            "InvalidTemplate",
            `The embedded Azure does not know the template function '${text(name)}'.`,
          );
      }
    },
  };
}

/** Id of what a template is deployed to. */
export function placeOf({ subscriptionId, resourceGroup }: Scope): string {
  const subscription = `/subscriptions/${subscriptionId}`;
  return resourceGroup === undefined
    ? subscription
    : `${subscription}/resourceGroups/${resourceGroup}`;
}

function groupFunction(world: World, id: string, name: string): Functions {
  const { location = "", tags = {} } = world.resources.get(id)?.body ?? {};
  const properties = { provisioningState: "Succeeded" };
  const type = "Microsoft.Resources/resourceGroups";
  return { resourcegroup: () => ({ id, name, type, location, tags, properties }) };
}

/** Functions that only stand in default values of parameters, for they give something new each time. */
export function defaultValueFunctions(world: World): Functions {
  return {
    utcnow: ([format]) => timeText(world.now, format === undefined ? undefined : text(format)),
  };
}

/** A resource as ARM answers it: what the SDK's classes have on top stands below `properties`. */
function answerOf(body: JsonObject, type: string): JsonObject {
  if (isJsonObject(body["properties"])) return { ...body, type };
  const envelope = new Set([
    "id",
    "name",
    "type",
    "location",
    "tags",
    "sku",
    "kind",
    "identity",
    "zones",
    "plan",
    "etag",
  ]);
  const entries = Object.entries(body);
  return {
    ...Object.fromEntries(entries.filter(([key]) => envelope.has(key))),
    type,
    properties: Object.fromEntries(entries.filter(([key]) => !envelope.has(key))),
  };
}

/** `resourceId([subscription], [group], type, name, ...)`. */
function resourceId(scope: Scope, placeId: string, given: readonly string[]): string {
  const typeAt = given.findIndex((each) => each.includes("/"));
  const [first, second] = given.slice(0, Math.max(typeAt, 0));
  if (second !== undefined)
    return typedId(`/subscriptions/${first ?? ""}/resourceGroups/${second}`, given.slice(typeAt));
  const group =
    first === undefined
      ? placeId
      : `/subscriptions/${scope.subscriptionId}/resourceGroups/${first}`;
  return typedId(group, given.slice(Math.max(typeAt, 0)));
}

function withoutGuid(given: readonly string[]): readonly string[] {
  return given[0]?.includes("/") === true ? given : given.slice(1);
}

/** Type and names, interleaved: `Microsoft.A/b/c`, `x`, `y` is `providers/Microsoft.A/b/x/c/y`. */
export function typedId(base: string, [type = "", ...names]: readonly string[]): string {
  const [namespace = "", ...types] = type.split("/");
  if (types.length !== names.length)
    throw new ArmError(
      400,
      "InvalidTemplate",
      `Unable to process template language: the type '${type}' requires ${types.length} resource name argument(s).`,
    );
  const pairs = types.map((each, index) => `${each}/${names[index] ?? ""}`);
  return `${base}/providers/${[namespace, ...pairs].join("/")}`;
}
