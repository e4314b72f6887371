import {
  addDays,
  compareDates,
  dayNumber,
  mondayOf,
  weekdayNames,
  weekdayOf,
  type CalendarDate,
  type Today,
  type Weekday,
} from "../document/calendar-date";
import type { Saturday, Season, TimeRange, Workday } from "./firm";
import { publicHolidays } from "./public-holidays";

/** What a firm does on one day. */
export type DayPlan =
  | { readonly kind: "open"; readonly by: "ordinary" | "season"; readonly hours: TimeRange }
  /** `why`: `weekend`, `the firm's own day`, or a public holiday's French name. */
  | { readonly kind: "closed"; readonly why: string };

/** What a firm does on a date: closed days come before the season, and the season before the ordinary week. */
export function planOf(workday: Workday, date: CalendarDate): DayPlan {
  if (workday.closed.some((closed) => compareDates(closed, date) === 0))
    return { kind: "closed", why: "the firm's own day" };
  const holiday = publicHolidays(date.year, workday.holidays).find(
    (one) => compareDates(one.date, date) === 0,
  );
  if (holiday !== undefined) return { kind: "closed", why: holiday.name };
  const { season } = workday;
  return season.kind === "yearly" && isInSeason(season, date)
    ? ofWeek(season, weekdayOf(date), "season")
    : ofWeek(workday, weekdayOf(date), "ordinary");
}

function ofWeek(
  { weekdays, saturday }: { readonly weekdays: TimeRange; readonly saturday: Saturday },
  weekday: Weekday,
  by: "ordinary" | "season",
): DayPlan {
  const weekend = { kind: "closed", why: "weekend" } as const;
  if (weekday === "Sunday") return weekend;
  if (weekday !== "Saturday") return { kind: "open", by, hours: weekdays };
  return saturday.kind === "open" ? { kind: "open", by, hours: saturday.hours } : weekend;
}

/** Both ends belong to the season. */
export function isInSeason(
  { from, until }: Extract<Season, { readonly kind: "yearly" }>,
  { month, day }: CalendarDate,
): boolean {
  const place = month * 100 + day;
  return from.month * 100 + from.day <= place && place <= until.month * 100 + until.day;
}

/** The schedules Azure has after a deployment: one for each day of the week, because Azure knows no dates. */
export interface ScheduleInForce {
  /** Seven, Monday first. */
  readonly days: readonly ScheduledDay[];
  readonly validity: Validity;
}

export interface ScheduledDay {
  readonly weekday: Weekday;
  readonly plan: DayPlan;
}

/** How long the schedules are the right ones. */
export type Validity =
  /** Nobody said which day it is: the ordinary week, all year. */
  | { readonly kind: "undated" }
  /**
   * Right from `monday` on, until the week of `next`, a Monday as well, whose hours are others; undefined when all
   * weeks are the same.
   */
  | {
      readonly kind: "week";
      readonly monday: CalendarDate;
      readonly next: CalendarDate | undefined;
    };

/** The schedules of the week that holds a day, and the first week for which they must be deployed anew. */
export function scheduleInForce(workday: Workday, today: Today): ScheduleInForce {
  if (today.kind === "undated")
    return {
      days: weekdayNames.map((weekday) => ({
        weekday,
        plan: ofWeek(workday, weekday, "ordinary"),
      })),
      validity: { kind: "undated" },
    };
  const monday = mondayOf(today.date);
  const days = weekOf(workday, monday);
  return { days, validity: { kind: "week", monday, next: nextOther(workday, monday, days) } };
}

function weekOf(workday: Workday, monday: CalendarDate): readonly ScheduledDay[] {
  return weekdayNames.map((weekday, index) => ({
    weekday,
    plan: planOf(workday, addDays(monday, index)),
  }));
}

/** Everything that comes every year comes within it. */
const lookAheadDays = 60 * 7;

function nextOther(
  workday: Workday,
  monday: CalendarDate,
  days: readonly ScheduledDay[],
): CalendarDate | undefined {
  const lastClosed = workday.closed.at(-1);
  const end = Math.max(
    dayNumber(monday) + lookAheadDays,
    lastClosed === undefined ? 0 : dayNumber(lastClosed),
  );
  const hours = hoursOf(days);
  for (let next = addDays(monday, 7); dayNumber(next) <= end; next = addDays(next, 7))
    if (hoursOf(weekOf(workday, next)) !== hours) return next;
  return undefined;
}

/** What Azure would be told of a week, to be compared. */
function hoursOf(days: readonly ScheduledDay[]): string {
  return JSON.stringify(days.map(({ plan }) => (plan.kind === "open" ? plan.hours : plan.kind)));
}

export interface CalendarDay {
  readonly date: CalendarDate;
  readonly plan: DayPlan;
}

/** Every day of a year. */
export function workCalendar(workday: Workday, year: number): readonly CalendarDay[] {
  const first = { year, month: 1, day: 1 };
  const length = dayNumber({ ...first, year: year + 1 }) - dayNumber(first);
  return Array.from({ length }, (_, index) => {
    const date = addDays(first, index);
    return { date, plan: planOf(workday, date) };
  });
}

/** Minutes a firm works in each month of a year: twelve numbers, January first. */
export function workMinutesByMonth(workday: Workday, year: number): readonly number[] {
  const months = Array.from({ length: 12 }, () => 0);
  for (const { date, plan } of workCalendar(workday, year))
    if (plan.kind === "open")
      months[date.month - 1] = (months[date.month - 1] ?? 0) + minutesIn(plan.hours);
  return months;
}

function minutesIn({ from, until }: TimeRange): number {
  return (until.hour - from.hour) * 60 + until.minute - from.minute;
}
