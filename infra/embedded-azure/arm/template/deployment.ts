import type { Json, JsonObject } from "../../values/property";
import { isArray, isJsonObject } from "../../values/property";
import { textOf } from "../../values/json";
import { stringsIn } from "../../values/secrecy";
import { stableGuid } from "../../../azure/guid";
import { ArmError } from "../error";
import type { Change, Computation, Put, World } from "../world";
import { classBody } from "./class-body";
import type { Functions } from "./evaluation";
import { evaluate, evaluateObject } from "./evaluation";
import type { TemplateResource } from "./resources";
import { inOrder, resourcesOf } from "./resources";
import { scopeFunctions } from "./scope";
import { templateValues } from "./values";

/** Runs a template: makes or changes what it describes, leaves the rest of the group alone, and answers its outputs. */
export const deployment: Computation = (world, change, put) => {
  const properties = change.wish.body["properties"];
  if (!isJsonObject(properties)) throw invalid("A deployment needs properties.");
  const template = properties["template"];
  if (!isJsonObject(template)) throw invalid("A deployment needs a template written out.");
  if (change.parts.subscriptionId === undefined)
    throw invalid("The embedded Azure runs deployments to resource groups and subscriptions only.");
  if (/^complete$/i.test(textOf(properties["mode"])))
    throw invalid("The embedded Azure runs deployments in mode Incremental only.");
  return {
    body: {
      properties: {
        provisioningState: "Succeeded",
        mode: "Incremental",
        timestamp: world.now.toISOString(),
        correlationId: stableGuid("deployment", change.wish.id, world.now.toISOString()),
        ...run(world, change, put, template, objectIn(properties, "parameters")),
      },
    },
  };
};

function run(
  world: World,
  change: Change,
  put: Put,
  template: JsonObject,
  given: JsonObject,
): JsonObject {
  const { parts, name } = change;
  const scope = {
    subscriptionId: parts.subscriptionId ?? world.subscriptionId,
    resourceGroup: parts.resourceGroup,
    deploymentName: name,
  };
  const ids = new Map<string, string>();
  const values = templateValues(world, template, given, {
    resourceNamed: (wanted) => ids.get(wanted.toLowerCase()),
    functionsFor: (own) => scopeFunctions(world, scope, own),
  });
  const { functions } = values;
  const made: TemplateResource[] = [];
  const resources = resourcesOf(template, functions, scope);
  for (const resource of resources) ids.set(resource.name.toLowerCase(), resource.id);
  for (const resource of inOrder(resources)) {
    if (resource.condition !== undefined && evaluate(resource.condition, functions) !== true)
      continue;
    const wanted = evaluateObject(resource.rest, functions);
    const { token, body } = classBody(resource.type, wanted);
    put({
      id: resource.id,
      token,
      body,
      secretPaths: pathsHolding(body, values.secrets()),
    });
    made.push(resource);
  }
  return {
    outputs: outputsOf(objectIn(template, "outputs"), functions),
    outputResources: made.map(({ id }) => ({ id })),
  };
}

/** ARM never answers outputs that are declared secure. */
function outputsOf(declared: JsonObject, functions: Functions): JsonObject {
  return Object.fromEntries(
    Object.entries(declared).flatMap(([name, output]) => {
      if (!isJsonObject(output) || /^secure/i.test(textOf(output["type"]))) return [];
      return [
        [
          name,
          { type: textOf(output["type"]), value: evaluate(output["value"] ?? null, functions) },
        ],
      ];
    }),
  );
}

/** Where a body holds, maybe as part of a text, something that was handed over as secret. */
function pathsHolding(body: JsonObject, secrets: readonly string[]): ReadonlySet<string> {
  return new Set(
    [...stringsIn(body)]
      .filter(([, text]) => secrets.some((secret) => secret !== "" && text.includes(secret)))
      .map(([path]) => path),
  );
}

function objectIn(parent: JsonObject, name: string): JsonObject {
  const value: Json = parent[name] ?? {};
  if (isJsonObject(value)) return value;
  throw invalid(`'${name}' must be an object${isArray(value) ? ", not an array" : ""}.`);
}

function invalid(text: string): ArmError {
  return new ArmError(400, "InvalidTemplate", text);
}
