import type { Decimal } from "../cost/money";
import type { Bill } from "./bill";

/** Part of the budget from which on a warning is due, in percent. */
const warningPercent = 80;

/** What the firm's budget and the pipeline's limit say of the new month. */
export type Verdict =
  { readonly kind: "fine" } | { readonly kind: "warning" | "refused"; readonly because: string };

/**
 * Judges the month after the change.
 * @param maxIncrease percent of the month before; undefined: no limit
 */
export function judge(bill: Bill, maxIncrease: Decimal | undefined): readonly Verdict[] {
  return [judgeBudget(bill), judgeIncrease(bill, maxIncrease)].filter(
    ({ kind }) => kind !== "fine",
  );
}

function judgeBudget({ stack, after }: Bill): Verdict {
  const budget = after.firm?.budget;
  if (budget === undefined || budget.kind === "none") return { kind: "fine" };
  const { eur } = after.estimate.total;
  const percent = eur.div(budget.euros).times(100);
  const share = `${stack} will cost ${eur.toFixed(2)} EUR a month, ${percent.toFixed(0)} % of its budget of ${budget.euros} EUR`;
  if (eur.gt(budget.euros)) return { kind: "refused", because: share };
  return percent.gte(warningPercent) ? { kind: "warning", because: share } : { kind: "fine" };
}

/** Where nothing was before, nothing increases. */
function judgeIncrease({ stack, difference }: Bill, maxIncrease: Decimal | undefined): Verdict {
  const percent = difference?.total.percent;
  if (maxIncrease === undefined || percent === undefined || percent.lte(maxIncrease))
    return { kind: "fine" };
  return {
    kind: "refused",
    because: `${stack} will cost ${percent.toFixed(1)} % more a month, and at most ${maxIncrease.toString()} % is allowed`,
  };
}

/** Days after which prices are too old to be relied on. */
const oldDays = 90;

/** Why the prices are too old; undefined when they are not. @param today number of the day since 1 January 1970 */
export function whyOld(pricesAsOf: string, today: number): string | undefined {
  const age = today - Date.parse(pricesAsOf) / 86_400_000;
  if (age <= oldDays) return undefined;
  return `the price book is of ${pricesAsOf}, ${Math.floor(age)} days old: \`cabinet prices refresh\` brings newer prices`;
}
