import type { Resource, Resources } from "../store/resources";
import { textOf } from "../values/json";
import type { Json } from "../values/property";
import { isArray, isJsonObject } from "../values/property";

/** A copy that a backup policy has made of a share. */
export interface RecoveryPoint {
  readonly time: Date;
  /** `snapshot`: on the share's own account, and gone with it. `vault`: in the vault. */
  readonly tier: "snapshot" | "vault";
}

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Simulated: the copies that Azure would have by now, by the policy's schedule, oldest first. Times
 * are taken as UTC, and of what the vault keeps only the daily copies are told.
 *
 * @param now Azure's clock.
 */
export function recoveryPointsOf(
  resources: Resources,
  item: Resource,
  now: Date,
): readonly RecoveryPoint[] {
  const policy = resources.get(textOf(at(item.body, "properties", "policyId")));
  const since = Date.parse(textOf(item.hidden["since"]));
  if (policy === undefined || Number.isNaN(since)) return [];
  const lost = lossOf(item);
  const end = lost?.getTime() ?? now.getTime();
  const times = scheduled(at(policy.body, "properties", "schedulePolicy"), since, end);
  const daysOf = (...path: string[]) => Number(at(policy.body, "properties", ...path) ?? 0);
  const daily = ["dailySchedule", "retentionDuration", "count"] as const;
  const keptSnapshots =
    daysOf("vaultRetentionPolicy", "snapshotRetentionInDays") ||
    daysOf("retentionPolicy", ...daily);
  const keptInVault = daysOf("vaultRetentionPolicy", "vaultRetention", ...daily);
  const within = (days: number) => (time: number) => now.getTime() - time <= days * day;
  return [
    ...lastOfDays(times)
      .filter(within(keptInVault))
      .map((time) => ({ time: new Date(time), tier: "vault" as const })),
    // Snapshots go with the share they are of.
    ...(lost === undefined ? times : [])
      .filter(within(keptSnapshots))
      .map((time) => ({ time: new Date(time), tier: "snapshot" as const })),
  ].toSorted((a, b) => a.time.getTime() - b.time.getTime());
}

/** When the share of an item was lost; undefined while it is there. */
export function lossOf({ hidden }: Resource): Date | undefined {
  const lost = hidden["sourceLost"];
  return isJsonObject(lost) ? new Date(textOf(lost["at"])) : undefined;
}

function scheduled(schedule: Json | undefined, since: number, end: number): readonly number[] {
  const hours = hoursOf(schedule);
  const times: number[] = [];
  for (let midnight = Math.floor(since / day) * day; midnight <= end; midnight += day)
    for (const moment of hours) {
      const time = midnight + moment;
      if (time > since && time <= end) times.push(time);
    }
  return times;
}

/** Times of the day at which a policy copies. */
function hoursOf(schedule: Json | undefined): readonly number[] {
  const hourly = at(schedule, "hourlySchedule");
  if (hourly === undefined) {
    const times = at(schedule, "scheduleRunTimes");
    return isArray<Json>(times) ? times.map((time) => ofDay(time)) : [];
  }
  const first = ofDay(at(hourly, "scheduleWindowStartTime"));
  const interval = Number(at(hourly, "interval")) * hour;
  const window = Number(at(hourly, "scheduleWindowDuration")) * hour;
  const count = Math.floor(window / interval) + 1;
  return Array.from({ length: count }, (_, index) => first + index * interval);
}

function ofDay(time: Json | undefined): number {
  return Date.parse(textOf(time)) % day;
}

/** Of a day's copies the vault takes the last: https://learn.microsoft.com/azure/backup/azure-file-share-backup-overview */
function lastOfDays(times: readonly number[]): readonly number[] {
  const last = new Map<number, number>();
  for (const time of times) last.set(Math.floor(time / day), time);
  // The running day's last is still to come.
  const [today] = [...last.keys()].slice(-1);
  return [...last].flatMap(([one, time]) => (one === today && !isLast(times, time) ? [] : [time]));
}

function isLast(times: readonly number[], time: number): boolean {
  const moments = times.map((one) => one % day);
  return time % day === Math.max(...moments);
}

function at(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (inner, key) => (isJsonObject(inner) ? inner[key] : undefined),
    value,
  );
}
