import { problem, textOf, value, type Meaning } from "../document/text-type";
import type { TimeRange } from "./firm";

/** Sizes with a unit to GiB: `400 GiB`, `2 TiB`. Bounds in GiB. */
export function storageSize({
  least,
  most,
  example,
}: {
  least: number;
  most: number;
  example: string;
}) {
  return textOf({
    allowed: `a size from ${formatSize(least)} to ${formatSize(most)}`,
    example,
    pattern: "^[1-9]\\d{0,8} ?(GiB|TiB)$",
    read: (text) => readSize(text, least, most, example),
  });
}

function readSize(text: string, least: number, most: number, example: string): Meaning<number> {
  const [, digits = "", unitText = ""] = /^\s*([1-9]\d{0,8})\s*(\p{L}*)\s*$/u.exec(text) ?? [];
  if (digits === "") return problem(`write a whole number and a unit, like ${example}`);
  const unit = unitMeant(unitText);
  if (unit === undefined) return problem(`write the unit GiB or TiB, like ${example}`);
  const gibibytes = Number(digits) * (unit === "TiB" ? 1024 : 1);
  const bounded = Math.min(Math.max(gibibytes, least), most);
  if (bounded !== gibibytes) return problem(`write ${formatSize(bounded)}`);
  const exact = new RegExp(`^${digits} ?${unit}$`).test(text);
  return exact ? value(gibibytes) : problem(`write ${digits} ${unit}`);
}

/** Azure counts in powers of two; people write what they are used to, in French octets too. */
function unitMeant(text: string): "GiB" | "TiB" | undefined {
  if (/^(|g|gi|gb|gib|go|gio)$/i.test(text)) return "GiB";
  if (/^(t|ti|tb|tib|to|tio)$/i.test(text)) return "TiB";
  return undefined;
}

/** `400 GiB`; `2 TiB` where it is whole. */
export function formatSize(gibibytes: number): string {
  return gibibytes % 1024 === 0 ? `${gibibytes / 1024} TiB` : `${gibibytes} GiB`;
}

const mostEuros = 1_000_000;

/** Whole euros a month: `1600 EUR`. */
export function monthlyEuros() {
  return textOf({
    allowed: `whole euros a month from 1 EUR to ${formatEuros(mostEuros)}`,
    example: "1600 EUR",
    pattern: "^[1-9]\\d{0,6} ?EUR$",
    read: readEuros,
  });
}

/** Whole euros, `1600 EUR`. */
export function readEuros(text: string): Meaning<number> {
  const [, amount = "", currency = ""] =
    /^\s*([\d\s.,']+?)\s*([\p{L}\p{Sc}]*)\s*$/u.exec(text) ?? [];
  if (!/^(|€|eur|euros?)$/i.test(currency)) return problem("write an amount in EUR, like 1600 EUR");
  const thousandsOut = amount.replace(/[\s.,'](?=\d{3}(\D|$))/g, "").replace(",", ".");
  const euros = Math.ceil(Number(thousandsOut));
  if (amount === "" || Number.isNaN(euros)) return problem("write whole euros, like 1600 EUR");
  const bounded = Math.min(Math.max(euros, 1), mostEuros);
  const exact = new RegExp(`^${bounded} ?EUR$`).test(text);
  return exact ? value(bounded) : problem(`write ${formatEuros(bounded)}`);
}

export function formatEuros(euros: number): string {
  return `${euros} EUR`;
}

const mostCents = 100_000;

/** Euros of one user and month, to the cent: `19.06 EUR`. Meant in cents. */
export function userPrice() {
  return textOf({
    allowed: "euros from 0 EUR to 1000 EUR",
    example: "19.06 EUR",
    pattern: "^\\d{1,4}(\\.\\d{1,2})? ?EUR$",
    read: readUserPrice,
  });
}

function readUserPrice(text: string): Meaning<number> {
  const [, amount = "", fraction = "", currency = ""] =
    /^\s*(\d{1,9})(?:[.,](\d{1,9}))?\s*([\p{L}\p{Sc}]*)\s*$/u.exec(text) ?? [];
  if (amount === "" || !/^(|€|eur|euros?)$/i.test(currency))
    return problem("write an amount in EUR, like 19.06 EUR");
  const cents = Math.round(Number(`${amount}.${fraction || "0"}`) * 100);
  if (cents > mostCents) return problem("write the price of one user and month, at most 1000 EUR");
  return /^\d{1,4}(\.\d{1,2})? ?EUR$/.test(text)
    ? value(cents)
    : problem(`write ${(cents / 100).toFixed(2)} EUR`);
}

/** A wall clock range within one day, at least an hour long: `07:00-20:00`. */
export const timeRangePattern = "([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d";

export function timeRange() {
  return textOf({
    allowed: "a time range of at least one hour within a day",
    example: "07:00-20:00",
    pattern: `^${timeRangePattern}$`,
    read: readTimeRange,
  });
}

export function readTimeRange(text: string): Meaning<TimeRange> {
  const times = /^\s*(\d{1,2})[:hH](\d{2})?\s*[-–—]\s*(\d{1,2})[:hH](\d{2})?\s*$/.exec(text);
  if (times === null) return problem('write it like "07:00-20:00"');
  const [, fromHour, fromMinute = "00", untilHour, untilMinute = "00"] = times;
  const range = {
    from: { hour: Number(fromHour), minute: Number(fromMinute) },
    until: { hour: Number(untilHour), minute: Number(untilMinute) },
  };
  if (minutesOf(range.until) === 24 * 60)
    return problem('write 23:59 for the end of the day, like "07:00-23:59"');
  if (!isTime(range.from) || !isTime(range.until))
    return problem('write hours from 00 to 23 and minutes from 00 to 59, like "07:00-20:00"');
  if (minutesOf(range.until) - minutesOf(range.from) < 60)
    return problem("write the start before the end, at least one hour apart");
  const exact = formatTimeRange(range);
  return exact === text ? value(range) : problem(`write "${exact}"`);
}

function isTime({ hour, minute }: TimeRange["from"]): boolean {
  return hour <= 23 && minute <= 59;
}

function minutesOf({ hour, minute }: TimeRange["from"]): number {
  return hour * 60 + minute;
}

export function formatTimeRange({ from, until }: TimeRange): string {
  return `${formatTime(from)}-${formatTime(until)}`;
}

function formatTime({ hour, minute }: TimeRange["from"]): string {
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
