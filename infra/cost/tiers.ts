import { type Decimal, type Money, zero } from "./money";

/** A price from a quantity on, up to where the next one begins. */
export interface Tier {
  readonly from: Decimal;
  readonly price: Money;
}

/** The part of a quantity that lies in one tier. */
export interface Band<T> {
  readonly tier: T;
  /** Of the tier, counted from 0. */
  readonly index: number;
  /** Undefined for the last tier. */
  readonly until: Decimal | undefined;
  readonly quantity: Decimal;
}

/**
 * Splits a quantity into the tiers it fills, after `before` of it went to others. Nothing lies in
 * the tier where it would begin to.
 * @param tiers in rising order, the first from 0; at least one
 */
export function split<T extends { readonly from: Decimal }>(
  quantity: Decimal,
  tiers: readonly T[],
  before: Decimal = zero,
): readonly Band<T>[] {
  const end = before.plus(quantity);
  const bands: Band<T>[] = [];
  for (const [index, tier] of tiers.entries()) {
    const until = tiers[index + 1]?.from;
    const start = tier.from.gt(before) ? tier.from : before;
    const stop = until === undefined || end.lt(until) ? end : until;
    const holdsNothing = quantity.isZero() && stop.eq(start) && bands.length === 0;
    if (stop.gt(start) || (holdsNothing && (until === undefined || start.lt(until))))
      bands.push({ tier, index, until, quantity: stop.minus(start) });
  }
  return bands;
}
