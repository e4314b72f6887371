import type * as inputs from "@pulumi/azure-native/types/input";
import type { Backup } from "../firm/firm";
import { timeZone } from "../windows/time-zone";

type ServerPolicy = inputs.recoveryservices.AzureIaaSVMProtectionPolicyArgs;
type SharePolicy = inputs.recoveryservices.AzureFileShareProtectionPolicyArgs;

// Only the time of day counts. Copies are taken while nobody writes: what Access databases hold
// open at the moment of a copy is as good as after a power cut.
const nightly = "2024-01-01T23:00:00Z";
const firstOfDay = "2024-01-01T03:00:00Z";

/**
 * Client files: a snapshot every four hours; where the region's vaults take file shares, the day's
 * last one, of 23:00, is copied there. No yearly copies: legal archives are kept apart, where they
 * can be handed over.
 */
export function dossiersPolicy(backup: Backup, vaultCopies: boolean): SharePolicy {
  return {
    ...fileShares,
    schedulePolicy: {
      schedulePolicyType: "SimpleSchedulePolicy",
      scheduleRunFrequency: "Hourly",
      hourlySchedule: everyFourHours,
    },
    ...(vaultCopies ? inVault(backup) : onAccount(backup)),
  };
}

/** Profiles can be built anew: one snapshot a night, on their own account. */
export function profilesPolicy(backup: Backup): SharePolicy {
  return {
    ...fileShares,
    schedulePolicy: {
      schedulePolicyType: "SimpleSchedulePolicy",
      scheduleRunFrequency: "Daily",
      scheduleRunTimes: [nightly],
    },
    ...onAccount(backup, [nightly]),
  };
}

/**
 * A file server: as often as client files on shares. The enhanced kind of policy, which trusted
 * launch demands and which alone makes more than one copy a day.
 */
export function serverPolicy(backup: Backup): ServerPolicy {
  return {
    backupManagementType: "AzureIaasVM",
    policyType: "V2",
    timeZone,
    instantRpRetentionRangeInDays: backup.snapshotDays,
    schedulePolicy: {
      schedulePolicyType: "SimpleSchedulePolicyV2",
      scheduleRunFrequency: "Hourly",
      hourlySchedule: everyFourHours,
    },
    retentionPolicy: {
      retentionPolicyType: "LongTermRetentionPolicy",
      ...longTerm(backup, [firstOfDay]),
    },
  };
}

function inVault(backup: Backup): Partial<SharePolicy> {
  return {
    vaultRetentionPolicy: {
      snapshotRetentionInDays: backup.snapshotDays,
      vaultRetention: {
        retentionPolicyType: "LongTermRetentionPolicy",
        ...longTerm(backup),
      },
    },
  };
}

/** @param times Hour of the copies that are kept, where Azure wants to be told. */
function longTerm({ vaultDays, vaultWeeks, vaultMonths }: Backup, times?: string[]) {
  const at = times === undefined ? {} : { retentionTimes: times };
  return {
    dailySchedule: { ...at, retentionDuration: { count: vaultDays, durationType: "Days" } },
    weeklySchedule: {
      ...at,
      daysOfTheWeek: ["Sunday" as const],
      retentionDuration: { count: vaultWeeks, durationType: "Weeks" },
    },
    monthlySchedule: {
      ...at,
      retentionScheduleFormatType: "Weekly",
      retentionScheduleWeekly: {
        daysOfTheWeek: ["Sunday" as const],
        weeksOfTheMonth: ["First" as const],
      },
      retentionDuration: { count: vaultMonths, durationType: "Months" },
    },
  };
}

/** Azure keeps at most 200 snapshots of a share; six a day for 30 days are 180. */
function onAccount(backup: Backup, retentionTimes?: string[]): Partial<SharePolicy> {
  return {
    retentionPolicy: {
      retentionPolicyType: "LongTermRetentionPolicy",
      dailySchedule: {
        ...(retentionTimes === undefined ? {} : { retentionTimes }),
        retentionDuration: { count: backup.snapshotDays, durationType: "Days" },
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
