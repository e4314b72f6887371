import { Decimal, divide } from "../cost/money";
import type { TimeRange, Workday } from "../firm/firm";
import { workCalendar } from "../firm/work-calendar";

/** Hosts start half an hour before the firm opens, and stop half an hour after the last session: the scaling plan's settings. */
const minutesBeforeOpening = 30;
const minutesAfterClosing = 30;

/**
 * Hours that a session host runs in each month of a year, January first: on every day the firm is
 * open, from before opening until after closing.
 */
export function hostHoursByMonth(workday: Workday, year: number): readonly Decimal[] {
  const minutes = Array.from({ length: 12 }, () => 0);
  for (const { date, plan } of workCalendar(workday, year))
    if (plan.kind === "open")
      minutes[date.month - 1] = (minutes[date.month - 1] ?? 0) + minutesOn(plan.hours);
  return minutes.map((sum) => divide(new Decimal(sum), new Decimal(60)).toDecimalPlaces(1));
}

/** Hours of a mean month of a year, in whole hours. */
export function hostHours(workday: Workday, year: number): Decimal {
  const months = hostHoursByMonth(workday, year);
  return Decimal.sum(...months)
    .div(months.length)
    .toDecimalPlaces(0);
}

/** Never past midnight: the plan's last phase begins on the same day. */
function minutesOn({ from, until }: TimeRange): number {
  const opening = Math.max(0, from.hour * 60 + from.minute - minutesBeforeOpening);
  const closing = Math.min(24 * 60, until.hour * 60 + until.minute + minutesAfterClosing);
  return closing - opening;
}
