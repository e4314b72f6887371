import type { Confidence, Line } from "./model";
import { add, Decimal, type Money, nothing, times } from "./money";

export interface MoneyRange {
  readonly low: Money;
  readonly high: Money;
}

/**
 * How far a price may be off. C as far as prices of one meter differ between European and American
 * regions (Log Analytics 2.30 and 2.99 dollars); B allows for a price move nobody has seen yet.
 */
const spreads: Readonly<Record<Confidence, Decimal>> = {
  A: new Decimal(0),
  B: new Decimal("0.05"),
  C: new Decimal("0.25"),
};

/** What is not priced is in no range: it is counted beside it. */
export function rangeOf(lines: readonly Line[]): MoneyRange {
  let low = nothing;
  let high = nothing;
  for (const line of lines) {
    if (line.kind !== "priced") continue;
    const spread = spreads[line.price.confidence];
    low = add(low, times(line.monthlyCost, new Decimal(1).minus(spread)));
    high = add(high, times(line.monthlyCost, spread.plus(1)));
  }
  return { low, high };
}
