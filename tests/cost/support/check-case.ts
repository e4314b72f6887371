import { PriceBook } from "../../../infra/cost/book/price-book";
import { estimate, type Estimate } from "../../../infra/cost/estimate";
import type { Line } from "../../../infra/cost/model";
import { Decimal, zero } from "../../../infra/cost/money";
import { PriceList } from "../../../infra/cost/price-list";
import type { OwnPrice } from "../../../infra/cost/prices-file";
import { readResources } from "../../../infra/cost/read-resources";
import { type UsageValues, usageOf } from "../../../infra/cost/usage";
import type { ExpectedLine, TranslatedCase } from "./case-facts";

/** A book without prices, so that only the case's own count. */
const emptyBook = new PriceBook({
  format: "cabinet-price-book/1",
  region: "nowhere",
  currency: "USD",
  asOf: "2026-01-01",
  euro: { perUsd: "1", asOf: "2026-01-01", source: "test" },
  sources: {},
  meters: {},
  machineSizes: {},
});

/** Differences between a case and the bill of its resources at the case's prices; empty when it is right. */
export function checkCase(fact: TranslatedCase): readonly string[] {
  const first = priced(fact, []);
  const groups = grouped(fact.lines);
  const faults: string[] = [];
  const own: OwnPrice[] = [];
  for (const { resource, slot, lines } of groups) {
    const line = lineAt(first, resource, slot);
    if (line === undefined || line.kind === "free") {
      // What only use could bill need not be shown before there is any.
      if (lines.every(({ quantity }) => quantity === null)) continue;
      faults.push(`${resource}/${slot}: no such line`);
      continue;
    }
    if (line.meter !== undefined && lines.some(({ price }) => price !== null))
      own.push(ownPrice(line.meter, resource, lines));
  }
  const bill = priced(fact, own);
  for (const { resource, slot, lines } of groups) {
    const met = bandsAt(bill, resource, slot).map(quantityOf);
    const wanted = lines.map(({ quantity }) => quantity);
    if (met.length === 0 && wanted.every((quantity) => quantity === null)) continue;
    const alike =
      met.length === wanted.length &&
      met.every((quantity, index) => same(quantity, wanted[index] ?? null));
    if (!alike)
      faults.push(
        `${resource}/${slot}: quantities ${met.join(", ")}; expected ${wanted.join(", ")}`,
      );
  }
  const off = bill.total.usd.minus(fact.total).abs();
  if (off.gte("0.005")) faults.push(`total ${bill.total.usd.toString()}; expected ${fact.total}`);
  return faults;
}

function priced(fact: TranslatedCase, own: readonly OwnPrice[]): Estimate {
  const usage = Object.fromEntries(
    Object.entries(fact.usage).map(([name, values]) => [
      name,
      Object.fromEntries(
        Object.entries(values).map(([key, value]) => [key, new Decimal(value)]),
      ) satisfies UsageValues,
    ]),
  );
  return estimate({
    resources: readResources(fact.resources),
    usage: usageOf({
      resources: usage,
      ...(fact.offer === undefined ? {} : { offer: fact.offer }),
    }),
    prices: new PriceList(emptyBook, own),
  });
}

interface Group {
  readonly resource: string;
  readonly slot: string;
  readonly lines: readonly ExpectedLine[];
}

/** Tiers of one meter are several components of one line. */
function grouped(lines: readonly ExpectedLine[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const line of lines) {
    const key = `${line.resource}\0${line.slot}`;
    const { resource, slot } = line;
    groups.set(key, { resource, slot, lines: [...(groups.get(key)?.lines ?? []), line] });
  }
  return [...groups.values()];
}

/** The case's prices, as tiers where it has several: each begins where the one before is full. */
function ownPrice(meter: string, resource: string, lines: readonly ExpectedLine[]): OwnPrice {
  let from = zero;
  const tiers = lines.map(({ quantity, price }) => {
    const tier = { from, amount: new Decimal(price ?? 0) };
    from = from.plus(quantity ?? 0);
    return tier;
  });
  return {
    meter,
    resource,
    unit: undefined,
    region: undefined,
    price: {
      currency: "USD",
      tiers,
      confidence: "A",
      asOf: "2026-01-01",
      source: "case",
      savingsPlan: {},
    },
  };
}

function lineAt(bill: Estimate, resource: string, slot: string): Line | undefined {
  return bandsAt(bill, resource, slot)[0];
}

function bandsAt({ lines }: Estimate, resource: string, slot: string): readonly Line[] {
  return lines.filter(
    (line) =>
      line.resource.name === resource &&
      (line.slot === slot || line.slot.startsWith(`${slot}/tier-`)),
  );
}

function quantityOf(line: Line): Decimal | null {
  if (line.kind === "priced") return line.monthlyQuantity;
  return line.kind === "unpriced" ? (line.monthlyQuantity ?? null) : null;
}

/** Alike as far as the case's own rounding of quantities goes. */
function same(met: Decimal | null, wanted: number | null): boolean {
  if (met === null || wanted === null) return met === null && wanted === null;
  return met.minus(wanted).abs().lte("0.00005");
}
