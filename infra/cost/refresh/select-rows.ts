import type { BookEntry } from "../book/price-book";
import { machineService, sharedRegions } from "./retail-query";
import type { RetailRow } from "./retail-row";

export type AzureMeter = NonNullable<BookEntry["azure"]>;

/** The rows of one meter, one a tier, in rising order; or why there are none to take. */
export type Selection =
  | { readonly kind: "found"; readonly rows: readonly [RetailRow, ...RetailRow[]] }
  | { readonly kind: "none"; readonly reason: string };

/** Rows of the whole list, found by what a meter of the book says of itself. */
export class RowIndex {
  private readonly byNames = new Map<string, RetailRow[]>();
  private readonly byId = new Map<string, RetailRow[]>();
  private readonly machines = new Map<string, RetailRow[]>();
  private readonly reservations = new Map<string, RetailRow[]>();

  /** @param today rows that end before it or begin after it do not count */
  constructor(rows: readonly RetailRow[], today: string) {
    for (const row of rows) {
      if (!holdsOn(row, today)) continue;
      if (row.serviceName === machineService) {
        if (!isPlainMachine(row)) continue;
        put(row.type === "Reservation" ? this.reservations : this.machines, machineKey(row), row);
      } else if (row.type === "Consumption") {
        put(this.byNames, nameKey(row.serviceName, row.productName, row.meterName), row);
        put(this.byId, row.meterId, row);
      }
    }
  }

  /** @param regions from the one to prefer to the last resort */
  select(azure: AzureMeter, regions: readonly string[]): Selection {
    const candidates = this.candidates(azure);
    for (const region of regions) {
      const here = candidates.filter((row) => (row.armRegionName ?? "") === region);
      if (here.length > 0) return oneMeter(here);
    }
    return { kind: "none", reason: "not in the price list" };
  }

  /** Sold for a machine's size, whatever runs on it. */
  reservationsOf({ armSku = "" }: AzureMeter): readonly RetailRow[] {
    return this.reservations.get(`${armSku.toLowerCase()}\0`) ?? [];
  }

  private candidates(azure: AzureMeter): readonly RetailRow[] {
    const { service, product, meter, sku, meterId, armSku = "" } = azure;
    if (service === machineService)
      return this.machines.get(`${armSku.toLowerCase()}\0${systemOf(product)}`) ?? [];
    const named = (this.byNames.get(nameKey(service, product, meter)) ?? []).filter(
      (row) => sku === undefined || row.skuName === sku,
    );
    // Azure renames products; the meter keeps its id.
    return named.length > 0 || meterId === undefined ? named : (this.byId.get(meterId) ?? []);
  }
}

/** Where to look for a meter: a global one is not to be found in one region as long as it is global. */
export function regionsFor(region: string, { region: place }: BookEntry): readonly string[] {
  return place === "Global" ? [...sharedRegions, region] : [region, ...sharedRegions];
}

/**
 * One row a tier: of several the newest. Rows of several meters that cost the same are one; that
 * cost differently are a riddle nobody solves by guessing.
 */
function oneMeter(rows: readonly RetailRow[]): Selection {
  const byMeter = new Map<string, RetailRow[]>();
  for (const row of rows) put(byMeter, `${row.meterId}\0${row.skuName}\0${row.productName}`, row);
  const tables = [...byMeter.values()].map(newestTiers);
  const [first] = tables;
  const [start, ...further] = first ?? [];
  if (first === undefined || start === undefined) return { kind: "none", reason: "no row" };
  if (tables.some((table) => priceOf(table) !== priceOf(first))) {
    const names = rows.map(({ productName, skuName }) => `${productName} ${skuName}`);
    return {
      kind: "none",
      reason: `several meters fit: ${[...new Set(names)].toSorted().join("; ")}`,
    };
  }
  if (start.tierMinimumUnits !== 0)
    return { kind: "none", reason: `its tiers begin at ${start.tierMinimumUnits}, not at 0` };
  return { kind: "found", rows: [start, ...further] };
}

function newestTiers(rows: readonly RetailRow[]): readonly RetailRow[] {
  const byTier = new Map<number, RetailRow>();
  for (const row of rows) {
    const known = byTier.get(row.tierMinimumUnits);
    if (known === undefined || startOf(row) > startOf(known)) byTier.set(row.tierMinimumUnits, row);
  }
  return [...byTier.values()].toSorted((a, b) => a.tierMinimumUnits - b.tierMinimumUnits);
}

function priceOf(table: readonly RetailRow[]): string {
  return table
    .map((row) => `${row.tierMinimumUnits} ${row.retailPrice} ${row.unitOfMeasure}`)
    .join("\0");
}

function holdsOn(row: RetailRow, today: string): boolean {
  const { effectiveEndDate } = row;
  return (
    dayOf(row.effectiveStartDate) <= today &&
    (effectiveEndDate === null ||
      effectiveEndDate === undefined ||
      dayOf(effectiveEndDate) >= today)
  );
}

function dayOf(moment: string): string {
  return moment.slice(0, 10);
}

function startOf({ effectiveStartDate }: RetailRow): number {
  return Date.parse(effectiveStartDate);
}

/**
 * Rows of a size beside the machine's own: those of the old Cloud Services carry the Windows price
 * under the name of Linux.
 */
function isPlainMachine({ skuName, meterName, productName }: RetailRow): boolean {
  return !(
    /(Spot|Low Priority)$/.test(skuName) ||
    /(Spot|Low Priority)$/.test(meterName) ||
    /Cloud ?Services|Dedicated Host/.test(productName)
  );
}

function systemOf(product: string): string {
  return product.endsWith(" Windows") ? "windows" : "";
}

function machineKey({ armSkuName, productName }: RetailRow): string {
  return `${(armSkuName ?? "").toLowerCase()}\0${systemOf(productName)}`;
}

function nameKey(service: string, product: string, meter: string): string {
  return `${service}\0${product}\0${meter}`;
}

function put(map: Map<string, RetailRow[]>, key: string, row: RetailRow): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [row]);
  else known.push(row);
}
