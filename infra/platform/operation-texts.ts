import { readDate, weekdayNames, type Today } from "../document/calendar-date";
import { nearest } from "../document/nearest";
import { problem, textOf, value, type Meaning } from "../document/text-type";
import type { Budget } from "../firm/firm";
import { formatTimeRange, readEuros, readTimeRange, timeRangePattern } from "../firm/units";
import type { MaintenanceWindow } from "./platform";

/** Version of an image, whole: `latest` would build other hosts tomorrow. */
export function imageVersion() {
  return textOf({
    allowed: "an exact version of an image",
    example: "26100.3775.250406",
    pattern: "^\\d+\\.\\d+\\.\\d+$",
    read: (text) => {
      if (/^\d{1,9}\.\d{1,9}\.\d{1,9}$/.test(text)) return value(text);
      return problem(
        text === "latest"
          ? "write the version itself, because hosts built tomorrow must equal those built today"
          : "write three numbers, like 26100.3775.250406",
      );
    },
  });
}

/** Length of a window in minutes: https://learn.microsoft.com/azure/virtual-machines/maintenance-configurations#guest */
const shortest = 90;
const longest = 235;

/** A weekly window by night or on Sunday: `Sunday 02:00-05:30`. */
export function maintenanceWindow() {
  return textOf({
    allowed: `a weekly window of ${shortest} to ${longest} minutes, on Sunday or between 22:00 and 06:00`,
    example: "Sunday 02:00-05:30",
    pattern: `^(${weekdayNames.join("|")}) ${timeRangePattern}$`,
    read: readWindow,
  });
}

function readWindow(text: string): Meaning<MaintenanceWindow> {
  const [, dayText = "", hoursText = ""] = /^\s*(\p{L}+)\s+(\S.*)$/u.exec(text) ?? [];
  const day = weekdayNames.find((name) => name === dayText);
  if (day === undefined) {
    const meant = nearest(dayText, weekdayNames);
    return problem(`write ${meant ?? "Sunday"}, then the hours, like Sunday 02:00-05:30`);
  }
  const reading = readTimeRange(hoursText);
  if (reading.kind === "problem") return reading;
  const { from, until } = reading.value;
  const start = from.hour * 60 + from.minute;
  const end = until.hour * 60 + until.minute;
  if (end - start < shortest || end - start > longest)
    return problem(`write a window of ${shortest} to ${longest} minutes`);
  if (day !== "Sunday" && end > 6 * 60 && start < 22 * 60)
    return problem("write hours in the night, or Sunday: servers restart in them");
  const exact = `${day} ${formatTimeRange(reading.value)}`;
  return exact === text ? value({ day, hours: reading.value }) : problem(`write ${exact}`);
}

/** A sum a month, or nothing. */
export function platformBudget() {
  return textOf({
    allowed: "whole euros a month, or an empty text for no budget",
    example: "900 EUR",
    pattern: "^([1-9]\\d{0,6} ?EUR)?$",
    read: (text): Meaning<Budget> => {
      if (text === "") return value({ kind: "none" });
      const euros = readEuros(text);
      return euros.kind === "problem" ? euros : value({ kind: "monthly", euros: euros.value });
    },
  });
}

/** A date, or nothing. */
export function today() {
  return textOf({
    allowed: "a date, or an empty text for undated deployments",
    example: "2026-11-24",
    pattern: "^(2[01]\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01]))?$",
    read: (text): Meaning<Today> => {
      if (text === "") return value({ kind: "undated" });
      const date = readDate(text);
      return date.kind === "problem" ? date : value({ kind: "dated", date: date.value });
    },
  });
}
