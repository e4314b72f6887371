import { armPathOf, inputsOf } from "../../infra/azure/arm-paths";
import { armBody } from "../../infra/resources/arm-body";
import { UNKNOWN } from "../../infra/resources/registered";

type Values = Readonly<Record<string, unknown>>;

/** A request to ARM as its published types describe it. */
export interface ArmRequest {
  readonly type: string;
  readonly body: Values;
}

/** The request that inputs of a class of azure-native come to; undefined for a class without a path. */
export function armRequest(token: string, inputs: Values): ArmRequest | undefined {
  const path = armPathOf(token);
  if (path === undefined) return undefined;
  const name = inputs[inputsOf(path).at(-1) ?? ""] ?? UNKNOWN;
  const body = armBody(path, inputs);
  return { type: path.type, body: { ...renamed(token, withIdentityMap(body)), name } };
}

/** The SDK has a list of ids where ARM has them as keys. */
function withIdentityMap(body: Values): Values {
  const { identity } = body;
  if (!isValues(identity) || !Array.isArray(identity["userAssignedIdentities"])) return body;
  const ids: readonly unknown[] = identity["userAssignedIdentities"];
  const userAssignedIdentities = Object.fromEntries(ids.map((id) => [String(id), {}]));
  return { ...body, identity: { ...identity, userAssignedIdentities } };
}

/** Where the SDK's names or levels are others than ARM's. */
function renamed(token: string, body: Values): Values {
  const properties = isValues(body["properties"]) ? body["properties"] : {};
  switch (token) {
    case "azure-native:maintenance:MaintenanceConfiguration": {
      const window = ["startDateTime", "expirationDateTime", "duration", "timeZone", "recurEvery"];
      const [inside, outside] = divided(properties, window);
      return { ...body, properties: { ...outside, maintenanceWindow: inside } };
    }
    case "azure-native:storage:StorageAccount":
      return {
        ...body,
        properties: within(properties, "encryption", (encryption) =>
          rename(
            within(
              within(encryption, "encryptionIdentity", (identity) =>
                rename(identity, { encryptionUserAssignedIdentity: "userAssignedIdentity" }),
              ),
              "keyVaultProperties",
              (key) =>
                rename(key, {
                  keyName: "keyname",
                  keyVaultUri: "keyvaulturi",
                  keyVersion: "keyversion",
                }),
            ),
            { encryptionIdentity: "identity", keyVaultProperties: "keyvaultproperties" },
          ),
        ),
      };
    case "azure-native:monitor:MetricAlert":
      return {
        ...body,
        properties: within(properties, "criteria", (criteria) =>
          rename(criteria, { odataType: "odata.type" }),
        ),
      };
    case "azure-native:authorization:RoleDefinition":
      return { ...body, properties: rename(properties, { roleType: "type" }) };
    case "azure-native:managedidentity:UserAssignedIdentity": {
      // It has nothing but what stands beside `properties`.
      const { properties: _properties, ...outside } = body;
      return { ...outside, ...properties };
    }
    default:
      return body;
  }
}

function divided(values: Values, names: readonly string[]): readonly [Values, Values] {
  const pick = (isIn: boolean): Values =>
    Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name) === isIn));
  return [pick(true), pick(false)];
}

function within(values: Values, name: string, change: (inner: Values) => Values): Values {
  const inner = values[name];
  return isValues(inner) ? { ...values, [name]: change(inner) } : values;
}

function rename(values: Values, names: Readonly<Record<string, string>>): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [names[name] ?? name, value]),
  );
}

function isValues(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
