import { type Decimal, type Money, zero } from "./money";

/** A price from a quantity on, up to where the next one begins. */
export interface Tier {
  readonly from: Decimal;
  readonly price: Money;
}

/** The part of a quantity that one tier prices. */
export interface Band {
  /** Counted from 0. */
  readonly index: number;
  readonly from: Decimal;
  /** Undefined for the last tier. */
  readonly until: Decimal | undefined;
  readonly quantity: Decimal;
  readonly price: Money;
}

/**
 * Splits a quantity into the tiers it fills, after `before` of it went to others.
 * @param tiers in rising order, the first from 0; at least one
 */
export function split(
  quantity: Decimal,
  tiers: readonly Tier[],
  before: Decimal = zero,
): readonly Band[] {
  const end = before.plus(quantity);
  const bands: Band[] = [];
  for (const [index, { from, price }] of tiers.entries()) {
    const until = tiers[index + 1]?.from;
    const start = from.gt(before) ? from : before;
    const stop = until === undefined || end.lt(until) ? end : until;
    if (stop.gt(start)) bands.push({ index, from, until, quantity: stop.minus(start), price });
  }
  return bands;
}
