import type * as inputs from "@pulumi/azure-native/types/input";
import type { Sessions, TimeOfDay, TimeRange, Workday } from "../firm/firm";
import type { DayPlan, ScheduleInForce } from "../firm/work-calendar";

export type ScalingSchedule = inputs.desktopvirtualization.ScalingScheduleArgs;

const lastMinute = 24 * 60 - 1;
const minutesBeforeOpening = 30;
const minutesAfterClosing = 60;

/**
 * When hosts start and stop, from what the firm does on each day of the week in force. Days of the
 * same hours share a schedule; every day has one, because on a day without one Azure leaves running
 * what somebody started. A schedule's balancing takes the place of the pool's own.
 */
export function scalingSchedules(
  { days }: Pick<ScheduleInForce, "days">,
  balancing: Balancing,
): ScalingSchedule[] {
  const names = [...new Set(days.map(({ plan }) => nameOf(plan)))];
  return names.map((name) => {
    const same = days.filter(({ plan }) => nameOf(plan) === name);
    const daysOfWeek = same.map(({ weekday }) => weekday);
    const [plan] = same.map((day) => day.plan);
    return plan?.kind === "open"
      ? openDays(name, daysOfWeek, plan.hours, balancing)
      : closedDays(name, daysOfWeek);
  });
}

/** `closed`, or the hours: `0700-2000`. A schedule's name may hold no colon. */
function nameOf(plan: DayPlan): string {
  if (plan.kind === "closed") return "closed";
  return [plan.hours.from, plan.hours.until].map(digitsOf).join("-");
}

function digitsOf({ hour, minute }: TimeOfDay): string {
  return [hour, minute].map((number) => String(number).padStart(2, "0")).join("");
}

/**
 * When hosts may update their agents, always outside opening hours, the season's too: on Tuesday
 * after closing, when they are still on, and on Sunday night, for hosts left on over the weekend.
 */
export function agentUpdateWindows({
  weekdays: hours,
  season,
}: Pick<Workday, "weekdays" | "season">): UpdateWindow[] {
  const closings = season.kind === "none" ? [hours.until] : [hours.until, season.weekdays.until];
  const closing = Math.ceil(Math.max(...closings.map(minutesOf)) / 60);
  const night: UpdateWindow = { dayOfWeek: "Sunday", hour: 3 };
  return closing < 24 ? [{ dayOfWeek: "Tuesday", hour: closing }, night] : [night];
}

export interface UpdateWindow {
  readonly dayOfWeek: "Tuesday" | "Sunday";
  /** 0 to 23; the window is two hours long. */
  readonly hour: number;
}

type Balancing = Sessions["balancing"];

const algorithms = {
  breadthFirst: "BreadthFirst",
  depthFirst: "DepthFirst",
} as const satisfies Record<Balancing, string>;

/** The four phases of a day begin at different minutes, in this order. */
export function phasesOf({ from, until }: TimeRange) {
  const offPeak = Math.min(minutesOf(until) + minutesAfterClosing, lastMinute);
  const rampDown = Math.max(2, Math.min(minutesOf(until), offPeak - 1));
  const peak = Math.max(1, Math.min(minutesOf(from), rampDown - 1));
  const rampUp = Math.max(0, peak - minutesBeforeOpening);
  return {
    rampUpStartTime: timeOf(rampUp),
    peakStartTime: timeOf(peak),
    rampDownStartTime: timeOf(rampDown),
    offPeakStartTime: timeOf(offPeak),
  };
}

function openDays(
  name: string,
  daysOfWeek: string[],
  hours: TimeRange,
  balancing: Balancing,
): ScalingSchedule {
  return {
    name,
    daysOfWeek,
    ...phasesOf(hours),
    ...gentleRampDown,
    // At the morning's sign-in every host takes its share, whatever holds from then on.
    rampUpLoadBalancingAlgorithm: "BreadthFirst",
    rampUpMinimumHostsPct: 20,
    rampUpCapacityThresholdPct: 60,
    peakLoadBalancingAlgorithm: algorithms[balancing],
  };
}

/** No host runs unless somebody connects, and it stops when they have left. */
function closedDays(name: string, daysOfWeek: string[]): ScalingSchedule {
  return {
    name,
    daysOfWeek,
    ...phasesOf({ from: { hour: 8, minute: 0 }, until: { hour: 9, minute: 0 } }),
    ...gentleRampDown,
    rampUpLoadBalancingAlgorithm: "DepthFirst",
    rampUpMinimumHostsPct: 0,
    rampUpCapacityThresholdPct: 90,
    peakLoadBalancingAlgorithm: "DepthFirst",
  };
}

/** Hosts stop when empty; nobody is ever signed out over an entry not yet saved. */
const gentleRampDown = {
  rampDownLoadBalancingAlgorithm: "DepthFirst",
  rampDownMinimumHostsPct: 0,
  rampDownCapacityThresholdPct: 90,
  rampDownForceLogoffUsers: false,
  rampDownStopHostsWhen: "ZeroSessions",
  rampDownWaitTimeMinutes: 30,
  rampDownNotificationMessage: "Le cabinet ferme : enregistrez votre travail.",
  offPeakLoadBalancingAlgorithm: "DepthFirst",
} as const;

function minutesOf({ hour, minute }: TimeOfDay): number {
  return hour * 60 + minute;
}

function timeOf(minutes: number): { hour: number; minute: number } {
  return { hour: Math.floor(minutes / 60), minute: minutes % 60 };
}
