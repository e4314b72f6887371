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
  /** ARM's names of properties the SDK renames, by their path in the SDK's shape. */
  readonly names?: Readonly<Record<string, string>>;
  /** Lists whose items have `properties` of their own. */
  readonly lists?: readonly string[];
  /** Parts of a network resource that have none though they have names. */
  readonly plain?: readonly string[];
  /** Properties ARM has one level deeper, together under one name. */
  readonly gathered?: Readonly<Record<string, readonly string[]>>;
  /** Has nothing but what stands beside `properties`. */
  readonly bare?: true;
}

const particulars: Readonly<Record<string, Particulars>> = {
  "azure-native:operationalinsights:Workspace": { inside: ["sku"] },
  "azure-native:storage:StorageAccount": {
    names: {
      enableHttpsTrafficOnly: "supportsHttpsTrafficOnly",
      networkRuleSet: "networkAcls",
      "encryption.encryptionIdentity": "identity",
      "encryption.encryptionIdentity.encryptionUserAssignedIdentity": "userAssignedIdentity",
      "encryption.keyVaultProperties": "keyvaultproperties",
      "encryption.keyVaultProperties.keyName": "keyname",
      "encryption.keyVaultProperties.keyVaultUri": "keyvaulturi",
      "encryption.keyVaultProperties.keyVersion": "keyversion",
    },
  },
  "azure-native:network:AzureFirewall": { inside: ["sku"], plain: ["sku"] },
  "azure-native:network:FirewallPolicy": { inside: ["sku"] },
  "azure-native:network:FirewallPolicyRuleCollectionGroup": { plain: ["ruleCollections", "rules"] },
  "azure-native:network:VirtualNetworkGateway": { inside: ["sku"], plain: ["sku"] },
  "azure-native:compute:VirtualMachine": { lists: ["networkInterfaces"] },
  "azure-native:authorization:RoleDefinition": { names: { roleType: "type" } },
  "azure-native:maintenance:MaintenanceConfiguration": {
    gathered: {
      maintenanceWindow: [
        "startDateTime",
        "expirationDateTime",
        "duration",
        "timeZone",
        "recurEvery",
      ],
    },
  },
  "azure-native:managedidentity:UserAssignedIdentity": { bare: true },
  "azure-native:monitor:MetricAlert": { names: { "criteria.odataType": "odata.type" } },
};

/**
 * A resource's inputs in the form of ARM's request body. The SDK lifts what ARM has under
 * `properties` one level up: in the body itself, and in every part of a network resource that has a
 * name or an id.
 */
export function armBody(path: ArmPath, inputs: Values): Values {
  const partsOfId = new Set(inputsOf(path));
  const body = withIdentityMap(
    Object.fromEntries(Object.entries(inputs).filter(([key]) => !partsOfId.has(key))),
  );
  const {
    inside = [],
    names = {},
    lists = [],
    plain = [],
    gathered = {},
    bare,
  } = particulars[path.token] ?? {};
  // Where the SDK did not lift them, they are an input of their own.
  if ("properties" in body || bare === true) return body;

  const isOutside = ([key]: readonly [string, unknown]): boolean =>
    envelope.includes(key) && !inside.includes(key);
  const entries = Object.entries(body);
  const isNetwork = path.token.startsWith("azure-native:network:");
  const form: Form = {
    names,
    lowers: (list) => (isNetwork && !plain.includes(list)) || lists.includes(list),
  };
  const properties = Object.fromEntries(
    entries
      .filter((entry) => !isOutside(entry))
      .map(([key, value]) => [names[key] ?? key, lowered(value, key, key, form)]),
  );
  return {
    ...Object.fromEntries(entries.filter(isOutside)),
    properties: Object.entries(gathered).reduce(gather, properties),
  };
}

/** The SDK has a list of ids where ARM has them as keys. */
function withIdentityMap(body: Values): Values {
  const { identity } = body;
  const ids = isRecord(identity) ? identity["userAssignedIdentities"] : undefined;
  if (!isRecord(identity) || !Array.isArray(ids)) return body;
  const userAssignedIdentities = Object.fromEntries(ids.map((id) => [String(id), {}]));
  return { ...body, identity: { ...identity, userAssignedIdentities } };
}

function gather(values: Values, [name, keys]: readonly [string, readonly string[]]): Values {
  const part = (isIn: boolean): Values =>
    Object.fromEntries(Object.entries(values).filter(([key]) => keys.includes(key) === isIn));
  return { ...part(false), [name]: part(true) };
}

interface Form {
  readonly names: Readonly<Record<string, string>>;
  readonly lowers: (key: string) => boolean;
}

/** Puts `properties` back into the parts below a key for which that is asked, and ARM's names. */
function lowered(value: unknown, key: string, path: string, form: Form): unknown {
  if (Array.isArray(value)) return value.map((item) => lowered(item, key, path, form));
  if (!isRecord(value)) return value;
  const below = Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const inner = `${path}.${name}`;
      return [form.names[inner] ?? name, lowered(item, name, inner, form)];
    }),
  );
  if (!form.lowers(key) || !("id" in below || "name" in below)) return below;
  const head = Object.entries(below).filter(([name]) => ["id", "name", "zones"].includes(name));
  const rest = Object.entries(below).filter(([name]) => !["id", "name", "zones"].includes(name));
  return {
    ...Object.fromEntries(head),
    ...(rest.length === 0 ? {} : { properties: Object.fromEntries(rest) }),
  };
}
