import { inputsOf, type ArmPath } from "../azure/arm-paths";
import { isRecord } from "./property-values";

type Values = Readonly<Record<string, unknown>>;

/** Keys ARM has beside `properties`, in every type that has them at all. */
const envelope = [
  "location",
  "tags",
  "sku",
  "kind",
  "identity",
  "zones",
  "plan",
  "managedBy",
  "extendedLocation",
];

/** Types that keep a key of the envelope's name among their properties, by the ARM type definitions. */
const keptInside: Readonly<Record<string, readonly string[]>> = {
  "azure-native:operationalinsights:Workspace": ["sku"],
  "azure-native:network:VirtualNetworkPeering": ["location"],
};

/**
 * A resource's inputs in the form of ARM's request body. The SDK lifts what ARM has under
 * `properties` one level up, in the body itself and in the named items of network resources.
 */
export function armBody(path: ArmPath, inputs: Values): Values {
  const partsOfId = new Set(inputsOf(path));
  const body = Object.entries(inputs).filter(([key]) => !partsOfId.has(key));
  // Where the SDK did not lift them, they are an input of their own.
  if ("properties" in inputs) return Object.fromEntries(body);

  const inside = keptInside[path.token] ?? [];
  const isOutside = (key: string): boolean => envelope.includes(key) && !inside.includes(key);
  const lower = path.token.startsWith("azure-native:network:") ? lowerItems : same;
  return {
    ...Object.fromEntries(body.filter(([key]) => isOutside(key))),
    properties: Object.fromEntries(
      body.filter(([key]) => !isOutside(key)).map(([key, value]) => [key, lower(value)]),
    ),
  };
}

function lowerItems(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) => {
    if (!isRecord(item) || !("name" in item)) return item;
    const { name, id, zones, ...properties } = item;
    return {
      name,
      ...(id === undefined ? {} : { id }),
      ...(zones === undefined ? {} : { zones }),
      properties,
    };
  });
}

function same(value: unknown): unknown {
  return value;
}
