import { z } from "zod";
import type { Fault } from "../document/fault";
import {
  faultAt,
  openDocument,
  type Reading,
  refuse,
  type SourceDocument,
  understand,
} from "../document/source-document";
import { familyOf } from "./families";
import type { Offer } from "./families/family";
import { type Group, groups } from "./model";
import { type Currency, type Decimal, parseAmount } from "./money";
import { NamePatterns } from "./name-patterns";
import { typeOf } from "./program";
import { parseUnit, type Unit } from "./units";
import { allUsageKeys, type UsageKey, usageKeys } from "./usage-keys";
import { writtenValue } from "./written-value";

export type UsageValues = Readonly<Partial<Record<UsageKey, Decimal>>>;

/** What no resource shows but the firm pays: licences by the user, data sent to the internet. */
export interface ExtraLine {
  readonly name: string;
  readonly group: Group;
  readonly quantity: Decimal;
  /** Of the price; where a meter is named, its own when undefined. */
  readonly unit: Unit | undefined;
  readonly price:
    | { readonly kind: "meter"; readonly meter: string }
    | {
        readonly kind: "own";
        readonly amount: Decimal;
        readonly currency: Currency;
        /** Day of the price; the book's when undefined. */
        readonly asOf: string | undefined;
        /** Who says so. @default configured */
        readonly source?: string;
        /** A prices file that knows this meter counts before it. */
        readonly meter?: string;
      };
}

/** How the resources of a program are used. */
export interface Usage {
  readonly offer: Offer;
  /** By type as {@link typeOf} gives it. */
  readonly ofTypes: ReadonlyMap<string, UsageValues>;
  /** By logical name, with `*` for any text. */
  readonly ofNames: NamePatterns<UsageValues>;
  readonly patterns: readonly string[];
  readonly extras: readonly ExtraLine[];
}

export const noUsage: Usage = usageOf({});

/** Usage from plain values, for callers that have no file. */
export function usageOf({
  offer = "payAsYouGo",
  defaults = {},
  resources = {},
  extras = [],
}: {
  readonly offer?: Offer;
  /** By type token. */
  readonly defaults?: Readonly<Record<string, UsageValues>>;
  /** By logical name, with `*` for any text. */
  readonly resources?: Readonly<Record<string, UsageValues>>;
  readonly extras?: readonly ExtraLine[];
}): Usage {
  return {
    offer,
    ofTypes: new Map(
      Object.entries(defaults).map(([token, values]) => [typeOf(token) ?? token, values]),
    ),
    ofNames: new NamePatterns(
      Object.entries(resources).map(([pattern, value]) => ({ pattern, value })),
    ),
    patterns: Object.keys(resources),
    extras,
  };
}

const amountTypes = new Map(
  Object.values(usageKeys).map((measure) => [measure, amountIn(measure)]),
);

/** `12`, or `12 GB` with the measure of the key. */
function amountIn(measure: string) {
  return writtenValue<Decimal>({
    allowed: `a number of ${measure}, 0 or more`,
    example: "12",
    read: (text) => {
      const match = /^([\d.e+]+) ?([a-z]*)$/i.exec(text);
      const value = parseAmount(match?.[1]);
      const unit = (match?.[2] ?? "").toLowerCase().replace("gib", "gb");
      if (value === undefined) return { kind: "problem", remedy: `write a number of ${measure}` };
      return unit === "" || unit === measure.toLowerCase()
        ? { kind: "value", value }
        : { kind: "problem", remedy: `write ${value.toString()} ${measure}` };
    },
  });
}

const values = z.strictObject(
  Object.fromEntries(
    allUsageKeys.map((key) => [
      key,
      (amountTypes.get(usageKeys[key]) ?? amountIn("units")).optional(),
    ]),
  ),
);

const quantity = amountIn("units");

const line = z.strictObject({
  name: z.string().min(1),
  group: z.enum(groups),
  quantity,
  meter: z.string().optional(),
  unit: z.string().optional(),
  price: quantity.optional(),
  currency: z.enum(["USD", "EUR"]).default("EUR"),
  asOf: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional()
    .meta({ allowed: "a day, like 2026-11-01", examples: ["2026-11-01"] }),
});

/** The file of `--usage`. */
export const usageFile = z.strictObject({
  version: z.literal(1),
  offer: z.enum(["payAsYouGo", "devTest"]).default("payAsYouGo"),
  defaults: z.record(z.string(), values).default({}),
  resources: z.record(z.string(), values).default({}),
  lines: z.array(line).default([]),
});

/** Reads a usage file, YAML or JSON, or tells all its faults. */
export function readUsage(file: string, bytes: Uint8Array): Reading<Usage> {
  const opening = openDocument(file, bytes);
  if (!opening.ok) return opening;
  const reading = understand(opening.value, usageFile);
  if (!reading.ok) return reading;
  const { offer, defaults, resources, lines } = reading.value;
  const faults = [
    ...Object.entries(defaults).flatMap(([token, given]) =>
      typeFaults(opening.value, token, Object.keys(given)),
    ),
    ...lines.flatMap((written, index) => lineFaults(opening.value, written, index)),
  ];
  if (faults.length > 0) return refuse(faults);
  return {
    ok: true,
    value: usageOf({ offer, defaults, resources, extras: lines.map(extraOf) }),
  };
}

function typeFaults(
  document: SourceDocument,
  token: string,
  keys: readonly string[],
): readonly Fault[] {
  const type = typeOf(token);
  const family = type === undefined ? undefined : familyOf(type);
  if (family === undefined)
    return [
      faultAt(document, ["defaults", token], {
        met: `the type "${token}"`,
        allowed: "a type of azure-native that is billed by use",
        remedy: "write a type like azure-native:storage:FileShare",
      }),
    ];
  return keys
    .filter((key) => !family.usage.some((known) => known === key))
    .map((key) =>
      faultAt(document, ["defaults", token, key], {
        met: `the key "${key}"`,
        allowed: family.usage.length === 0 ? "no keys" : `the keys ${family.usage.join(", ")}`,
        remedy: "remove it",
      }),
    );
}

type WrittenLine = z.infer<typeof line>;

function lineFaults(
  document: SourceDocument,
  { meter, price, unit }: WrittenLine,
  index: number,
): readonly Fault[] {
  const place = ["lines", index];
  if ((meter === undefined) === (price === undefined))
    return [
      faultAt(document, place, { allowed: "either meter or price", remedy: "write price: 12" }),
    ];
  if (price !== undefined && unit === undefined)
    return [
      faultAt(document, place, {
        allowed: "a unit beside price",
        remedy: "write unit: 1 user/month",
      }),
    ];
  if (unit === undefined || parseUnit(unit) !== undefined) return [];
  return [
    faultAt(document, [...place, "unit"], {
      allowed: "a unit, like 1 user/month",
      remedy: "write unit: 1 user/month",
    }),
  ];
}

function extraOf({
  name,
  group,
  quantity: amount,
  meter,
  unit,
  price,
  currency,
  asOf,
}: WrittenLine): ExtraLine {
  return {
    name,
    group,
    quantity: amount,
    unit: unit === undefined ? undefined : parseUnit(unit),
    price:
      meter !== undefined || price === undefined
        ? { kind: "meter", meter: (meter ?? "").toLowerCase() }
        : { kind: "own", amount: price, currency, asOf },
  };
}
