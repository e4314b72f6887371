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

/** Where the SDK and ARM's type definitions differ in more than the level of `properties`. */
interface Particulars {
  /** Keys of the envelope's names that are properties here. */
  readonly inside?: readonly string[];
  /** ARM's names of properties the SDK renames. */
  readonly names?: Readonly<Record<string, string>>;
  /** Lists whose items have `properties` of their own. */
  readonly lists?: readonly string[];
}

const particulars: Readonly<Record<string, Particulars>> = {
  "azure-native:operationalinsights:Workspace": { inside: ["sku"] },
  "azure-native:storage:StorageAccount": {
    names: {
      enableHttpsTrafficOnly: "supportsHttpsTrafficOnly",
      networkRuleSet: "networkAcls",
    },
  },
  "azure-native:compute:VirtualMachine": { lists: ["networkInterfaces"] },
};

/**
 * A resource's inputs in the form of ARM's request body. The SDK lifts what ARM has under
 * `properties` one level up: in the body itself, and in every part of a network resource that has a
 * name or an id.
 */
export function armBody(path: ArmPath, inputs: Values): Values {
  const partsOfId = new Set(inputsOf(path));
  const body = Object.entries(inputs).filter(([key]) => !partsOfId.has(key));
  // Where the SDK did not lift them, they are an input of their own.
  if ("properties" in inputs) return Object.fromEntries(body);

  const { inside = [], names = {}, lists = [] } = particulars[path.token] ?? {};
  const isOutside = (key: string): boolean => envelope.includes(key) && !inside.includes(key);
  const isNetwork = path.token.startsWith("azure-native:network:");
  const lowers = (list: string): boolean => isNetwork || lists.includes(list);
  return {
    ...Object.fromEntries(body.filter(([key]) => isOutside(key))),
    properties: Object.fromEntries(
      body
        .filter(([key]) => !isOutside(key))
        .map(([key, value]) => [names[key] ?? key, lowered(value, key, lowers)]),
    ),
  };
}

/** Puts `properties` back into the parts below a key for which that is asked. */
function lowered(value: unknown, key: string, lowers: (key: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => lowered(item, key, lowers));
  if (!isRecord(value)) return value;
  const below = Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, lowered(item, name, lowers)]),
  );
  if (!lowers(key) || !("id" in below || "name" in below)) return below;
  const head = Object.entries(below).filter(([name]) => ["id", "name", "zones"].includes(name));
  const rest = Object.entries(below).filter(([name]) => !["id", "name", "zones"].includes(name));
  return {
    ...Object.fromEntries(head),
    ...(rest.length === 0 ? {} : { properties: Object.fromEntries(rest) }),
  };
}
