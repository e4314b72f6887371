import { z } from "zod";
import type { Difference, LineChange, SumChange } from "./difference";
import type { Estimate } from "./estimate";
import { byGroup, confidences, groups, type Line } from "./model";
import { Decimal, type Money } from "./money";

/** Names the shape of {@link estimateToJson}; a change of meaning gets another number. */
export const estimateFormat = "cabinet-cost/1";
/** Names the shape of {@link differenceToJson}. */
export const differenceFormat = "cabinet-cost-difference/1";

const amount = z
  .number()
  .meta({ description: "Exact decimal; may have more digits than a double" });
const money = z.strictObject({ usd: amount, eur: amount });

const line = z.strictObject({
  resource: z.string().meta({ description: "Logical name" }),
  urn: z.string().meta({ description: "Empty for lines that no resource shows" }),
  type: z.string(),
  family: z.string(),
  group: z.enum(groups),
  slot: z.string().meta({ description: "Place among the lines of its resource" }),
  name: z.string(),
  status: z.enum(["priced", "awaitsUsage", "unpriced", "free"]),
  meter: z.string().nullable().meta({ description: "Key of the price, for a prices file" }),
  unit: z.string().nullable(),
  monthlyQuantity: amount.nullable(),
  usageBased: z.boolean(),
  usageKey: z.string().nullable().meta({ description: "Key of the usage file that would tell it" }),
  unitPrice: amount.nullable().meta({ description: "Dollars for one unit" }),
  unitPriceEur: amount.nullable(),
  monthlyCost: amount.nullable().meta({ description: "Dollars; null when it is not known" }),
  monthlyCostEur: amount.nullable(),
  confidence: z.enum(confidences).nullable(),
  priceDate: z.string().nullable(),
  priceSource: z.string().nullable(),
  reason: z.string().nullable().meta({ description: "Why it is free or has no price" }),
  note: z.string().nullable().meta({ description: "What was taken for granted" }),
});

/** What `cabinet cost --json` prints; JSON Schema: `z.toJSONSchema(estimateDocument)`. */
export const estimateDocument = z.strictObject({
  format: z.literal(estimateFormat),
  hoursPerMonth: z.literal(730),
  eurPerUsd: amount,
  eurPerUsdDate: z.string(),
  pricesDate: z.string(),
  total: money,
  low: money,
  high: money,
  groups: z.record(z.enum(groups), money),
  resources: z.strictObject({
    priced: z.int(),
    free: z.int(),
    awaitingUsage: z.int(),
    unpriced: z.int(),
  }),
  lines: z.array(line),
  warnings: z.array(z.string()),
});

const sumChangeDocument = z.strictObject({
  before: money,
  after: money,
  change: money,
  percent: amount.nullable().meta({ description: "Null when there was nothing before" }),
});

/** What `cabinet cost --against … --json` prints. */
export const differenceDocument = z.strictObject({
  format: z.literal(differenceFormat),
  total: sumChangeDocument,
  groups: z.record(z.enum(groups), sumChangeDocument),
  causes: z.array(
    z.strictObject({ text: z.string(), change: money, resources: z.array(z.string()) }),
  ),
  changes: z.array(
    z.strictObject({
      resource: z.string(),
      name: z.string(),
      before: line.nullable(),
      after: line.nullable(),
      change: money,
      percent: amount.nullable(),
      cause: z.string(),
    }),
  ),
  unchanged: z.int(),
});

/** A document with exact amounts; {@link writeJson} prints it. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | Decimal
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export function estimateToJson(bill: Estimate): JsonValue {
  return {
    format: estimateFormat,
    hoursPerMonth: 730,
    eurPerUsd: bill.euro.perUsd,
    eurPerUsdDate: bill.euro.asOf,
    pricesDate: bill.pricesAsOf,
    total: moneyToJson(bill.total),
    low: moneyToJson(bill.range.low),
    high: moneyToJson(bill.range.high),
    groups: byGroup((group) => moneyToJson(bill.groups[group])),
    resources: { ...bill.resources },
    lines: bill.lines.map(lineToJson),
    warnings: bill.warnings,
  };
}

export function differenceToJson({
  total,
  groups: sums,
  causes,
  changes,
  unchanged,
}: Difference): JsonValue {
  return {
    format: differenceFormat,
    total: sumChangeToJson(total),
    groups: byGroup((group) => sumChangeToJson(sums[group])),
    causes: causes.map(({ text, change, resources }) => ({
      text,
      change: moneyToJson(change),
      resources,
    })),
    changes: changes.map(changeToJson),
    unchanged,
  };
}

function changeToJson({ before, after, change, percent, cause }: LineChange): JsonValue {
  const either = after ?? before;
  return {
    resource: either?.resource.name ?? "",
    name: either?.name ?? "",
    before: before === undefined ? null : lineToJson(before),
    after: after === undefined ? null : lineToJson(after),
    change: moneyToJson(change),
    percent: percent ?? null,
    cause,
  };
}

function lineToJson(item: Line): JsonValue {
  const { resource, family, group, slot, name, note } = item;
  const use = item.kind === "free" ? undefined : item;
  const price = item.kind === "priced" || item.kind === "awaitsUsage" ? item.price : undefined;
  const cost = item.kind === "priced" ? item.monthlyCost : undefined;
  const quantity =
    item.kind === "priced" || item.kind === "unpriced" ? item.monthlyQuantity : undefined;
  return {
    resource: resource.name,
    urn: resource.urn,
    type: resource.type,
    family,
    group,
    slot,
    name,
    status: item.kind,
    meter: use?.meter ?? null,
    unit: use?.unit?.text ?? null,
    monthlyQuantity: quantity ?? null,
    usageBased: use?.usageBased ?? false,
    usageKey: item.kind === "awaitsUsage" ? (item.awaits ?? null) : null,
    unitPrice: price?.amount.usd ?? null,
    unitPriceEur: price?.amount.eur ?? null,
    monthlyCost: cost?.usd ?? null,
    monthlyCostEur: cost?.eur ?? null,
    confidence: price?.confidence ?? null,
    priceDate: price?.asOf ?? null,
    priceSource: price?.source ?? null,
    reason: item.kind === "unpriced" || item.kind === "free" ? item.reason : null,
    note: note ?? null,
  };
}

function moneyToJson({ usd, eur }: Money): JsonValue {
  return { usd, eur };
}

function sumChangeToJson({ before, after, change, percent }: SumChange): JsonValue {
  return {
    before: moneyToJson(before),
    after: moneyToJson(after),
    change: moneyToJson(change),
    percent: percent ?? null,
  };
}

/** JSON text in which every amount has all its digits: as a double, some would be rounded. */
export function writeJson(value: JsonValue, indent = ""): string {
  if (value instanceof Decimal) return value.toFixed();
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (isList(value)) {
    if (value.length === 0) return "[]";
    const items = value.map((item) => `${inner}${writeJson(item, inner)}`);
    return `[\n${items.join(",\n")}\n${indent}]`;
  }
  const entries = Object.entries(value).map(
    ([key, item]) => `${inner}${JSON.stringify(key)}: ${writeJson(item, inner)}`,
  );
  return entries.length === 0 ? "{}" : `{\n${entries.join(",\n")}\n${indent}}`;
}

/** `Array.isArray` does not know readonly lists. */
function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}
