import type { Resources } from "../../store/resources";
import type { Property, PropertyObject } from "../../values/property";
import { hasUnknown, revealed, unknown } from "../../values/property";
import { missing, withDefaults } from "../checking";
import type { CheckAnswer, CheckRequest, Failure, Settings } from "../provider";
import { armClassOf } from "./arm-class";
import { automaticName, createBeforeDelete } from "./autoname";
import { nearest } from "./nearest";

/** Completes inputs and tells what is wrong with them, as azure-native does. */
export function check(
  resources: Resources,
  request: CheckRequest,
  settings: Settings,
): CheckAnswer {
  const armClass = armClassOf(request.token);
  const { known, nameInput } = armClass;
  const inputs: Record<string, Property> = { ...withDefaults(known, request.news) };
  if (inputs[nameInput] === undefined && known.inputs.has(nameInput)) {
    const named = automaticName(request, armClass);
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
  return {
    inputs,
    failures: failuresOf(missing(known, inputs), armClass, inputs),
    warnings: unknownInputs(request.token, inputs).map(
      ({ name, near }) =>
        `${request.token} has no input '${name}'${near === undefined ? "" : `, did you mean '${near}'?`} Azure will refuse it.`,
    ),
  };
}

/** Top-level inputs the class does not have, each with the name that may have been meant. */
export function unknownInputs(
  token: string,
  inputs: PropertyObject,
): readonly { readonly name: string; readonly near: string | undefined }[] {
  const { known } = armClassOf(token);
  const added = new Set([createBeforeDelete, "azureApiVersion"]);
  return Object.keys(inputs)
    .filter((name) => !known.inputs.has(name) && !added.has(name))
    .map((name) => ({ name, near: nearest(name, known.inputs) }));
}

function failuresOf(
  missed: readonly Failure[],
  { known, nameInput }: ReturnType<typeof armClassOf>,
  inputs: PropertyObject,
): readonly Failure[] {
  const failures = missed.map(({ property, reason }) => ({
    property,
    reason:
      property === "location"
        ? `${reason}. Either set it explicitly or configure it with 'pulumi config set azure-native:location <value>'.`
        : reason,
  }));
  // The name can only be missing when the engine forbade to make one up.
  const unnamed = inputs[nameInput] === undefined && !known.required.includes(nameInput);
  return unnamed && known.inputs.has(nameInput)
    ? [...failures, { property: nameInput, reason: `missing required property '${nameInput}'` }]
    : failures;
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
