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
  type CalendarDate,
} from "../../infra/document/calendar-date";
import { describeSchedule } from "../../infra/firm/describe-schedule";
import type { Workday } from "../../infra/firm/firm";
import { easterSunday, publicHolidays } from "../../infra/firm/public-holidays";
import { readTimeRange } from "../../infra/firm/units";
import {
  planOf,
  scheduleInForce,
  workCalendar,
  workMinutesByMonth,
} from "../../infra/firm/work-calendar";

function date(text: string): CalendarDate {
  const reading = readDate(text);
  if (reading.kind === "problem") throw new Error(reading.remedy);
  return reading.value;
}

function hours(text: string) {
  const reading = readTimeRange(text);
  if (reading.kind === "problem") throw new Error(reading.remedy);
  return reading.value;
}

const plain: Workday = {
  weekdays: hours("07:00-20:00"),
  saturday: { kind: "closed" },
  season: { kind: "none" },
  holidays: "none",
  closed: [],
};

/** As an accounting firm has it: Saturday mornings, the tax season, the day before Christmas. */
const accounting: Workday = {
  ...plain,
  saturday: { kind: "open", hours: hours("08:00-13:00") },
  season: {
    kind: "yearly",
    from: { month: 1, day: 15 },
    until: { month: 5, day: 31 },
    weekdays: hours("06:30-22:00"),
    saturday: { kind: "open", hours: hours("08:00-18:00") },
  },
  holidays: "france",
  closed: [date("2026-12-24")],
};

const on = (text: string) => ({ kind: "dated", date: date(text) }) as const;

