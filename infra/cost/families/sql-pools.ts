import type { Finding } from "../model";
import { Decimal, hoursPerMonth } from "../money";
import { entryOf, NotPriceable } from "../reading";
import { units } from "../units";
import { type Context, type Family, metered, used } from "./family";
import { licence, onServer, provisionedCompute } from "./sql-databases";
import { backupRedundancy, sqlSkuOf } from "./sql-skus";

const bytesInGb = new Decimal(1024).pow(3);

export const sqlPools: Family = {
  name: "SQL elastic pools",
  group: "other",
  types: ["sql:ElasticPool"],
  owner: onServer,
  usage: [],
  *findings(context) {
    const { inputs } = context;
    const match = /^(basic|standard|premium)pool$/.exec(inputs.choice("sku.name") ?? "");
    if (match?.[1] !== undefined) {
      yield* dtuPool(context, match[1]);
      return;
    }
    const sku = sqlSkuOf(inputs);
    if (sku.model !== "vCore")
      throw new NotPriceable(`no pool has the SKU "${inputs.text("sku.name") ?? ""}"`);
    const zoneRedundant = sku.tier === "general-purpose" && inputs.flag("zoneRedundant");
    yield* provisionedCompute(context, sku, zoneRedundant);
    const bytes = inputs.amount("maxSizeBytes");
    yield metered(
      "storage",
      `SQL storage, ${sku.tier.replace("-", " ")}${zoneRedundant ? ", zone-redundant" : ""}`,
      `sql/database/${sku.tier}/${zoneRedundant ? "zone-redundant-storage" : "storage"}`,
      units.gbHeld,
      bytes === undefined ? new Decimal(5) : bytes.div(bytesInGb).toDecimalPlaces(9),
      bytes === undefined ? { assumed: "size not named: 5 GB" } : {},
    );
  },
};

/** GB in the price of a pool: https://learn.microsoft.com/azure/azure-sql/database/resource-limits-dtu-elastic-pools */
const premiumIncluded: Readonly<Record<string, number>> = {
  125: 250,
  250: 500,
  500: 750,
  1e3: 1024,
  1500: 1536,
  2e3: 2048,
  2500: 2560,
  3e3: 3072,
  3500: 3584,
  4e3: 4096,
};

function* dtuPool({ inputs }: Context, tier: string): Generator<Finding> {
  const dtus = inputs.count("sku.capacity");
  if (dtus === undefined) throw new NotPriceable("sku.capacity is missing");
  yield metered(
    "compute",
    `SQL pool ${tier}, ${dtus} eDTU`,
    `sql/pool/dtu/${tier}/${dtus}`,
    units.hours,
    hoursPerMonth,
  );
  const bytes = inputs.amount("maxSizeBytes");
  // A standard pool includes as many GB as it has eDTU; a basic one takes no more than it includes.
  const included = tier === "premium" ? (entryOf(premiumIncluded, String(dtus)) ?? 0) : dtus;
  const above = bytes?.div(bytesInGb).minus(included).clampedTo(0, Infinity);
  if (tier !== "basic" && above?.gt(0) === true)
    yield metered(
      "storage",
      `SQL storage above the included ${included} GB`,
      `sql/pool/dtu/${tier}/storage`,
      units.gbHeld,
      above.toDecimalPlaces(9),
    );
}

/** GB in the price of an instance: https://azure.microsoft.com/pricing/details/azure-sql-managed-instance */
const instanceGb = new Decimal(32);

export const sqlManagedInstances: Family = {
  name: "SQL managed instances",
  group: "other",
  types: ["sql:ManagedInstance"],
  usage: ["longTermRetentionStorageGb", "backupStorageGb"],
  *findings(context) {
    const { inputs } = context;
    const sku = sqlSkuOf(inputs);
    if (sku.model !== "vCore")
      throw new NotPriceable(`no managed instance has the SKU "${inputs.text("sku.name") ?? ""}"`);
    const product = `sql/managed-instance/${sku.tier}`;
    yield metered(
      "compute",
      `SQL managed instance ${sku.name}`,
      `${product}/${sku.family}/${sku.vCores}-vcores`,
      units.hours,
      hoursPerMonth,
    );
    const size = inputs.amount("storageSizeInGB") ?? instanceGb;
    yield metered(
      "storage",
      "SQL managed instance storage above 32 GB",
      `${product}/storage`,
      units.gbHeld,
      size.minus(instanceGb).clampedTo(0, Infinity),
    );
    if (inputs.choice("licenseType") !== "baseprice") yield licence(sku.tier, sku.vCores);
    const redundancy = backupRedundancy(inputs);
    for (const [slot, name, key] of [
      ["backup", "point-in-time backup", "backupStorageGb"],
      ["long-term-backup", "long-term backup", "longTermRetentionStorageGb"],
    ] as const)
      yield used(
        context,
        slot,
        `SQL managed instance, ${name} ${redundancy.toUpperCase()}`,
        `sql/managed-instance/${slot}/${redundancy}`,
        units.gbHeld,
        key,
      );
  },
};
