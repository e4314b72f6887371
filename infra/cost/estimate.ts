import { compareText } from "../document/fault";
import type { RegisteredResource } from "../resources/registered";
import { findMeters } from "./find-meters";
import { byGroup, type Group, type Line } from "./model";
import { add, type Decimal, type Money, nothing, sum } from "./money";
import { type MoneyRange, rangeOf } from "./money-range";
import { lineOfExtra, linesOf } from "./price-lines";
import type { PriceList } from "./price-list";
import type { OwnPrice } from "./prices-file";
import { Program, type ProgramResource } from "./program";
import { familyOf } from "./families";
import type { ExtraLine, Usage, UsageValues } from "./usage";
import type { UsageKey } from "./usage-keys";

/** What to look at: three things, and nothing else, decide a bill. */
export interface EstimateInput {
  readonly resources: readonly RegisteredResource[];
  readonly usage: Usage;
  readonly prices: PriceList;
  /** Lines that no resource shows, beside those of the usage. @default none */
  readonly extras?: readonly ExtraLine[];
}

/** Resources by what the bill says of them: each counts once. */
export interface ResourceCounts {
  readonly priced: number;
  readonly free: number;
  /** Cost only by use, of which nothing is said. */
  readonly awaitingUsage: number;
  /** At least one of their lines has no price. */
  readonly unpriced: number;
}

/** The bill of a month of 730 hours. */
export interface Estimate {
  /** By resource in order of URNs, then as the resource has them. */
  readonly lines: readonly Line[];
  readonly groups: Readonly<Record<Group, Money>>;
  /** Exactly the sum of the priced lines, and of the groups. */
  readonly total: Money;
  /** Between what the total lies when prices that are not certain are off. */
  readonly range: MoneyRange;
  readonly resources: ResourceCounts;
  readonly lineCounts: Readonly<Record<Line["kind"], number>>;
  readonly euro: { readonly perUsd: Decimal; readonly asOf: string };
  /** The day of the price book. */
  readonly pricesAsOf: string;
  /** What was said in vain: usage or prices of resources and meters that are not there. */
  readonly warnings: readonly string[];
}

/** Never throws: what cannot be priced is a line that says so. The order of resources does not matter. */
export function estimate({ resources, usage, prices, extras = [] }: EstimateInput): Estimate {
  const program = new Program(resources);
  const heard = new Heard(usage);
  const ownUsed = new Set<OwnPrice>();
  const lines: Line[] = [];
  const counts = { priced: 0, free: 0, awaitingUsage: 0, unpriced: 0 };
  for (const resource of program.resources) {
    const found = findMeters(program, resource, usage.offer, heard.of(resource));
    if (found === undefined) continue;
    const own = linesOf(found, prices, ownUsed);
    counts[statusOf(own)] += 1;
    lines.push(...own);
  }
  for (const extra of [...usage.extras, ...extras])
    lines.push(...lineOfExtra(extra, prices, ownUsed));
  const inGroups = sumsByGroup(lines);
  return {
    lines,
    groups: inGroups,
    total: sum(Object.values(inGroups)),
    range: rangeOf(lines),
    resources: counts,
    lineCounts: countKinds(lines),
    euro: prices.book.euro,
    pricesAsOf: prices.book.asOf,
    warnings: [...heard.inVain(), ...pricesInVain(prices, ownUsed)],
  };
}

function statusOf(lines: readonly Line[]): keyof ResourceCounts {
  const has = (kind: Line["kind"]) => lines.some((line) => line.kind === kind);
  if (has("unpriced")) return "unpriced";
  if (has("priced")) return "priced";
  return has("awaitsUsage") ? "awaitingUsage" : "free";
}

function sumsByGroup(lines: readonly Line[]): Record<Group, Money> {
  const sums = byGroup(() => nothing);
  for (const line of lines)
    if (line.kind === "priced") sums[line.group] = add(sums[line.group], line.monthlyCost);
  return sums;
}

function countKinds(lines: readonly Line[]): Record<Line["kind"], number> {
  const counts = { priced: 0, awaitsUsage: 0, unpriced: 0, free: 0 };
  for (const { kind } of lines) counts[kind] += 1;
  return counts;
}

/** Tells families what usage says, and remembers what nobody asked for. */
class Heard {
  private readonly named = new Set<string>();
  private readonly unread: string[] = [];

  constructor(private readonly usage: Usage) {}

  of(resource: ProgramResource): (key: UsageKey) => Decimal | undefined {
    const { name } = resource.registered;
    const rules = this.usage.ofNames.fitting(name);
    for (const { pattern, value } of rules) {
      this.named.add(pattern);
      if (pattern === name) this.noteUnread(resource, value);
    }
    const values = rules.map(({ value }) => value);
    const ofType = this.usage.ofTypes.get(resource.type ?? "");
    if (ofType !== undefined) values.push(ofType);
    if (values.length === 0) return () => undefined;
    return (key) => values.find((said) => said[key] !== undefined)?.[key];
  }

  private noteUnread({ registered, type }: ProgramResource, values: UsageValues): void {
    const known = (type === undefined ? undefined : familyOf(type))?.usage ?? [];
    for (const key of Object.keys(values))
      if (!known.some((read) => read === key))
        this.unread.push(
          `usage of ${registered.name}: ${registered.type} is not billed by ${key}` +
            (known.length === 0 ? "" : `, but by ${known.join(", ")}`),
        );
  }

  inVain(): readonly string[] {
    const unmatched = this.usage.patterns
      .filter((pattern) => !this.named.has(pattern))
      .map((pattern) => `usage of ${pattern}: no resource has this name`);
    return [...unmatched, ...this.unread].toSorted(compareText);
  }
}

function pricesInVain(prices: PriceList, used: ReadonlySet<OwnPrice>): readonly string[] {
  return prices.ownPrices
    .filter((own) => !used.has(own))
    .map(
      ({ meter, resource }) =>
        `price of ${meter}${resource === undefined ? "" : ` for ${resource}`}: no line asks for it`,
    );
}
