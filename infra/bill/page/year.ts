import { Decimal } from "../../cost/money";
import type { Season } from "../../firm/firm";
import type { Bill } from "../bill";
import { hostHoursByMonth } from "../host-hours";
import { hostLines } from "./make-variant";

/** One month of a year's bills. */
export interface MonthOfYear {
  /** 1 to 12. */
  readonly month: number;
  /** That a host runs. */
  readonly hours: Decimal;
  readonly eur: Decimal;
  readonly inSeason: boolean;
}

/**
 * The bills of a calendar year: hosts run by the firm's calendar, everything else is the same each
 * month. Undefined where no calendar decides the hours: without a firm, or when a usage file says them.
 */
export function yearOf({ after, year }: Bill): readonly MonthOfYear[] | undefined {
  const { firm, estimate, assumptions } = after;
  const byCalendar = assumptions.some(({ key }) => key === "monthlyHours");
  const { lines } = hostLines(after);
  if (firm === undefined || !byCalendar || lines.length === 0) return undefined;
  const cost = Decimal.sum(...lines.map(({ monthlyCost }) => monthlyCost.eur));
  const perHour = Decimal.sum(...lines.map(({ price }) => price.amount.eur));
  const rest = estimate.total.eur.minus(cost);
  return hostHoursByMonth(firm.workday, year).map((hours, index) => ({
    month: index + 1,
    hours,
    eur: rest.plus(perHour.times(hours)),
    inSeason: isSeasonMonth(firm.workday.season, index + 1),
  }));
}

function isSeasonMonth(season: Season, month: number): boolean {
  return season.kind === "yearly" && season.from.month <= month && month <= season.until.month;
}