describe("easterSunday", () => {
  // Published dates; 2049 and 2076 are those for which simpler rules go wrong, 2038 is the latest there is.
  test.each(
    `2000-04-23 2008-03-23 2011-04-24 2015-04-05 2016-03-27 2017-04-16 2018-04-01 2019-04-21 2020-04-12 2021-04-04
     2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21 2031-04-13
     2032-03-28 2033-04-17 2034-04-09 2035-03-25 2038-04-25 2049-04-18 2076-04-19 2100-03-28`.split(
      /\s+/,
    ),
  )("%s", (text) => {
    expect(formatDate(easterSunday(Number(text.slice(0, 4))))).toBe(text);
  });

  test("is a Sunday between 22 March and 25 April", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2199 }), (year) => {
        const easter = easterSunday(year);
        expect(weekdayOf(easter)).toBe("Sunday");
        expect(compareDates(easter, { year, month: 3, day: 22 })).toBeGreaterThanOrEqual(0);
        expect(compareDates(easter, { year, month: 4, day: 25 })).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe("publicHolidays", () => {
  const list = (...args: Parameters<typeof publicHolidays>) =>
    publicHolidays(...args).map((one) => `${formatDate(one.date)} ${one.name}`);

  test("France keeps eleven", () => {
    expect(list(2027, "france")).toEqual([
      "2027-01-01 1er janvier",
      "2027-03-29 lundi de Pâques",
      "2027-05-01 1er mai",
      "2027-05-06 Ascension",
      "2027-05-08 8 mai",
      "2027-05-17 lundi de Pentecôte",
      "2027-07-14 14 juillet",
      "2027-08-15 Assomption",
      "2027-11-01 Toussaint",
      "2027-11-11 11 novembre",
      "2027-12-25 Noël",
    ]);
  });

  test("Alsace and Moselle keep two more", () => {
    const more = list(2027, "alsaceMoselle").filter((text) => !list(2027, "france").includes(text));
    expect(more).toEqual(["2027-03-26 Vendredi saint", "2027-12-26 Saint-Étienne"]);
  });

  test("who keeps none has none", () => {
    expect(list(2027, "none")).toEqual([]);
  });
});

describe("planOf", () => {
  test.each([
    ["2026-11-24", { kind: "open", by: "ordinary", hours: hours("07:00-20:00") }],
    ["2026-11-28", { kind: "open", by: "ordinary", hours: hours("08:00-13:00") }],
    ["2026-11-29", { kind: "closed", why: "weekend" }],
    ["2026-12-24", { kind: "closed", why: "the firm's own day" }],
    ["2026-12-25", { kind: "closed", why: "Noël" }],
    ["2027-01-14", { kind: "open", by: "ordinary", hours: hours("07:00-20:00") }],
    ["2027-01-15", { kind: "open", by: "season", hours: hours("06:30-22:00") }],
    ["2027-03-29", { kind: "closed", why: "lundi de Pâques" }],
    ["2027-05-29", { kind: "open", by: "season", hours: hours("08:00-18:00") }],
    ["2027-05-31", { kind: "open", by: "season", hours: hours("06:30-22:00") }],
    ["2027-06-01", { kind: "open", by: "ordinary", hours: hours("07:00-20:00") }],
  ])("%s", (text, plan) => {
    expect(planOf(accounting, date(text))).toEqual(plan);
  });

  test("a Saturday of a firm that is closed on Saturdays is a weekend", () => {
    expect(planOf(plain, date("2026-11-28"))).toEqual({ kind: "closed", why: "weekend" });
  });
});

describe("scheduleInForce", () => {
  test.each([
    ["2026-11-24", "2026-12-21"],
    ["2026-12-20", "2026-12-21"],
    ["2026-12-21", "2026-12-28"],
    ["2027-01-04", "2027-01-11"],
    ["2027-01-11", "2027-01-18"],
    ["2027-01-18", "2027-03-29"],
    ["2027-05-24", "2027-05-31"],
    ["2027-05-31", "2027-06-07"],
  ])("on %s the next other week is that of %s", (today, next) => {
    const { validity } = scheduleInForce(accounting, on(today));
    expect(validity).toEqual({ kind: "week", monday: mondayOf(date(today)), next: date(next) });
  });

  test("a firm whose weeks are all the same needs no other deployment", () => {
    expect(scheduleInForce(plain, on("2026-11-24")).validity).toMatchObject({ next: undefined });
  });

  test("a closed day years ahead is seen", () => {
    const workday = { ...plain, closed: [date("2031-05-30")] };
    expect(scheduleInForce(workday, on("2026-11-24")).validity).toMatchObject({
      next: date("2031-05-26"),
    });
  });

  test("without a day it is the ordinary week", () => {
    const { days, validity } = scheduleInForce(accounting, { kind: "undated" });
    expect(validity).toEqual({ kind: "undated" });
    expect(days.map(({ plan }) => (plan.kind === "open" ? plan.by : plan.why))).toEqual([
      ...Array.from({ length: 6 }, () => "ordinary"),
      "weekend",
    ]);
  });

  test("is right on each of its days, and the same until the next other week", () => {
    const anyDay = fc.integer({ min: 18_262, max: 25_000 }).map(dateOf);
    fc.assert(
      fc.property(anyDay, (today) => {
        const { days, validity } = scheduleInForce(accounting, { kind: "dated", date: today });
        if (validity.kind !== "week" || validity.next === undefined)
          throw new Error("no next week");
        const told = days.map(({ plan }) => (plan.kind === "open" ? plan.hours : undefined));
        const from = dayNumber(validity.monday);
        for (let day = from; day < dayNumber(validity.next); day++) {
          const plan = planOf(accounting, dateOf(day));
          expect(told[(day - from) % 7]).toEqual(plan.kind === "open" ? plan.hours : undefined);
        }
        const after = scheduleInForce(accounting, { kind: "dated", date: validity.next });
        expect(
          after.days.map(({ plan }) => (plan.kind === "open" ? plan.hours : undefined)),
        ).not.toEqual(told);
      }),
      { numRuns: 60 },
    );
  });
});

describe("describeSchedule", () => {
  test("tells which schedule is in force and when the next is", () => {
    expect(describeSchedule(scheduleInForce(accounting, on("2026-12-23")))).toEqual([
      "hosts run by the week of 2026-12-21: Monday to Wednesday 07:00-20:00, Thursday closed (the firm's own day), Friday closed (Noël), Saturday 08:00-13:00, Sunday closed",
      "the week of 2026-12-28 has other hours: deploy it on that Monday before work",
    ]);
    expect(describeSchedule(scheduleInForce(accounting, on("2027-02-02")))[0]).toBe(
      "hosts run by the week of 2027-02-01: Monday to Friday 06:30-22:00 (season), Saturday 08:00-18:00 (season), Sunday closed",
    );
    expect(describeSchedule(scheduleInForce(plain, on("2027-02-02")))).toEqual([
      "hosts run by the week of 2027-02-01: Monday to Friday 07:00-20:00, Saturday to Sunday closed",
      "every week is the same, nothing has to be deployed for it",
    ]);
    expect(describeSchedule(scheduleInForce(accounting, { kind: "undated" }))).toEqual([
      "hosts run by the ordinary week: Monday to Friday 07:00-20:00, Saturday 08:00-13:00, Sunday closed",
      "no day is given, so seasons and closed days are left out; give one with --set cabinet:today=2026-12-21",
    ]);
  });
});

describe("workCalendar", () => {
  test("has every day of the year once", () => {
    expect(workCalendar(plain, 2027)).toHaveLength(365);
    const days = workCalendar(accounting, 2028);
    expect(days).toHaveLength(366);
    expect(
      days.map((day, index) => compareDates(day.date, addDays(date("2028-01-01"), index))),
    ).toEqual(days.map(() => 0));
  });

  test("minutes of months are those of the days: 261 working days of 13 hours in 2027", () => {
    expect(workMinutesByMonth(plain, 2027).reduce((a, b) => a + b)).toBe(261 * 13 * 60);
    // April 2027: 22 weekdays of 15.5 hours and four Saturdays of 10 hours.
    expect(workMinutesByMonth(accounting, 2027)[3]).toBe(22 * 930 + 4 * 600);
    // May 2027: 21 weekdays less Ascension and Whit Monday; Saturdays are 1, 8 (both holidays), 15, 22, 29.
    expect(workMinutesByMonth(accounting, 2027)[4]).toBe(19 * 930 + 3 * 600);
  });
});
