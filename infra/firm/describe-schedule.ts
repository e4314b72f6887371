import { formatDate } from "../document/calendar-date";
import { formatTimeRange } from "./units";
import type { DayPlan, ScheduledDay, ScheduleInForce } from "./work-calendar";

/**
 * The schedules in force and when the next ones come, a line each: `week of 2026-12-21: Monday to Wednesday
 * 07:00-20:00, Thursday closed (the firm's own day), …`.
 */
export function describeSchedule({ days, validity }: ScheduleInForce): readonly string[] {
  const week = runsOf(days).join(", ");
  switch (validity.kind) {
    case "undated":
      return [
        `hosts run by the ordinary week: ${week}`,
        "no day is given, so seasons and closed days are left out; give one with --set cabinet:today=2026-12-21",
      ];
    case "week": {
      const { monday, next } = validity;
      return [
        `hosts run by the week of ${formatDate(monday)}: ${week}`,
        next === undefined
          ? "every week is the same, nothing has to be deployed for it"
          : `the week of ${formatDate(next)} has other hours: deploy it on that Monday before work`,
      ];
    }
  }
}

/** Neighbouring days of one kind together. */
function runsOf(days: readonly ScheduledDay[]): readonly string[] {
  const runs: { readonly first: string; readonly text: string; last: string }[] = [];
  for (const { weekday, plan } of days) {
    const text = describePlan(plan);
    const run = runs.at(-1);
    if (run?.text === text) run.last = weekday;
    else runs.push({ first: weekday, text, last: weekday });
  }
  return runs.map(({ first, last, text }) =>
    first === last ? `${first} ${text}` : `${first} to ${last} ${text}`,
  );
}

function describePlan(plan: DayPlan): string {
  switch (plan.kind) {
    case "open":
      return `${formatTimeRange(plan.hours)}${plan.by === "season" ? " (season)" : ""}`;
    case "closed":
      return plan.why === "weekend" ? "closed" : `closed (${plan.why})`;
  }
}
