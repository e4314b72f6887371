import type { Resource, Resources } from "../store/resources";
import { textOf } from "../values/json";
import type { Json } from "../values/property";
import { isArray, isJsonObject } from "../values/property";

/** A copy that a backup policy has made of a share or a server. */
export interface RecoveryPoint {
  readonly time: Date;
  /** `snapshot`: on the share's own account, and gone with it, or beside the server. `vault`: in the vault. */
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
  const isServer = at(policy.body, "properties", "backupManagementType") === "AzureIaasVM";
  const daysOf = (...path: string[]) => Number(at(policy.body, "properties", ...path) ?? 0);
  const daily = ["dailySchedule", "retentionDuration", "count"] as const;
  const keptSnapshots = isServer
    ? daysOf("instantRpRetentionRangeInDays")
    : daysOf("vaultRetentionPolicy", "snapshotRetentionInDays") ||
      daysOf("retentionPolicy", ...daily);
  const keptInVault = isServer
    ? daysOf("retentionPolicy", ...daily)
    : daysOf("vaultRetentionPolicy", "vaultRetention", ...daily);
  const inVault = isServer ? ofHour(times, ofDay(firstRetained(policy.body))) : lastOfDays(times);
  const within = (days: number) => (time: number) => now.getTime() - time <= days * day;
  return [
    ...inVault
      .filter(within(keptInVault))
      .map((time) => ({ time: new Date(time), tier: "vault" as const })),
    // A share's snapshots go with it; a server's are out of its reach.
    ...(lost === undefined || isServer ? times : [])
      .filter(within(keptSnapshots))
      .map((time) => ({ time: new Date(time), tier: "snapshot" as const })),
  ].toSorted((a, b) => a.time.getTime() - b.time.getTime());
}

/** Of a server's copies the vault takes the one of the hour that its policy keeps. */
function ofHour(times: readonly number[], moment: number): readonly number[] {
  return times.filter((time) => time % day === moment);
}

function firstRetained(policy: Json | undefined): Json | undefined {
  const times = at(policy, "properties", "retentionPolicy", "dailySchedule", "retentionTimes");
  return isArray<Json>(times) ? times[0] : undefined;
}

/** When the share of an item, or what was on a server, was lost; undefined while it is there. */
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
