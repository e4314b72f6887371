import { compareText } from "../document/fault";
import { causeOf, type Cause, sumUp } from "./causes";
import type { Estimate } from "./estimate";
import { byGroup, type Group, type Line, type PricedLine } from "./model";
import type { Decimal } from "./money";
import { divide, type Money, nothing, subtract } from "./money";

/** One line of two bills. At least one of the two is there; sums of lines that are not priced are nothing. */
export interface LineChange {
  readonly before: Line | undefined;
  readonly after: Line | undefined;
  readonly costBefore: Money;
  readonly costAfter: Money;
  readonly change: Money;
  /** Of the cost before; undefined when that is zero. */
  readonly percent: Decimal | undefined;
  /** In plain words: `1 more Standard_D8as_v5, Linux, 260 hours`. */
  readonly cause: string;
}

export interface SumChange {
  readonly before: Money;
  readonly after: Money;
  /** Exactly after less before. */
  readonly change: Money;
  readonly percent: Decimal | undefined;
}

/** What changes between two bills, at one factor. */
export interface Difference {
  /** Only lines that differ, in order of the size of the change, then of resources. */
  readonly changes: readonly LineChange[];
  /** The changes told together: alike ones once. */
  readonly causes: readonly Cause[];
  readonly groups: Readonly<Record<Group, SumChange>>;
  readonly total: SumChange;
  /** Lines that are on both bills and alike. */
  readonly unchanged: number;
}

/**
 * Compares two bills line by line.
 * @throws Error when the bills were not made at one factor of the euro: the difference would be the factor's
 */
export function difference(before: Estimate, after: Estimate): Difference {
  if (!before.euro.perUsd.eq(after.euro.perUsd))
    throw new Error(
      `one bill counts ${before.euro.perUsd.toString()} euros for a dollar, the other ` +
        `${after.euro.perUsd.toString()}: make both with one price book`,
    );
  const earlier = byIdentity(before.lines);
  const later = byIdentity(after.lines);
  const changes: LineChange[] = [];
  let unchanged = 0;
  for (const identity of new Set([...earlier.keys(), ...later.keys()])) {
    const change = changeOf(earlier.get(identity), later.get(identity));
    if (change === undefined) unchanged += 1;
    else changes.push(change);
  }
  changes.sort(
    (a, b) =>
      b.change.usd.abs().cmp(a.change.usd.abs()) || compareText(identityOf(a), identityOf(b)),
  );
  return {
    changes,
    causes: sumUp(changes),
    groups: byGroup((group) => sumChange(before.groups[group], after.groups[group])),
    total: sumChange(before.total, after.total),
    unchanged,
  };
}

/** Lines of one identity, which only doubled resources have, are told apart by their place. */
function byIdentity(lines: readonly Line[]): ReadonlyMap<string, Line> {
  const found = new Map<string, Line>();
  for (const line of lines) {
    const identity = `${line.resource.urn}\0${line.resource.name}\0${line.slot}`;
    let place = 0;
    while (found.has(`${identity}\0${place}`)) place += 1;
    found.set(`${identity}\0${place}`, line);
  }
  return found;
}

function changeOf(before: Line | undefined, after: Line | undefined): LineChange | undefined {
  if (before !== undefined && after !== undefined && alike(before, after)) return undefined;
  const costBefore = costOf(before);
  const costAfter = costOf(after);
  // A line that costs nothing and knows nothing is no news when it comes or goes.
  if (!tells(before) && !tells(after)) return undefined;
  const { change, percent } = sumChange(costBefore, costAfter);
  return { before, after, costBefore, costAfter, change, percent, cause: causeOf(before, after) };
}

function tells(line: Line | undefined): boolean {
  return line !== undefined && line.kind !== "free";
}

function costOf(line: Line | undefined): Money {
  return line?.kind === "priced" ? line.monthlyCost : nothing;
}

function alike(a: Line, b: Line): boolean {
  if (a.kind !== b.kind || a.name !== b.name) return false;
  if (a.kind === "priced" && b.kind === "priced") return sameUse(a, b);
  if (a.kind === "unpriced" && b.kind === "unpriced")
    return a.reason === b.reason && sameQuantity(a.monthlyQuantity, b.monthlyQuantity);
  return true;
}

function sameUse(a: PricedLine, b: PricedLine): boolean {
  return (
    a.meter === b.meter &&
    a.monthlyQuantity.eq(b.monthlyQuantity) &&
    a.price.amount.usd.eq(b.price.amount.usd) &&
    a.price.amount.eur.eq(b.price.amount.eur)
  );
}

function sameQuantity(a: Decimal | undefined, b: Decimal | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.eq(b);
}

function sumChange(before: Money, after: Money): SumChange {
  const change = subtract(after, before);
  const percent = before.usd.isZero() ? undefined : divide(change.usd.times(100), before.usd);
  return { before, after, change, percent };
}

function identityOf({ before, after }: LineChange): string {
  const line = after ?? before;
  return line === undefined ? "" : `${line.resource.urn}\0${line.slot}`;
}
