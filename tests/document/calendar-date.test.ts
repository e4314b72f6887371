import * as fc from "fast-check";
import {
  addDays,
  compareDates,
  dateOf,
  dayNumber,
  formatDate,
  mondayOf,
  readDate,
  weekdayOf,
} from "../../infra/document/calendar-date";

const anyDate = fc.integer({ min: 10_957, max: 84_005 }).map(dateOf);

test("a date is read as it is printed", () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      expect(readDate(formatDate(date))).toEqual({ kind: "value", value: date });
    }),
  );
});

test.each([
  ["24/12/2026", "write it like 2026-12-24: year, month, day"],
  ["2026-2-1", "write it like 2026-12-24: year, month, day"],
  ["1999-12-31", "write a year from 2000 to 2199"],
  ["2200-01-01", "write a year from 2000 to 2199"],
  ["2026-13-24", "write a day that the month has"],
  ["2026-00-24", "write a day that the month has"],
  ["2026-02-29", "write a day that the month has"],
  ["2026-04-31", "write a day that the month has"],
])("rejects %s", (text, remedy) => {
  expect(readDate(text)).toEqual({ kind: "problem", remedy });
});

test("29 February is a day of leap years only", () => {
  expect(readDate("2028-02-29").kind).toBe("value");
  expect(readDate("2100-02-29").kind).toBe("problem");
});

test.each([
  ["2000-01-01", "Saturday"],
  ["2026-11-24", "Tuesday"],
  ["2027-01-15", "Friday"],
  ["2100-03-01", "Monday"],
])("%s was or is a %s", (text, weekday) => {
  const date = readDate(text);
  expect(date.kind === "value" && weekdayOf(date.value)).toBe(weekday);
});

test("a week begins on its Monday and has seven days", () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -400, max: 400 }), (date, days) => {
      const monday = mondayOf(date);
      expect(weekdayOf(monday)).toBe("Monday");
      const since = compareDates(date, monday);
      expect(since >= 0 && since < 7).toBe(true);
      expect(dayNumber(addDays(date, days)) - dayNumber(date)).toBe(days);
    }),
  );
});
