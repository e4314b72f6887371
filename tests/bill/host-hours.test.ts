import * as fc from "fast-check";
import { hostHours, hostHoursByMonth } from "../../infra/bill/host-hours";
import type { TimeRange, Workday } from "../../infra/firm/firm";
import { firm } from "../support/builders";

const range = (from: number, until: number): TimeRange => ({
  from: { hour: from, minute: 0 },
  until: { hour: until, minute: 0 },
});

const workday = (changes: Partial<Workday> = {}): Workday => ({
  ...firm().workday,
  weekdays: range(8, 18),
  holidays: "none",
  ...changes,
});

test("January 2026 has 22 working days of ten hours, and an hour more on each for starting and stopping", () => {
  expect(hostHoursByMonth(workday(), 2026)[0]?.toString()).toBe("242");
});

test("the mean month is a twelfth of the year: 261 working days of 2026, 11 hours each", () => {
  expect(hostHours(workday(), 2026).toString()).toBe("239");
});

test("Saturdays, holidays, closed days and the season count", () => {
  const january = (changes: Partial<Workday>) =>
    hostHoursByMonth(workday(changes), 2026)[0]?.toString();
  // Five Saturdays of 5 + 1 hours.
  expect(january({ saturday: { kind: "open", hours: range(8, 13) } })).toBe("272");
  // New Year's Day is a Thursday.
  expect(january({ holidays: "france" })).toBe("231");
  expect(january({ closed: [{ year: 2026, month: 1, day: 5 }] })).toBe("231");
  const season = {
    kind: "yearly",
    from: { month: 1, day: 5 },
    until: { month: 1, day: 9 },
    weekdays: range(8, 20),
    saturday: { kind: "closed" },
  } as const;
  // One week of five days, two hours longer.
  expect(january({ season })).toBe("252");
});

test("hosts of a firm that never closes run all day, and no day is longer", () => {
  const always = workday({
    weekdays: { from: { hour: 0, minute: 0 }, until: { hour: 23, minute: 59 } },
  });
  expect(hostHoursByMonth(always, 2026)[0]?.toString()).toBe("528");
});

test("longer days never mean fewer hours", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 11 }),
      fc.integer({ min: 12, max: 22 }),
      fc.integer({ min: 2020, max: 2040 }),
      (from, until, year) => {
        const shorter = hostHours(workday({ weekdays: range(from, until) }), year);
        const longer = hostHours(workday({ weekdays: range(from, until + 1) }), year);
        expect(longer.gte(shorter)).toBe(true);
      },
    ),
    { numRuns: 30 },
  );
});
