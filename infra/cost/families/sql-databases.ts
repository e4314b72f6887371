import type { Finding } from "../model";
import { Decimal, hoursPerMonth } from "../money";
import type { Relation } from "../program";
import { units } from "../units";
import { type Context, type Family, metered, used } from "./family";
import { backupRedundancy, type SqlSku, sqlSkuOf } from "./sql-skus";

export const onServer: Relation = { types: ["sql:Server"], by: ["serverName"] };

const bytesInGb = new Decimal(1024).pow(3);

export const sqlDatabases: Family = {
  name: "SQL databases",
  group: "other",
  types: ["sql:Database"],
  owner: onServer,
  usage: [
    "monthlyVcoreHours",
    "extraDataStorageGb",
    "longTermRetentionStorageGb",
    "backupStorageGb",
  ],
  *findings(context) {
    const { inputs } = context;
    const sku: SqlSku = inputs.has("elasticPoolId") ? { model: "pool" } : sqlSkuOf(inputs);
    switch (sku.model) {
      case "vCore":
        yield* vCoreFindings(context, sku);
        break;
      case "dtu":
        yield* dtuFindings(context, sku);
        break;
      case "pool":
        break;
    }
    if (sku.model !== "vCore" || sku.tier !== "hyperscale") yield* backupFindings(context);
  },
};

type VCoreSku = Extract<SqlSku, { readonly model: "vCore" }>;
type DtuSku = Extract<SqlSku, { readonly model: "dtu" }>;

function* vCoreFindings(context: Context, sku: VCoreSku): Generator<Finding> {
  const { inputs } = context;
  const zoneRedundant = sku.tier === "general-purpose" && inputs.flag("zoneRedundant");
  if (sku.serverless) yield* serverlessCompute(context, sku, zoneRedundant);
  else yield* provisionedCompute(context, sku, zoneRedundant);
  if (sku.tier === "hyperscale") yield replicas(context, sku);
  const bytes = inputs.amount("maxSizeBytes");
  yield metered(
    "storage",
    `SQL storage, ${sku.tier.replace("-", " ")}${zoneRedundant ? ", zone-redundant" : ""}`,
    `sql/database/${sku.tier}/${zoneRedundant ? "zone-redundant-storage" : "storage"}`,
    units.gbHeld,
    bytes === undefined ? new Decimal(5) : bytes.div(bytesInGb).toDecimalPlaces(9),
    bytes === undefined ? { assumed: "size not named: 5 GB" } : {},
  );
}

function* serverlessCompute(
  context: Context,
  { name, tier, family }: VCoreSku,
  zoneRedundant: boolean,
): Generator<Finding> {
  const meter = `sql/database/${tier}-serverless/${family}`;
  yield used(
    context,
    "compute",
    `SQL compute ${name}`,
    `${meter}/vcore`,
    units.vCoreHours,
    "monthlyVcoreHours",
  );
  if (zoneRedundant)
    yield used(
      context,
      "zone-redundancy",
      `SQL zone redundancy ${name}`,
      `${meter}/zone-redundancy-vcore`,
      units.vCoreHours,
      "monthlyVcoreHours",
    );
}

/** vCores, zone redundancy on top of them, and the licence unless the firm brings its own. */
export function* provisionedCompute(
  { inputs, offer }: Context,
  { name, tier, family, vCores }: VCoreSku,
  zoneRedundant: boolean,
): Generator<Finding> {
  const meter = `sql/database/${tier}/${family}/${vCores}-vcores`;
  const extra = offer === "devTest" ? { assumed: "dev/test price not known: pay as you go" } : {};
  yield metered("compute", `SQL compute ${name}`, meter, units.hours, hoursPerMonth, extra);
  if (zoneRedundant)
    yield metered(
      "zone-redundancy",
      `SQL zone redundancy ${name}`,
      `${meter}/zone-redundancy`,
      units.hours,
      hoursPerMonth,
      extra,
    );
  if (inputs.choice("licenseType") !== "baseprice") yield licence(tier, vCores);
}

export function licence(tier: VCoreSku["tier"], vCores: number): Finding {
  return metered(
    "licence",
    "SQL Server licence",
    `sql/licence/${tier}`,
    units.vCoreHours,
    new Decimal(vCores).times(hoursPerMonth),
  );
}

function replicas({ inputs }: Context, { name, family, vCores }: VCoreSku): Finding {
  const count = inputs.amount("highAvailabilityReplicaCount") ?? inputs.amount("readReplicaCount");
  return {
    kind: "metered",
    slot: "replicas",
    name: `SQL replicas ${name}`,
    meter: `sql/database/hyperscale/${family}/${vCores}-vcores/replica`,
    unit: units.hours,
    quantity: count?.times(hoursPerMonth),
    usageBased: count === undefined,
  };
}

/** GB in the price: https://learn.microsoft.com/azure/azure-sql/database/resource-limits-dtu-single-databases */
function includedGb({ tier, name }: DtuSku): number {
  if (tier === "basic") return 2;
  if (tier === "standard") return 250;
  return name === "P11" || name === "P15" ? 4096 : 500;
}

function* dtuFindings(context: Context, sku: DtuSku): Generator<Finding> {
  const { inputs, usage } = context;
  yield metered(
    "compute",
    `SQL compute ${sku.name}`,
    `sql/database/dtu/${sku.name.toLowerCase()}`,
    units.hours,
    hoursPerMonth,
  );
  const bytes = inputs.amount("maxSizeBytes");
  const above = bytes?.div(bytesInGb).minus(includedGb(sku)).clampedTo(0, Infinity);
  const name = `SQL storage above the included ${includedGb(sku)} GB`;
  const of = ["storage", name, `sql/database/dtu/${sku.tier}/storage`, units.gbHeld] as const;
  if (above?.gt(0) === true) yield metered(...of, above.toDecimalPlaces(9));
  else if (usage("extraDataStorageGb") !== undefined)
    yield used(context, ...of, "extraDataStorageGb");
}

export function* backupFindings(context: Context): Generator<Finding> {
  const redundancy = backupRedundancy(context.inputs);
  yield used(
    context,
    "long-term-backup",
    `SQL long-term backup ${redundancy.toUpperCase()}`,
    `sql/long-term-backup/${redundancy}`,
    units.gbHeld,
    "longTermRetentionStorageGb",
  );
  yield used(
    context,
    "backup",
    `SQL point-in-time backup ${redundancy.toUpperCase()}`,
    `sql/point-in-time-backup/${redundancy}`,
    units.gbHeld,
    "backupStorageGb",
  );
}
