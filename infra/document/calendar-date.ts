import { problem, textOf, value, type Meaning } from "./text-type";

/** A day of the Gregorian calendar, without time and zone. */
export interface CalendarDate {
  /** 2000 to 2199. */
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31, as the month has. */
  readonly day: number;
}

const firstYear = 2000;
const lastYear = 2199;

/** `2026-12-24`; why a text is no date says what to write. */
export function readDate(text: string): Meaning<CalendarDate> {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined)
    return problem("write it like 2026-12-24: year, month, day");
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (date.year < firstYear || date.year > lastYear)
    return problem(`write a year from ${firstYear} to ${lastYear}`);
  return formatDate(dateOf(dayNumber(date))) === text
    ? value(date)
    : problem("write a day that the month has");
}

/** A date as `2026-12-24`. */
export function dateText({ what }: { readonly what: string }) {
  return textOf({
    allowed: `${what}, a date`,
    example: "2026-12-24",
    pattern: "^2[01]\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",
    read: readDate,
  });
}

export function formatDate({ year, month, day }: CalendarDate): string {
  return [String(year), pad(month), pad(day)].join("-");
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

const millisecondsOfDay = 86_400_000;

/** Days since 1 January 1970: differences of it are differences in days. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  return Date.UTC(year, month - 1, day) / millisecondsOfDay;
}

/** The day of a {@link dayNumber}. */
export function dateOf(number: number): CalendarDate {
  const date = new Date(number * millisecondsOfDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The date some days later; earlier with a negative number. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOf(dayNumber(date) + days);
}

/** Negative when `a` comes before `b`, zero when they are the same day. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return dayNumber(a) - dayNumber(b);
}

/** Monday first, as weeks begin in France. */
export const weekdayNames = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

export type Weekday = (typeof weekdayNames)[number];

/** 1 January 1970 was a Thursday. */
export function weekdayOf(date: CalendarDate): Weekday {
  return weekdayNames[daysSinceMonday(date)] ?? "Monday";
}

/** The Monday of a date's week. */
export function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, -daysSinceMonday(date));
}

function daysSinceMonday(date: CalendarDate): number {
  return (((dayNumber(date) + 3) % 7) + 7) % 7;
}

/** The day a deployment is made for; it comes from outside, never from a clock in the program. */
export type Today =
  { readonly kind: "undated" } | { readonly kind: "dated"; readonly date: CalendarDate };
