import type { Estimate } from "./estimate";
import type { PricedLine } from "./model";
import { type Decimal, divide, hoursPerMonth, type Money, moneyOf, times } from "./money";
import type { PriceList } from "./price-list";

/** What a machine would cost by the month if its hours were bought for years. */
export interface Commitment {
  readonly resource: string;
  readonly name: string;
  readonly term: "oneYear" | "threeYears";
  /** Hours of the bill. */
  readonly hours: Decimal;
  readonly payAsYouGo: Money;
  /** A savings plan is paid for every hour of the month, whether the machine runs or not. */
  readonly savingsPlan: Money;
  /** From so many hours a month on the plan is cheaper. */
  readonly breakEvenHours: Decimal;
  readonly saves: boolean;
}

/** Savings plans for the single machines of a bill whose price knows one. Never throws. */
export function commitmentsOf(bill: Estimate, prices: PriceList): readonly Commitment[] {
  return bill.lines.flatMap((line) =>
    line.kind === "priced" &&
    line.meter.startsWith("vm/") &&
    line.monthlyQuantity.lte(hoursPerMonth)
      ? [...plansFor(line, prices, bill.euro.perUsd)]
      : [],
  );
}

function* plansFor(line: PricedLine, prices: PriceList, eurPerUsd: Decimal): Generator<Commitment> {
  const found = prices.book.find(line.meter, undefined);
  if (found.kind === "unpriced" || line.price.amount.usd.isZero()) return;
  for (const term of ["oneYear", "threeYears"] as const) {
    const hourly = found.price.savingsPlan[term];
    if (hourly === undefined) continue;
    const savingsPlan = times(moneyOf(hourly, "USD", eurPerUsd), hoursPerMonth);
    yield {
      resource: line.resource.name,
      name: line.name,
      term,
      hours: line.monthlyQuantity,
      payAsYouGo: line.monthlyCost,
      savingsPlan,
      breakEvenHours: divide(savingsPlan.usd, line.price.amount.usd),
      saves: savingsPlan.usd.lt(line.monthlyCost.usd),
    };
  }
}
