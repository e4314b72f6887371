import { z } from "zod";
import {
  faultAt,
  openDocument,
  type Reading,
  refuse,
  understand,
} from "../document/source-document";
import type { Price } from "./book/price-book";
import type { Decimal } from "./money";
import { parseAmount, zero } from "./money";
import { NamePatterns } from "./name-patterns";
import { parseUnit, type Unit } from "./units";
import { writtenValue } from "./written-value";

/** A price that counts before the book's: negotiated, of another region, or of what the book lacks. */
export interface OwnPrice {
  readonly meter: string;
  /** Of one unit of the bill's line, unless it names another unit. */
  readonly unit: Unit | undefined;
  readonly price: Omit<Price, "unit">;
  /** Region it is for; undefined for all. */
  readonly region: string | undefined;
  /** Resources it is for, by name; undefined for all. */
  readonly resource: string | undefined;
}

const price = writtenValue<Decimal>({
  allowed: "an amount, like 0.404",
  example: "0.404",
  read: (text) => {
    const value = parseAmount(text);
    return value === undefined
      ? { kind: "problem", remedy: "write an amount like 0.404" }
      : { kind: "value", value };
  },
});

const unit = writtenValue<Unit>({
  allowed: "a unit, like 1 hour, 1 GB/month or 10k operations",
  example: "1 hour",
  read: (text) => {
    const value = parseUnit(text);
    return value === undefined
      ? { kind: "problem", remedy: "write a unit like 1 hour" }
      : { kind: "value", value };
  },
});

const row = z.strictObject({
  meter: z.string().meta({
    allowed: "the meter of a line, as `cabinet cost --json` shows it",
    examples: ["vm/linux/standard_d8as_v5"],
  }),
  price: price.optional(),
  tiers: z
    .array(z.strictObject({ from: price, price }))
    .min(1)
    .optional(),
  unit: unit.optional(),
  region: z.string().optional(),
  resource: z.string().optional(),
});

/** The file of `--prices`. */
export const pricesFile = z.strictObject({
  version: z.literal(1),
  currency: z.enum(["USD", "EUR"]).default("USD"),
  asOf: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .meta({ allowed: "a day, like 2026-11-01", examples: ["2026-11-01"] }),
  source: z.string().default("prices file"),
  prices: z.array(row),
});

/** Reads a prices file, YAML or JSON, or tells all its faults. */
export function readPrices(file: string, bytes: Uint8Array): Reading<readonly OwnPrice[]> {
  const opening = openDocument(file, bytes);
  if (!opening.ok) return opening;
  const reading = understand(opening.value, pricesFile);
  if (!reading.ok) return reading;
  const { currency, asOf, source, prices } = reading.value;
  const faults = prices.flatMap((written, index) => {
    const place = ["prices", index];
    if ((written.price === undefined) === (written.tiers === undefined))
      return faultAt(opening.value, place, {
        allowed: "either price or tiers",
        remedy: "write price: 0.404",
      });
    if (written.tiers !== undefined && !rising(written.tiers.map(({ from }) => from)))
      return faultAt(opening.value, [...place, "tiers"], {
        allowed: "tiers in rising order, the first from 0",
        remedy: "write from: 0 first",
      });
    return [];
  });
  if (faults.length > 0) return refuse(faults);
  return {
    ok: true,
    value: prices.map((written) => ({
      meter: written.meter.toLowerCase(),
      unit: written.unit,
      region: written.region?.toLowerCase().replaceAll(" ", ""),
      resource: written.resource,
      price: {
        currency,
        tiers:
          written.tiers?.map(({ from, price: amount }) => ({ from, amount })) ??
          (written.price === undefined ? [] : [{ from: zero, amount: written.price }]),
        confidence: "A",
        asOf,
        source,
        savingsPlan: {},
      },
    })),
  };
}

function rising(bounds: readonly Decimal[]): boolean {
  return bounds.every((from, index) => {
    const last = bounds[index - 1];
    return last === undefined ? from.isZero() : from.gt(last);
  });
}

/** Own prices by meter. */
export class OwnPrices {
  private readonly byMeter: ReadonlyMap<string, NamePatterns<OwnPrice>>;

  constructor(prices: readonly OwnPrice[]) {
    const grouped = new Map<string, OwnPrice[]>();
    for (const own of prices) grouped.set(own.meter, [...(grouped.get(own.meter) ?? []), own]);
    this.byMeter = new Map(
      [...grouped].map(([meter, list]) => [
        meter,
        new NamePatterns(list.map((value) => ({ pattern: value.resource ?? "*", value }))),
      ]),
    );
  }

  find(meter: string, region: string | undefined, resource: string): OwnPrice | undefined {
    const rules = this.byMeter.get(meter)?.fitting(resource) ?? [];
    const found =
      rules.find(({ value }) => value.region !== undefined && value.region === region) ??
      rules.find(({ value }) => value.region === undefined);
    return found?.value;
  }
}
