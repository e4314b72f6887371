import fc from "fast-check";
import {
  agentUpdateWindows,
  phasesOf,
  scalingSchedules,
} from "../../infra/components/scaling-schedules";
import type { TimeOfDay, TimeRange } from "../../infra/firm/firm";
import { firm } from "../support/builders";

const at = (text: string): TimeOfDay => {
  const [hour = NaN, minute = NaN] = text.split(":").map(Number);
  return { hour, minute };
};
const hours = (from: string, until: string): TimeRange => ({ from: at(from), until: at(until) });
const minutes = ({ hour, minute }: TimeOfDay): number => hour * 60 + minute;

const anyHours = fc
  .uniqueArray(fc.integer({ min: 0, max: 24 * 60 - 1 }), { minLength: 2, maxLength: 2 })
  .map((pair) => pair.toSorted((a, b) => a - b))
  .map(([from = 0, until = 0]): TimeRange => ({
    from: { hour: Math.floor(from / 60), minute: from % 60 },
    until: { hour: Math.floor(until / 60), minute: until % 60 },
  }));

describe("phasesOf", () => {
  test.each([
    ["07:00", "20:00", ["06:30", "07:00", "20:00", "21:00"]],
    ["00:00", "12:00", ["00:00", "00:01", "12:00", "13:00"]],
    ["06:30", "23:59", ["06:00", "06:30", "23:58", "23:59"]],
    ["00:00", "00:01", ["00:00", "00:01", "00:02", "01:01"]],
  ])("%s to %s", (from, until, expected) => {
    const phases = phasesOf(hours(from, until));
    expect([
      phases.rampUpStartTime,
      phases.peakStartTime,
      phases.rampDownStartTime,
      phases.offPeakStartTime,
    ]).toEqual(expected.map(at));
  });

  test("phases of any working day follow one another within the day", () => {
    fc.assert(
      fc.property(anyHours, (range) => {
        const phases = phasesOf(range);
        const starts = [
          phases.rampUpStartTime,
          phases.peakStartTime,
          phases.rampDownStartTime,
          phases.offPeakStartTime,
        ].map(minutes);
        for (const [place, start] of starts.entries())
          expect(start).toBeGreaterThan(starts[place - 1] ?? -1);
        expect(starts.at(-1)).toBeLessThan(24 * 60);
      }),
    );
  });
});

describe("scalingSchedules", () => {
  const everyDay = ["Friday", "Monday", "Saturday", "Sunday", "Thursday", "Tuesday", "Wednesday"];

  test.each([
    ["closed", { kind: "closed" }, ["weekdays", "closed"]],
    ["open", { kind: "open", hours: hours("08:00", "13:00") }, ["weekdays", "saturday", "closed"]],
  ] as const)("a week with Saturday %s has one schedule a day", (_, saturday, names) => {
    const schedules = scalingSchedules({ weekdays: hours("07:00", "20:00"), saturday });
    expect(schedules.map(({ name }) => name)).toEqual(names);
    const days = new Set([schedules.map(({ daysOfWeek }) => daysOfWeek)].flat(2));
    expect(days).toEqual(new Set(everyDay));
    expect([schedules.map(({ daysOfWeek }) => daysOfWeek)].flat(2)).toHaveLength(7);
  });

  test("hosts are ready when the firm opens, and none must run when it is closed", () => {
    const [weekdays, closed] = scalingSchedules(firm().workday);
    expect(weekdays).toMatchObject({
      rampUpStartTime: at("06:30"),
      rampUpMinimumHostsPct: 20,
      rampDownMinimumHostsPct: 0,
      rampDownForceLogoffUsers: false,
    });
    expect(closed).toMatchObject({ rampUpMinimumHostsPct: 0, rampDownMinimumHostsPct: 0 });
  });
});

describe("agentUpdateWindows", () => {
  test("are outside opening hours for any working day", () => {
    fc.assert(
      fc.property(anyHours, (weekdays) => {
        const windows = agentUpdateWindows({ weekdays });
        const tuesday = windows.filter(({ dayOfWeek }) => dayOfWeek === "Tuesday");
        expect(windows.at(-1)).toEqual({ dayOfWeek: "Sunday", hour: 3 });
        expect(windows.every(({ hour }) => hour < 24)).toBe(true);
        expect(tuesday.every(({ hour }) => hour * 60 >= minutes(weekdays.until))).toBe(true);
      }),
    );
  });

  test("follow the closing on Tuesday", () => {
    expect(agentUpdateWindows(firm().workday)).toEqual([
      { dayOfWeek: "Tuesday", hour: 20 },
      { dayOfWeek: "Sunday", hour: 3 },
    ]);
  });
});
