import type * as inputs from "@pulumi/azure-native/types/input";
import type { TimeOfDay, TimeRange, Workday } from "../firm/firm";

export type ScalingSchedule = inputs.desktopvirtualization.ScalingScheduleArgs;

/** Windows' name for Europe/Paris. */
export const timeZone = "Romance Standard Time";

const lastMinute = 24 * 60 - 1;
const minutesBeforeOpening = 30;
const minutesAfterClosing = 60;

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

/**
 * When hosts start and stop, from the hours the firm works. Every day of the week has a schedule: on
 * a day without one Azure leaves running what somebody started.
 */
export function scalingSchedules({
  weekdays: hours,
  saturday,
}: Pick<Workday, "weekdays" | "saturday">): ScalingSchedule[] {
  switch (saturday.kind) {
    case "open":
      return [
        openDays("weekdays", weekdays, hours),
        openDays("saturday", ["Saturday"], saturday.hours),
        closedDays(["Sunday"]),
      ];
    case "closed":
      return [openDays("weekdays", weekdays, hours), closedDays(["Saturday", "Sunday"])];
  }
}

/**
 * When hosts may update their agents, always outside opening hours: on Tuesday after closing, when
 * they are still on, and on Sunday night, for hosts left on over the weekend.
 */
export function agentUpdateWindows({ weekdays: hours }: Pick<Workday, "weekdays">): UpdateWindow[] {
  const closing = Math.ceil(minutesOf(hours.until) / 60);
  const night: UpdateWindow = { dayOfWeek: "Sunday", hour: 3 };
  return closing < 24 ? [{ dayOfWeek: "Tuesday", hour: closing }, night] : [night];
}

export interface UpdateWindow {
  readonly dayOfWeek: "Tuesday" | "Sunday";
  /** 0 to 23; the window is two hours long. */
  readonly hour: number;
}

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

function openDays(name: string, daysOfWeek: string[], hours: TimeRange): ScalingSchedule {
  return {
    name,
    daysOfWeek,
    ...phasesOf(hours),
    ...gentleRampDown,
    // At sign-in every host takes its share; from then on hosts fill up one by one.
    rampUpLoadBalancingAlgorithm: "BreadthFirst",
    rampUpMinimumHostsPct: 20,
    rampUpCapacityThresholdPct: 60,
    peakLoadBalancingAlgorithm: "DepthFirst",
  };
}

/** No host runs unless somebody connects, and it stops when they have left. */
function closedDays(daysOfWeek: string[]): ScalingSchedule {
  return {
    name: "closed",
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
