import { Decimal, divide, one } from "../cost/money";
import { Program } from "../cost/program";
import type { Inputs } from "../cost/reading";
import type { RegisteredResource } from "../resources/registered";
import { known } from "./known";

/** Hosts stop half an hour after the last session. */
const minutesAfterClosing = 30;

/**
 * How much longer hosts run by the scaling plan of some resources than by that of others: of what is
 * deployed only the plan is known, not the firm's calendar. One where either has no plan.
 */
export function weekRatio(
  resources: readonly RegisteredResource[],
  others: readonly RegisteredResource[],
): Decimal {
  const minutes = weekMinutes(resources);
  const otherMinutes = weekMinutes(others);
  return minutes === 0 || otherMinutes === 0
    ? one
    : divide(new Decimal(minutes), new Decimal(otherMinutes));
}

/** Minutes of a week in which a plan keeps hosts running; none on days on which it starts no host. */
function weekMinutes(resources: readonly RegisteredResource[]): number {
  const plans = new Program(resources).ofTypes(["desktopvirtualization:ScalingPlan"]);
  return plans
    .flatMap(({ inputs }) => known(() => inputs.list("schedules")) ?? [])
    .map((schedule) => {
      const hosts = known(() => schedule.count("rampUpMinimumHostsPct")) ?? 0;
      const days = known(() => schedule.size("daysOfWeek")) ?? 0;
      const length =
        minuteOf(schedule, "rampDownStartTime") - minuteOf(schedule, "rampUpStartTime");
      return hosts === 0 ? 0 : days * Math.max(0, length + minutesAfterClosing);
    })
    .reduce((sum, minutes) => sum + minutes, 0);
}

function minuteOf(schedule: Inputs, time: string): number {
  const part = (name: string) => known(() => schedule.count(`${time}.${name}`)) ?? 0;
  return part("hour") * 60 + part("minute");
}
