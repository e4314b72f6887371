import type * as inputs from "@pulumi/azure-native/types/input";
import type { BackupLevel } from "../firm/firm";
import { timeZone } from "./scaling-schedules";

type ServerPolicy = inputs.recoveryservices.AzureIaaSVMProtectionPolicyArgs;
type SharePolicy = inputs.recoveryservices.AzureFileShareProtectionPolicyArgs;

/** Days a snapshot stays on the share's own account. */
const snapshotDays = { standard: 7, strict: 30 } as const;

// Only the time of day counts. Copies are taken while nobody writes: what Access databases hold
// open at the moment of a copy is as good as after a power cut.
const nightly = "2024-01-01T23:00:00Z";
const firstOfDay = "2024-01-01T03:00:00Z";

/**
 * Client files: a snapshot every four hours; where the region's vaults take file shares, the day's
 * last one, of 23:00, is copied there. No yearly copies: legal archives are kept apart, where they
 * can be handed over.
 */
export function dossiersPolicy(level: BackupLevel, vaultCopies: boolean): SharePolicy {
  return {
    ...fileShares,
    schedulePolicy: {
      schedulePolicyType: "SimpleSchedulePolicy",
      scheduleRunFrequency: "Hourly",
      hourlySchedule: everyFourHours,
    },
    ...(vaultCopies ? inVault(level) : onAccount(level)),
  };
}

/** Profiles can be built anew: one snapshot a night, on their own account. */
export function profilesPolicy(level: BackupLevel): SharePolicy {
  return {
    ...fileShares,
    schedulePolicy: {
      schedulePolicyType: "SimpleSchedulePolicy",
      scheduleRunFrequency: "Daily",
      scheduleRunTimes: [nightly],
    },
    ...onAccount(level, [nightly]),
  };
}

/**
 * A file server: as often as client files on shares. The enhanced kind of policy, which trusted
 * launch demands and which alone makes more than one copy a day.
 */
export function serverPolicy(level: BackupLevel): ServerPolicy {
  return {
    backupManagementType: "AzureIaasVM",
    policyType: "V2",
    timeZone,
    instantRpRetentionRangeInDays: snapshotDays[level],
    schedulePolicy: {
      schedulePolicyType: "SimpleSchedulePolicyV2",
      scheduleRunFrequency: "Hourly",
      hourlySchedule: everyFourHours,
    },
    retentionPolicy: {
      retentionPolicyType: "LongTermRetentionPolicy",
      ...longTerm([firstOfDay]),
    },
  };
}

function inVault(level: BackupLevel): Partial<SharePolicy> {
  return {
    vaultRetentionPolicy: {
      snapshotRetentionInDays: snapshotDays[level],
      vaultRetention: {
        retentionPolicyType: "LongTermRetentionPolicy",
        ...longTerm(),
      },
    },
  };
}

/** @param times Hour of the copies that are kept, where Azure wants to be told. */
function longTerm(times?: string[]) {
  const at = times === undefined ? {} : { retentionTimes: times };
  return {
    dailySchedule: { ...at, retentionDuration: { count: 35, durationType: "Days" } },
    weeklySchedule: {
      ...at,
      daysOfTheWeek: ["Sunday" as const],
      retentionDuration: { count: 12, durationType: "Weeks" },
    },
    monthlySchedule: {
      ...at,
      retentionScheduleFormatType: "Weekly",
      retentionScheduleWeekly: {
        daysOfTheWeek: ["Sunday" as const],
        weeksOfTheMonth: ["First" as const],
      },
      retentionDuration: { count: 12, durationType: "Months" },
    },
  };
}

/** Azure keeps at most 200 snapshots of a share; six a day for 30 days are 180. */
function onAccount(level: BackupLevel, retentionTimes?: string[]): Partial<SharePolicy> {
  return {
    retentionPolicy: {
      retentionPolicyType: "LongTermRetentionPolicy",
      dailySchedule: {
        ...(retentionTimes === undefined ? {} : { retentionTimes }),
        retentionDuration: { count: snapshotDays[level], durationType: "Days" },
      },
    },
  };
}

const everyFourHours = {
  interval: 4,
  scheduleWindowStartTime: firstOfDay,
  scheduleWindowDuration: 20,
};

const fileShares = {
  backupManagementType: "AzureStorage",
  workLoadType: "AzureFileShare",
  timeZone,
} as const;
