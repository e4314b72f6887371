import { entryOf, type Inputs, NotPriceable } from "../reading";

/** What a database, a pool or a managed instance is bought as. */
export type SqlSku =
  | {
      readonly model: "vCore";
      readonly tier: "general-purpose" | "business-critical" | "hyperscale";
      readonly serverless: boolean;
      /** `gen5`: the hardware. */
      readonly family: string;
      readonly vCores: number;
      /** `GP_Gen5_4`. */
      readonly name: string;
    }
  | {
      readonly model: "dtu";
      readonly tier: "basic" | "standard" | "premium";
      readonly name: string;
    }
  | { readonly model: "pool" };

const tiers = { gp: "general-purpose", bc: "business-critical", hs: "hyperscale" } as const;

/** Service objectives by their units: https://learn.microsoft.com/azure/azure-sql/database/resource-limits-dtu-single-databases */
const standardByDtu: Readonly<Record<string, string>> = {
  10: "S0",
  20: "S1",
  50: "S2",
  100: "S3",
  200: "S4",
  400: "S6",
  800: "S7",
  1600: "S9",
  3e3: "S12",
};
const premiumByDtu: Readonly<Record<string, string>> = {
  125: "P1",
  250: "P2",
  500: "P4",
  1e3: "P6",
  1750: "P11",
  4e3: "P15",
};

/** Reads `sku`, with the number of vCores in its name or beside it. @throws NotPriceable */
export function sqlSkuOf(inputs: Inputs): SqlSku {
  // What Azure creates when nothing is asked for: general purpose, serverless, two vCores.
  const name = inputs.text("sku.name") ?? "GP_S_Gen5_2";
  const capacity = inputs.count("sku.capacity") ?? inputs.count("vCores");
  if (/^elasticpool$/i.test(name)) return { model: "pool" };
  const match = /^(gp|bc|hs)_(?:(s)_)?([a-z0-9]+?)(?:_(\d+))?$/i.exec(name);
  if (match === null) return dtuSku(name, capacity);
  const [, prefix = "", serverless, family = "", inName] = match;
  const vCores = inName === undefined ? capacity : Number(inName);
  if (vCores === undefined || vCores === 0) throw new NotPriceable("sku.capacity is missing");
  const tier = entryOf(tiers, prefix.toLowerCase());
  if (tier === undefined) throw new NotPriceable(`no database has the SKU "${name}"`);
  return {
    model: "vCore",
    tier,
    serverless: serverless !== undefined,
    vCores,
    family: family.toLowerCase(),
    name: inName === undefined ? `${name}_${vCores}` : name,
  };
}

function dtuSku(name: string, capacity: number | undefined): SqlSku {
  const lower = name.toLowerCase();
  if (lower === "basic") return { model: "dtu", tier: "basic", name: "Basic" };
  if (/^s\d+$/.test(lower)) return { model: "dtu", tier: "standard", name: name.toUpperCase() };
  if (/^p\d+$/.test(lower)) return { model: "dtu", tier: "premium", name: name.toUpperCase() };
  const byDtu = lower === "standard" ? standardByDtu : lower === "premium" ? premiumByDtu : {};
  const found = entryOf(byDtu, String(capacity));
  if (found === undefined) throw new NotPriceable(`no database has the SKU "${name}"`);
  return { model: "dtu", tier: lower === "standard" ? "standard" : "premium", name: found };
}

const redundancies: Readonly<Record<string, string>> = {
  geo: "ra-grs",
  grs: "ra-grs",
  ragrs: "ra-grs",
  geozone: "ra-gzrs",
  gzrs: "ra-gzrs",
  local: "lrs",
  lrs: "lrs",
  zone: "zrs",
  zrs: "zrs",
};

/** Where backups are kept: in both regions unless the program says otherwise. @throws NotPriceable */
export function backupRedundancy(inputs: Inputs): string {
  const written =
    inputs.choice("requestedBackupStorageRedundancy") ??
    inputs.choice("storageAccountType") ??
    "geo";
  const found = entryOf(redundancies, written);
  if (found === undefined) throw new NotPriceable(`no backup has the redundancy "${written}"`);
  return found;
}
