import { ArmError } from "../../arm/error";
import { classShape } from "../../sdk/class-shape";
import type { Resources } from "../../store/resources";
import type { Property, PropertyObject } from "../../values/property";
import { hasUnknown, revealed, unknown } from "../../values/property";
import { missing, withDefaults } from "../checking";
import type { CheckAnswer, CheckRequest, Failure, Settings } from "../provider";
import type { ArmClass } from "./arm-class";
import { armClassOf } from "./arm-class";
import { automaticName, createBeforeDelete } from "./autoname";
import type { Finding } from "./inspection";
import { inspect } from "./inspection";
import { nearest } from "./nearest";

/** Inputs that are the provider's own, not the class's. */
const added: ReadonlySet<string> = new Set([createBeforeDelete, "azureApiVersion"]);

/** Completes inputs and tells what is wrong with them, as azure-native does. */
export function check(
  resources: Resources,
  request: CheckRequest,
  settings: Settings,
): CheckAnswer {
  const armClass = armClassOf(request.token);
  const inputs = completed(resources, request, settings, armClass);
  const findings = [...inspect(classShape(request.token).inputs, ownInputs(inputs))];
  return {
    inputs,
    failures: [...missingOnTop(armClass, inputs), ...findings.flatMap(failureOf)],
    warnings: findings.flatMap((finding) => warningOf(request.token, finding)),
  };
}

/** Of what ARM will refuse and the genuine provider lets pass, a preview warns. */
function warningOf(token: string, finding: Finding): readonly string[] {
  switch (finding.kind) {
    case "strange":
      return [
        `${token} has no input '${finding.path}'${hint(finding) || "."} Azure will refuse it.`,
      ];
    case "unlisted":
      return [`${notAllowed(finding)} Azure will refuse it. (${token})`];
    case "missing":
    case "unlike":
      return [];
  }
}

/**
 * Refuses inputs ARM cannot read: members it does not know, values it does not list.
 *
 * @throws {ArmError}
 */
export function refuseUnreadable({ known, path }: ArmClass, inputs: PropertyObject): void {
  for (const finding of inspect(classShape(known.token).inputs, ownInputs(inputs)))
    switch (finding.kind) {
      case "strange":
        throw new ArmError(
          400,
          "InvalidRequestContent",
          `The request content was invalid and could not be deserialized: Could not find member '${finding.path}'${hint(finding)} on object of type '${path.type}'.`,
        );
      case "unlisted":
        // The code and the form of Microsoft.Compute; other resource providers word it otherwise.
        throw new ArmError(400, "InvalidParameter", notAllowed(finding));
      case "missing":
      case "unlike":
    }
}

function notAllowed({ path, value, allowed }: Extract<Finding, { kind: "unlisted" }>): string {
  const shown = value === undefined ? "The secret value" : `The value '${value}'`;
  const near = value === undefined ? undefined : nearest(value, allowed);
  const meant = near === undefined ? "" : ` Did you mean '${near}'?`;
  return `${shown} of parameter '${path}' is not allowed. Allowed values are: ${allowed.join(", ")}.${meant}`;
}

function completed(
  resources: Resources,
  request: CheckRequest,
  settings: Settings,
  armClass: ArmClass,
): PropertyObject {
  const { known, nameInput } = armClass;
  const inputs: Record<string, Property> = { ...withDefaults(known, request.news) };
  if (nameInput !== undefined && inputs[nameInput] === undefined && known.inputs.has(nameInput)) {
    const named = automaticName(request, nameInput);
    if (named !== undefined) {
      inputs[nameInput] = named.name;
      if (named.isRandom) inputs[createBeforeDelete] = true;
    }
  }
  if (inputs["location"] === undefined && known.inputs.has("location")) {
    const location = defaultLocation(resources, request, settings, inputs["resourceGroupName"]);
    if (location !== undefined) inputs["location"] = location;
  }
  if (inputs["azureApiVersion"] === undefined && known.apiVersion !== undefined)
    inputs["azureApiVersion"] = known.apiVersion;
  return inputs;
}

function ownInputs(inputs: PropertyObject): PropertyObject {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => !added.has(name)));
}

/** Top-level inputs that are missing; the name only can be when the engine forbade to make one up. */
function missingOnTop({ known, nameInput }: ArmClass, inputs: PropertyObject): readonly Failure[] {
  const unnamed =
    nameInput !== undefined &&
    known.inputs.has(nameInput) &&
    !known.required.includes(nameInput) &&
    inputs[nameInput] === undefined
      ? [{ property: nameInput, reason: `missing required property '${nameInput}'` }]
      : [];
  return [...missing(known, inputs), ...unnamed].map(({ property, reason }) => ({
    property,
    reason:
      property === "location"
        ? `${reason}. Either set it explicitly or configure it with 'pulumi config set azure-native:location <value>'.`
        : reason,
  }));
}

function failureOf(finding: Finding): readonly Failure[] {
  switch (finding.kind) {
    case "missing":
      // Those on top are told by the class itself.
      return finding.path.includes(".")
        ? [{ property: finding.path, reason: `missing required property '${finding.path}'` }]
        : [];
    case "unlike":
      return [
        {
          property: finding.path,
          reason: `'${finding.path}' should be of type '${finding.wanted}' but got ${finding.got}`,
        },
      ];
    case "strange":
    case "unlisted":
      return [];
  }
}

function hint({ near }: Extract<Finding, { kind: "strange" }>): string {
  return near === undefined ? "" : `, did you mean '${near}'?`;
}

/** In this order: where it was before, what the provider was told, where its resource group is. */
function defaultLocation(
  resources: Resources,
  { olds, token }: CheckRequest,
  { subscriptionId, location }: Settings,
  groupName: Property | undefined,
): Property | undefined {
  const before = olds["location"];
  if (before !== undefined) return before;
  if (location !== undefined) return location;
  const group = revealed(groupName);
  if (group === undefined || token === "azure-native:resources:ResourceGroup") return undefined;
  if (hasUnknown(group)) return unknown;
  if (typeof group !== "string") return undefined;
  return resources.get(`/subscriptions/${subscriptionId}/resourceGroups/${group}`)?.body[
    "location"
  ];
}
