import { formatDate } from "../document/calendar-date";
import type { TimeOfDay } from "../firm/firm";
import type { DayPlan, ScheduleInForce } from "../firm/work-calendar";

/** Which scaling schedules are deployed, for those who read a preview. */
export interface ScheduleNotice {
  readonly inForce: string;
  /** Monday from which the stack must have been deployed anew. */
  readonly next: string;
  /** Hours of each day, or why it is closed. */
  readonly week: Readonly<Record<string, string>>;
}

export function noticeOf({ days, validity }: ScheduleInForce): ScheduleNotice {
  const week = Object.fromEntries(days.map(({ weekday, plan }) => [weekday, wordsOf(plan)]));
  switch (validity.kind) {
    case "undated":
      return { inForce: "the ordinary week, all year", next: "never: no day was given", week };
    case "week": {
      const { monday, next } = validity;
      return {
        inForce: `the week of ${formatDate(monday)}`,
        next: next === undefined ? "never: all weeks are the same" : formatDate(next),
        week,
      };
    }
  }
}

function wordsOf(plan: DayPlan): string {
  if (plan.kind === "closed") return `closed: ${plan.why}`;
  const hours = `${clock(plan.hours.from)}-${clock(plan.hours.until)}`;
  return plan.by === "season" ? `${hours}, season` : hours;
}

function clock({ hour, minute }: TimeOfDay): string {
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
