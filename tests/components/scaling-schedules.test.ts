import fc from "fast-check";
import {
  agentUpdateWindows,
  phasesOf,
  scalingSchedules,
} from "../../infra/components/scaling-schedules";
import { addDays, type CalendarDate } from "../../infra/document/calendar-date";
import type { TimeOfDay, TimeRange, Workday } from "../../infra/firm/firm";
import { scheduleInForce } from "../../infra/firm/work-calendar";
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

const day = (text: string): CalendarDate => {
  const [year = NaN, month = NaN, date = NaN] = text.split("-").map(Number);
  return { year, month, day: date };
};
const workday: Workday = {
  weekdays: hours("07:00", "20:00"),
  saturday: { kind: "open", hours: hours("08:00", "13:00") },
  season: {
    kind: "yearly",
    from: { month: 1, day: 15 },
    until: { month: 5, day: 31 },
    weekdays: hours("06:30", "22:00"),
    saturday: { kind: "open", hours: hours("08:00", "18:00") },
  },
  holidays: "france",
  closed: [day("2026-12-24")],
};
const on = (text: string | undefined, one = workday) =>
  scalingSchedules(
    scheduleInForce(
      one,
      text === undefined ? { kind: "undated" } : { kind: "dated", date: day(text) },
    ),
    "breadthFirst",
  ).map(({ name, daysOfWeek }) => [name, daysOfWeek]);
const monToFri = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

describe("scalingSchedules", () => {
  test.each<[string, string | undefined, unknown]>([
    [
      "an undated deployment: the ordinary week",
      undefined,
      [
        ["0700-2000", monToFri],
        ["0800-1300", ["Saturday"]],
        ["closed", ["Sunday"]],
      ],
    ],
    [
      "the season",
      "2026-03-11",
      [
        ["0630-2200", monToFri],
        ["0800-1800", ["Saturday"]],
        ["closed", ["Sunday"]],
      ],
    ],
    [
      "the week of 14 July, a Tuesday",
      "2026-07-15",
      [
        ["0700-2000", ["Monday", "Wednesday", "Thursday", "Friday"]],
        ["closed", ["Tuesday", "Sunday"]],
        ["0800-1300", ["Saturday"]],
      ],
    ],
    [
      "the firm's own closed day before Christmas",
      "2026-12-21",
      [
        ["0700-2000", ["Monday", "Tuesday", "Wednesday"]],
        ["closed", ["Thursday", "Friday", "Sunday"]],
        ["0800-1300", ["Saturday"]],
      ],
    ],
  ])("%s", (_, date, expected) => {
    expect(on(date)).toEqual(expected);
  });

  test("every day of any week has exactly one schedule, of a name of its own", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * 365 }), (days) => {
        const schedules = scalingSchedules(
          scheduleInForce(workday, { kind: "dated", date: addDays(day("2026-01-01"), days) }),
          "depthFirst",
        );
        const named = schedules.map(({ name }) => name);
        expect(new Set(named).size).toBe(named.length);
        const all = [schedules.map(({ daysOfWeek }) => daysOfWeek)].flat(2);
        expect(all).toHaveLength(7);
        expect(new Set(all).size).toBe(7);
      }),
    );
  });

  test("AVD-073: hosts are ready when the firm opens, and none must run when it is closed", () => {
    const [weekdays, closed] = scalingSchedules(
      scheduleInForce(firm().workday, { kind: "undated" }),
      "breadthFirst",
    );
    expect(weekdays).toMatchObject({
      rampUpStartTime: at("06:30"),
      rampUpMinimumHostsPct: 20,
      rampDownMinimumHostsPct: 0,
      rampDownForceLogoffUsers: false,
    });
    expect(closed).toMatchObject({ rampUpMinimumHostsPct: 0, rampDownMinimumHostsPct: 0 });
  });

  test.each([
    ["breadthFirst", "BreadthFirst"],
    ["depthFirst", "DepthFirst"],
  ] as const)(
    "while the firm is open sessions go to hosts %s, as its file says",
    (written, azure) => {
      const [open] = scalingSchedules(
        scheduleInForce(firm().workday, { kind: "undated" }),
        written,
      );
      expect(open).toMatchObject({
        rampUpLoadBalancingAlgorithm: "BreadthFirst",
        peakLoadBalancingAlgorithm: azure,
        rampDownLoadBalancingAlgorithm: "DepthFirst",
        offPeakLoadBalancingAlgorithm: "DepthFirst",
      });
    },
  );
});

describe("agentUpdateWindows", () => {
  test("AVD-079: are outside opening hours for any working day, the season's too", () => {
    fc.assert(
      fc.property(anyHours, anyHours, (weekdays, longer) => {
        const windows = agentUpdateWindows({
          weekdays,
          season: {
            kind: "yearly",
            from: { month: 1, day: 15 },
            until: { month: 5, day: 31 },
            weekdays: longer,
            saturday: { kind: "closed" },
          },
        });
        const tuesday = windows.filter(({ dayOfWeek }) => dayOfWeek === "Tuesday");
        expect(windows.at(-1)).toEqual({ dayOfWeek: "Sunday", hour: 3 });
        expect(windows.every(({ hour }) => hour < 24)).toBe(true);
        for (const { hour } of tuesday) {
          expect(hour * 60).toBeGreaterThanOrEqual(minutes(weekdays.until));
          expect(hour * 60).toBeGreaterThanOrEqual(minutes(longer.until));
        }
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
