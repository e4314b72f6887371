import { armPathOf, nameInputOf, parseArmId, type ArmPath } from "../azure/arm-paths";
import { armBody } from "./arm-body";
import { isRecord } from "./property-values";
import { SECRET, UNKNOWN, type RegisteredResource } from "./registered";
import { sdkApiVersion } from "./sdk-api-version";

type Json = Readonly<Record<string, unknown>>;

/** API version of a type token; undefined when there is none. */
export type ApiVersionOf = (type: string) => string | undefined;

const schema = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";

/**
 * An ARM template of the azure-native resources among those registered, for people and scanners to
 * read. It is one flat template whatever groups and subscriptions the resources are in; each says so
 * in its comment. Secrets and values that only a deployment can tell are parameters.
 *
 * @param resources In an order of the caller's; the template keeps it.
 * @param apiVersionOf Default: what the installed SDK uses.
 */
export function armTemplate(
  resources: readonly RegisteredResource[],
  apiVersionOf: ApiVersionOf = sdkApiVersion,
): Json {
  const parameters: Record<string, Json> = {};
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const exported = resources.flatMap((resource) => {
    const path = resource.custom ? armPathOf(resource.type) : undefined;
    return path === undefined
      ? []
      : [armResource({ resource, path, byUrn, parameters, apiVersionOf })];
  });
  return { $schema: schema, contentVersion: "1.0.0.0", parameters, resources: exported };
}

interface Export {
  readonly resource: RegisteredResource;
  readonly path: ArmPath;
  readonly byUrn: ReadonlyMap<string, RegisteredResource>;
  /** Filled on the way. */
  readonly parameters: Record<string, Json>;
  readonly apiVersionOf: ApiVersionOf;
}

function armResource({ resource, path, byUrn, parameters, apiVersionOf }: Export): Json {
  const { id, inputs, type } = resource;
  const place = id === undefined ? undefined : parseArmId(id);
  const isNested = type.startsWith("azure-native:resources:Deployment");
  const write = writer(resource.name, parameters, isNested ? ["properties.template"] : []);
  const body = write(armBody(path, inputs), "");
  const dependsOn = [...new Set(resource.dependsOn.flatMap((urn) => references(byUrn.get(urn))))];
  const scope = scopeOf(path, inputs);
  return {
    comments: commentOf(resource, place),
    type: path.type,
    apiVersion: apiVersionOf(type) ?? "unknown",
    name: place?.names.join("/") ?? write(inputs[nameInputOf(path)] ?? UNKNOWN, nameInputOf(path)),
    ...(scope === undefined ? {} : { scope: write(scope, "scope") }),
    ...(dependsOn.length === 0 ? {} : { dependsOn: dependsOn.toSorted() }),
    ...(isRecord(body) ? body : {}),
    ...(isNested && isRecord(body) && isRecord(body["properties"])
      ? // Its template reads the clock and keys of its own.
        { properties: { ...body["properties"], expressionEvaluationOptions: { scope: "Inner" } } }
      : {}),
  };
}

type Place = ReturnType<typeof parseArmId>;

function commentOf({ urn }: RegisteredResource, place: Place | undefined): string {
  const group = place?.resourceGroup === undefined ? "" : `group ${place.resourceGroup}, `;
  const subscription =
    place?.subscriptionId === undefined ? "" : `subscription ${place.subscriptionId}, `;
  return `${group}${subscription}${urn}`;
}

/** What an extension resource stands on: the input that opens its path. */
function scopeOf({ template }: ArmPath, inputs: Json): unknown {
  const [, input] = /^\/\{(\w+)\}\//.exec(template) ?? [];
  return input === undefined ? undefined : inputs[input];
}

/**
 * A reference as `dependsOn` takes it. None to what is not of ARM, whose id is not known, or that a
 * template cannot wait for: a resource group.
 */
function references(resource: RegisteredResource | undefined): string[] {
  const path = resource === undefined ? undefined : armPathOf(resource.type);
  if (resource?.id === undefined || path === undefined) return [];
  if (path.type === "Microsoft.Resources/resourceGroups") return [];
  const scope = scopeOf(path, resource.inputs);
  const { subscriptionId = "", resourceGroup, type, names } = parseArmId(resource.id);
  const [call, ...places] =
    typeof scope === "string"
      ? ["extensionResourceId", scope]
      : resourceGroup === undefined
        ? ["subscriptionResourceId", subscriptionId]
        : ["resourceId", subscriptionId, resourceGroup];
  const quoted = [...places, type, ...names].map((text) => `'${text.replaceAll("'", "''")}'`);
  return [`[${call}(${quoted.join(", ")})]`];
}

/** Writes values as a template has them; markers become parameters, listed in `parameters`. */
function writer(name: string, parameters: Record<string, Json>, verbatim: readonly string[]) {
  const parameter = (path: string, definition: Json): string => {
    const key = `${name}_${path}`.replaceAll(/\W+/g, "_");
    parameters[key] = definition;
    return `[parameters('${key}')]`;
  };
  return function write(value: unknown, path: string): unknown {
    if (verbatim.includes(path)) return value;
    if (value === SECRET)
      return parameter(path, { type: "secureString", metadata: { description: "Secret." } });
    if (value === UNKNOWN)
      return parameter(path, {
        type: "string",
        metadata: { description: "Known only after the deployment of what it comes from." },
      });
    // In a template a text that begins with [ is an expression.
    if (typeof value === "string") return value.startsWith("[") ? `[${value}` : value;
    const below = (key: string | number): string => (path === "" ? `${key}` : `${path}.${key}`);
    if (Array.isArray(value)) return value.map((item, place) => write(item, below(place)));
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, write(item, below(key))]),
    );
  };
}
