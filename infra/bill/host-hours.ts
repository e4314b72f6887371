import { Decimal, divide } from "../cost/money";
import type { TimeRange, Workday } from "../firm/firm";

/** Weeks of a mean month. */
const weeksPerMonth = divide(new Decimal(52), new Decimal(12));

/** Hosts start half an hour before the firm opens, and stop half an hour after the last session: the scaling plan's settings. */
const minutesBeforeOpening = 30;
const minutesAfterClosing = 30;

/** Hours a month that a session host runs when the firm works all its hours: Saturdays too, Sundays never. */
export function hostHours({ weekdays, saturday }: Workday): Decimal {
  const minutes =
    5 * minutesOn(weekdays) + (saturday.kind === "open" ? minutesOn(saturday.hours) : 0);
  return divide(weeksPerMonth.times(minutes), new Decimal(60)).toDecimalPlaces(0);
}

/** Never past midnight: the plan's last phase begins on the same day. */
function minutesOn({ from, until }: TimeRange): number {
  const opening = Math.max(0, from.hour * 60 + from.minute - minutesBeforeOpening);
  const closing = Math.min(24 * 60, until.hour * 60 + until.minute + minutesAfterClosing);
  return closing - opening;
}
