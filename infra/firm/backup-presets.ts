import type { Backup } from "./firm";

/**
 * How long backups are kept. No yearly copies: what the law wants kept is in archives, which a firm
 * that leaves takes along; backups that nobody may delete for years would stand against erasing it.
 */
export const backupPresets = {
  standard: {
    snapshotDays: 7,
    vaultDays: 35,
    vaultWeeks: 12,
    vaultMonths: 12,
    softDeleteDays: 14,
    immutability: "enabled",
    rehearsal: "monthly",
  },
  strict: {
    snapshotDays: 30,
    vaultDays: 35,
    vaultWeeks: 12,
    vaultMonths: 12,
    softDeleteDays: 90,
    immutability: "enabled",
    rehearsal: "monthly",
  },
} as const satisfies Readonly<Record<string, Backup>>;

export const backupPresetNames = ["standard", "strict"] as const;
