import type { Decimal, Money } from "./money";
import type { Unit } from "./units";
import type { UsageKey } from "./usage-keys";

/** The parts of a firm's bill. */
export const groups = [
  "sessions",
  "storage",
  "backup",
  "network",
  "watching",
  "licences",
  "other",
] as const;
export type Group = (typeof groups)[number];

/** One value for each group. */
export function byGroup<T>(make: (group: Group) => T): Record<Group, T> {
  return {
    sessions: make("sessions"),
    storage: make("storage"),
    backup: make("backup"),
    network: make("network"),
    watching: make("watching"),
    licences: make("licences"),
    other: make("other"),
  };
}

/**
 * How sure a price is. A: seen for the region; B: the same in every region seen, this one not seen;
 * C: not verified for the region, or an assumption stands behind the line.
 */
export const confidences = ["A", "B", "C"] as const;
export type Confidence = (typeof confidences)[number];

/** What a family finds in a resource: so much of a meter, nothing to pay, or what it cannot price. */
export type Finding = Metered | Free | Unpriced;

export interface Metered {
  readonly kind: "metered";
  /** What it is among the lines of its resource; the identity of the line when a program changes. */
  readonly slot: string;
  /** As a bill names it: `Standard_D8as_v5, Linux`. */
  readonly name: string;
  /** Defaults to the family's. */
  readonly group?: Group;
  /** Key of the price: `vm/linux/standard_d8as_v5`. */
  readonly meter: string;
  readonly unit: Unit;
  /** In the measure of the unit, not its size: operations, not ten thousands. Undefined: only usage can tell. */
  readonly quantity: Decimal | undefined;
  /** Whether usage decides the quantity. */
  readonly usageBased: boolean;
  /** The usage that would tell the quantity. */
  readonly awaits?: UsageKey;
  /** How much of the meter's tiers other resources have used up before. */
  readonly before?: Decimal;
  /** What was taken for granted because the inputs do not say it; makes the line's confidence C. */
  readonly assumed?: string;
  /** A meter whose price stands in when `meter` has none, and why; makes the line's confidence C. */
  readonly standIn?: { readonly meter: string; readonly reason: string };
}

export interface Free {
  readonly kind: "free";
  readonly reason: string;
}

export interface Unpriced {
  readonly kind: "unpriced";
  readonly slot: string;
  readonly name: string;
  readonly group?: Group;
  readonly reason: string;
}

/** The resource a line belongs to; lines that no resource shows have an empty URN and type. */
export interface LineResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
}

interface LineStart {
  readonly resource: LineResource;
  /** Name of the family of resources. */
  readonly family: string;
  readonly group: Group;
  /** With the resource's URN, the identity of the line. */
  readonly slot: string;
  readonly name: string;
  /** What the reader should know: an assumption, a price that stands in. */
  readonly note: string | undefined;
}

interface MeterUse extends LineStart {
  readonly meter: string;
  readonly unit: Unit;
  readonly usageBased: boolean;
}

export interface UnitPrice {
  /** For one unit of the line. */
  readonly amount: Money;
  readonly confidence: Confidence;
  /** Day the price was seen, `2026-08-22`. */
  readonly asOf: string;
  readonly source: string;
}

/** Has a quantity and a price: counts in every total. */
export interface PricedLine extends MeterUse {
  readonly kind: "priced";
  readonly monthlyQuantity: Decimal;
  readonly price: UnitPrice;
  readonly monthlyCost: Money;
}

/** Would cost money if it is used; nobody said how much. */
export interface AwaitingLine extends MeterUse {
  readonly kind: "awaitsUsage";
  readonly awaits: UsageKey | undefined;
  readonly price: UnitPrice | undefined;
}

/** Costs money, but nobody knows how much. Without a unit and a meter where no family knows the type. */
export interface UnpricedLine extends LineStart {
  readonly kind: "unpriced";
  readonly meter: string | undefined;
  readonly unit: Unit | undefined;
  readonly usageBased: boolean;
  readonly monthlyQuantity: Decimal | undefined;
  readonly reason: string;
}

export interface FreeLine extends LineStart {
  readonly kind: "free";
  readonly reason: string;
}

export type Line = PricedLine | AwaitingLine | UnpricedLine | FreeLine;
