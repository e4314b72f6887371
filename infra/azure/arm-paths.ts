import { armPaths } from "./arm-path-table";

export { parseArmId, sameArmId, type ArmIdParts } from "./arm-ids";
export { deriveArmPath } from "./arm-path-derivation";
export { armPaths };

/** Where in ARM the resources of one class of the SDK stand. */
export interface ArmPath {
  /** Type token of the class, e.g. `azure-native:network:Subnet`. */
  readonly token: string;
  /** ARM type, e.g. `Microsoft.Network/virtualNetworks/subnets`; a placeholder where an input decides it. */
  readonly type: string;
  /** Id with the names of the SDK's inputs as placeholders; `{subscriptionId}` alone is no input. */
  readonly template: string;
}

/**
 * What Pulumi's wire format puts in place of a value not known before the deployment:
 * https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/plugin/rpc.go, `UnknownStringValue`
 */
const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const byToken = new Map(armPaths.map((path) => [path.token, path]));

/** The path of a class, undefined when the table does not know it; an API version in the token does not matter. */
export function armPathOf(token: string): ArmPath | undefined {
  return byToken.get(token.replace(/^azure-native(?:_\w+)?:(\w+)(?:\/\w+)?:/, "azure-native:$1:"));
}

/**
 * Id of the resource that inputs describe. Undefined when an input of the path is missing, empty, not a string, not
 * yet known, or holds a slash though it is not a scope.
 */
export function armId(
  path: ArmPath,
  inputs: Readonly<Record<string, unknown>>,
  subscriptionId: string,
): string | undefined {
  const values: Readonly<Record<string, unknown>> = { ...inputs, subscriptionId };
  const segments: string[] = [];
  for (const [place, segment] of path.template.split("/").slice(1).entries()) {
    const placeholder = placeholderIn(segment);
    const value = placeholder === undefined ? segment : values[placeholder];
    if (typeof value !== "string" || value === "" || value === unknownValue) return undefined;
    if (place === 0) segments.push(...value.split("/").filter((part) => part !== ""));
    else if (value.includes("/")) return undefined;
    else segments.push(value);
  }
  return `/${segments.join("/")}`;
}

/** The input that holds the resource's own name: the last placeholder. */
export function nameInputOf(path: ArmPath): string {
  const name = inputsOf(path).at(-1);
  if (name === undefined) throw new Error(`path of ${path.token} names no input: ${path.template}`);
  return name;
}

/** The inputs a path is made of, in order; `subscriptionId` is not among them. */
export function inputsOf(path: ArmPath): string[] {
  return path.template
    .split("/")
    .map(placeholderIn)
    .filter((name): name is string => name !== undefined && name !== "subscriptionId");
}

function placeholderIn(segment: string): string | undefined {
  return /^\{(\w+)\}$/.exec(segment)?.[1];
}
