import { z } from "zod";
import type { Backup } from "./firm";
import { backupPresetNames, backupPresets } from "./backup-presets";

const preset = z.enum(backupPresetNames);

const count = (least: number, most: number, description: string, example: number) =>
  z
    .int()
    .min(least)
    .max(most)
    .optional()
    .meta({ description, examples: [example] });

const settings = z.strictObject({
  preset: preset.default("standard").meta({
    description: "Where what is not written here is taken from. Default standard.",
  }),
  // Azure keeps 200 snapshots of a share; six a day for 30 days are 180.
  snapshotDays: count(
    1,
    30,
    "Days that the snapshots of every four hours stay. Default by the preset: 7, or 30.",
    14,
  ),
  vaultDays: count(7, 365, "Days that the vault keeps a copy of each day. Default 35.", 60),
  vaultWeeks: count(1, 104, "Weeks that it keeps one of each week. Default 12.", 26),
  vaultMonths: count(1, 120, "Months that it keeps one of each month. Default 12.", 24),
  softDeleteDays: count(
    14,
    180,
    "Days that a deleted backup can be had back. Default by the preset: 14, or 90.",
    30,
  ),
  immutability: z
    .enum(["enabled", "locked"])
    .optional()
    .meta({
      description:
        "Whether copies in the vault can be deleted before their time: enabled, by two people together, once the firm leaves; locked, by nobody, for ever, also when the firm leaves. A lock cannot be undone. Default enabled.",
      examples: ["enabled"],
    }),
  rehearsal: z
    .enum(["monthly", "none"])
    .optional()
    .meta({
      description:
        "Whether a copy of the client files is restored to another place every month and compared with them: a backup that was never restored is a hope. A container in the firm's network does it; costs a private endpoint, and for some hours a share of the same size. Default monthly, where client files are in a vault as a share.",
      examples: ["none"],
    }),
});

export const backup = z
  .union([preset, settings])
  .prefault("standard")
  .transform((written): Backup => {
    const { preset: name, ...own } = typeof written === "string" ? { preset: written } : written;
    const set = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
    return { ...backupPresets[name], ...set };
  })
  .meta({
    allowed: "standard, strict, or a map of preset and what differs from it",
    description:
      "How long and how firmly backups are kept: a preset, or one with changes. Default standard: what an accounting firm needs; strict keeps snapshots and what was deleted for longer.",
    examples: ["standard", "{ preset: strict, vaultMonths: 24 }"],
  });
