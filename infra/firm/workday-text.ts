import { problem, textOf, value, type Meaning } from "../document/text-type";
import type { Saturday, YearDay } from "./firm";
import { readTimeRange, timeRangePattern } from "./units";

/** `closed`, or the hours of a Saturday. */
export function saturday() {
  return textOf({
    allowed: "a time range of at least one hour within a day, or closed",
    example: "08:00-13:00",
    pattern: `^(closed|${timeRangePattern})$`,
    read: (text): Meaning<Saturday> => {
      if (text === "closed") return { kind: "value", value: { kind: "closed" } };
      const hours = readTimeRange(text);
      return hours.kind === "problem"
        ? hours
        : { kind: "value", value: { kind: "open", hours: hours.value } };
    },
  });
}

/** 29 February is left out: a day of every year must be in every year. */
const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day of every year, month first: `01-15`. */
export function yearDay(example: string) {
  return textOf({
    allowed: "a day of every year, month and day",
    example,
    pattern: "^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",
    read: (text): Meaning<YearDay> => {
      const [, month = "", day = ""] = /^(\d{2})-(\d{2})$/.exec(text) ?? [];
      const last = lastDays[Number(month) - 1];
      if (month === "" || last === undefined)
        return problem(`write month and day with two digits each, like ${example}`);
      return Number(day) >= 1 && Number(day) <= last
        ? value({ month: Number(month), day: Number(day) })
        : problem(`write a day from ${month}-01 to ${month}-${last}`);
    },
  });
}
