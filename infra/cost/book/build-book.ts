import { Decimal } from "../money";
import { furtherFacts } from "./further-facts";
import { nameMeters } from "./name-meters";
import { type NamedFact, namedFacts, origins } from "./named-facts";
import { type BookEntry, type BookFile, bookFormat } from "./price-book";
import type { PriceFact, PriceFacts, SizeFacts } from "./region-facts";

/** The day the region's rows of machines and storage were read. */
const dumpDay = "2026-08-22";
/** The cases were last changed then. */
const casesDay = "2025-11-30";

/** Makes the price book of a region from the facts found for it. The same facts give the same book. */
export function buildBook(facts: PriceFacts, sizes: SizeFacts): BookFile {
  const meters = new Map<string, BookEntry>();
  const put = (meter: string, entry: BookEntry) => {
    if (!meters.has(meter)) meters.set(meter, entry);
  };
  // General accounts before those made for blobs: where both have a row, the newer kind counts.
  const rows = facts.prices.toSorted((a, b) => Number(isOldBlob(a)) - Number(isOldBlob(b)));
  for (const row of rows)
    for (const { meter, unit } of nameMeters(row))
      put(meter, entryOf(row, unit, dumpDay, "priceList", undefined));
  const byKey = new Map(facts.prices.map((row) => [row.key, row]));
  for (const named of namedFacts) {
    const row = byKey.get(named.key);
    if (row === undefined) throw new Error(`the facts hold no price of ${named.key}`);
    for (const [meter, times] of [[named.meter, "1"], ...(named.multiples ?? [])] as const)
      put(meter, namedEntry(row, named, new Decimal(times)));
  }
  for (const { meter, unit, usd, tiers, confidence, seen, everywhere } of furtherFacts)
    put(meter, {
      unit,
      ...(usd === undefined ? {} : { usd }),
      ...(tiers === undefined
        ? {}
        : { tiers: tiers.map(([from, amount]) => ({ from, usd: amount })) }),
      confidence,
      asOf: casesDay,
      source: seen,
      ...(everywhere === true ? { region: "Global" } : {}),
    });
  return {
    format: bookFormat,
    region: facts.region,
    currency: "USD",
    asOf: dumpDay,
    euro: {
      perUsd: digits(facts.eurPerUsd),
      asOf: facts.eurFactorAsOf,
      source: "one factor common to all meters of Azure's price list",
    },
    sources: { ...origins },
    meters: inOrder(meters),
    machineSizes: inOrder(
      new Map(
        sizes.skus.map(({ name, vCPUs, memoryGB }) => [
          name.toLowerCase(),
          { vCpus: vCPUs, memoryGib: memoryGB },
        ]),
      ),
    ),
  };
}

function isOldBlob({ productName, meterName }: PriceFact): boolean {
  return productName === "Blob Storage" && !meterName.endsWith("Data Write");
}

function entryOf(
  row: PriceFact,
  unit: string,
  asOf: string,
  source: string,
  named: NamedFact | undefined,
): BookEntry {
  return {
    unit,
    ...amounts(row, named, new Decimal(1)),
    confidence: row.confidence,
    asOf,
    source,
    ...(named?.everywhere === true ? { region: "Global" } : {}),
    ...(row.savingsPlan1yUsd === undefined
      ? {}
      : { savingsPlan: { oneYear: digits(row.savingsPlan1yUsd) } }),
    azure: {
      service: row.serviceName,
      product: row.productName,
      ...(row.skuName === undefined ? {} : { sku: row.skuName }),
      meter: row.meterName,
      ...(row.armSkuName === undefined ? {} : { armSku: row.armSkuName }),
      ...(row.meterId === undefined ? {} : { meterId: row.meterId }),
    },
  };
}

function namedEntry(row: PriceFact, named: NamedFact, times: Decimal): BookEntry {
  const entry = entryOf(row, named.unit, named.asOf, named.from, named);
  return { ...entry, ...amounts(row, named, times) };
}

function amounts(
  row: PriceFact,
  named: NamedFact | undefined,
  times: Decimal,
): Pick<BookEntry, "usd" | "tiers" | "unpriced"> {
  const { usd } = row;
  if (usd === null) return { unpriced: "its price in this region was not found" };
  const amount = (value: number | string) => new Decimal(value).times(times).toString();
  if (row.tiers !== undefined)
    return {
      tiers: row.tiers.map((tier) => ({ from: digits(tier.fromGb), usd: amount(tier.usd) })),
    };
  if (named?.further !== undefined)
    return {
      tiers: [
        { from: "0", usd: amount(usd) },
        ...named.further.map(([from, more]) => ({ from, usd: amount(more) })),
      ],
    };
  return { usd: amount(usd) };
}

function digits(value: number): string {
  return new Decimal(value).toString();
}

function inOrder<T>(map: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...map].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The book as its file: two spaces a level, as the formatter of the project leaves it. */
export function formatBook(book: BookFile): string {
  return `${JSON.stringify(book, null, 2)}\n`;
}
