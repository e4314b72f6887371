import {
  compareDates,
  formatDate,
  weekdayNames,
  weekdayOf,
  type Weekday,
} from "../document/calendar-date";
import type { Fault } from "../document/fault";
import type { Path } from "../document/path";
import { faultAt } from "../document/source-document";
import type { Combination } from "./combination";
import type { Saturday, Season, TimeOfDay, TimeRange, Workday, YearDay } from "./firm";
import { formatTimeRange } from "./units";
import { planOf } from "./work-calendar";

/** Seasons that are none, days that are closed anyway, and hours in which the provider patches. */
export function workdayFaults(combination: Combination): readonly Fault[] {
  return [
    ...seasonFaults(combination),
    ...closedFaults(combination),
    ...maintenanceFaults(combination),
  ];
}

function seasonFaults({ document, firm: { workday } }: Combination): readonly Fault[] {
  const { season } = workday;
  if (season.kind === "none") return [];
  if (placeOf(season.from) > placeOf(season.until))
    return [
      faultAt(document, ["workday", "season", "until"], {
        allowed: `a day from ${formatYearDay(season.from)} to 12-31, because a season lies within one year`,
        remedy: "write a later day, or the part of the season that counts most",
      }),
    ];
  if (formatYearDay(season.from) === "01-01" && formatYearDay(season.until) === "12-31")
    return [
      faultAt(document, ["workday", "season", "until"], {
        allowed: "a part of the year, because a season of the whole year is none",
        remedy: "write its last day, or its hours under workday",
      }),
    ];
  if (sameHours(season, workday))
    return [
      faultAt(document, ["workday", "season", "weekdays"], {
        allowed:
          "other hours than in the rest of the year, because a season of the same hours is none",
        remedy: "write longer hours, like 06:30-22:00, or remove the season",
      }),
    ];
  return [];
}

function placeOf({ month, day }: YearDay): number {
  return month * 100 + day;
}

function formatYearDay({ month, day }: YearDay): string {
  return formatDate({ year: 2000, month, day }).slice("2000-".length);
}

function sameHours(season: Extract<Season, { kind: "yearly" }>, workday: Workday): boolean {
  return (
    formatTimeRange(season.weekdays) === formatTimeRange(workday.weekdays) &&
    formatSaturday(season.saturday) === formatSaturday(workday.saturday)
  );
}

function formatSaturday(saturday: Saturday): string {
  return saturday.kind === "open" ? formatTimeRange(saturday.hours) : saturday.kind;
}

function closedFaults({ document, written, firm: { workday } }: Combination): readonly Fault[] {
  const { closed } = written.workday;
  return closed.flatMap((date, index) => {
    const refused = (allowed: string, remedy: string) => [
      faultAt(document, ["workday", "closed", index], { allowed, remedy }),
    ];
    if (closed.findIndex((other) => compareDates(other, date) === 0) < index)
      return refused("each day once", "remove one of the two");
    const plan = planOf({ ...workday, closed: [] }, date);
    if (plan.kind === "open") return [];
    return refused(
      `a day on which the firm would work, this one is ${plan.why === "weekend" ? `a ${weekdayOf(date)} and closed anyway` : `a public holiday already: ${plan.why}`}`,
      "remove it",
    );
  });
}

function maintenanceFaults({ document, firm, rules }: Combination): readonly Fault[] {
  const { day, hours } = rules.maintenance;
  return openHours(firm.workday)
    .filter(({ days, range }) => days.includes(day) && meet(range, hours))
    .map(({ path }) =>
      faultAt(document, path, {
        allowed: `hours apart from ${day} ${formatTimeRange(hours)}, when the provider patches servers`,
        remedy: "write other hours, or ask the provider to move cabinet:maintenanceWindow",
      }),
    );
}

interface OpenHours {
  readonly path: Path;
  readonly days: readonly Weekday[];
  readonly range: TimeRange;
}

function openHours(workday: Workday): readonly OpenHours[] {
  const { season } = workday;
  return [
    ...hoursAt(["workday"], workday),
    ...(season.kind === "yearly" ? hoursAt(["workday", "season"], season) : []),
  ];
}

function hoursAt(
  path: Path,
  { weekdays, saturday }: Pick<Workday, "weekdays" | "saturday">,
): readonly OpenHours[] {
  return [
    { path: [...path, "weekdays"], days: weekdayNames.slice(0, 5), range: weekdays },
    ...(saturday.kind === "open"
      ? [{ path: [...path, "saturday"], days: ["Saturday"] as const, range: saturday.hours }]
      : []),
  ];
}

function meet(a: TimeRange, b: TimeRange): boolean {
  return minutesOf(a.from) < minutesOf(b.until) && minutesOf(b.from) < minutesOf(a.until);
}

function minutesOf({ hour, minute }: TimeOfDay): number {
  return hour * 60 + minute;
}
