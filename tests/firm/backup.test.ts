import { formatFault } from "../../infra/document/fault";
import { backupPresets } from "../../infra/firm/backup-presets";
import { firmWarnings } from "../../infra/firm/firm-warnings";
import { recoveryPoints } from "../../infra/firm/recovery-points";
import { firm } from "../support/builders";
import { firmFaults, firmWith, openFirmText, readFirmText } from "../support/firm-file";

function backupOf(line: string) {
  const reading = readFirmText(firmWith(line));
  if (!reading.ok) throw new Error(reading.faults.map(formatFault).join("\n"));
  return reading.value.backup;
}

test("a preset alone, and one with changes", () => {
  expect(backupOf("backup: strict")).toEqual(backupPresets.strict);
  expect(backupOf("backup: { vaultDays: 60 }")).toEqual({
    ...backupPresets.standard,
    vaultDays: 60,
  });
  expect(backupOf("backup: { preset: strict, vaultMonths: 24 }")).toEqual({
    ...backupPresets.strict,
    vaultMonths: 24,
  });
});

test("the presets' figures are those of a firm that may leave: no yearly copies", () => {
  for (const { vaultDays, vaultWeeks, vaultMonths } of Object.values(backupPresets))
    expect([vaultDays, vaultWeeks, vaultMonths]).toEqual([35, 12, 12]);
  expect(backupPresets.standard.snapshotDays).toBe(7);
  expect(backupPresets.strict.snapshotDays).toBe(30);
});

const warningsOf = (line: string) => {
  const text = firmWith(line);
  const reading = readFirmText(text);
  if (!reading.ok) throw new Error("not good");
  return firmWarnings(openFirmText(text), reading.value).map(formatFault);
};

test("a lock is warned of: for ever, and what it does to a firm that leaves", () => {
  expect(warningsOf("backup: { immutability: enabled }")).toEqual([]);
  const [warning = ""] = warningsOf("backup: { immutability: locked }");
  expect(warning).toContain('backup.immutability: met "locked"');
  expect(warning).toContain("nobody can undo it");
  expect(warning).toContain("until the last has had its 12 months");
});

test.each(["vaultDays: 60", "vaultWeeks: 4", "vaultMonths: 4", "immutability: locked"])(
  "rejects %s where vaults take no shares",
  (setting) => {
    const text = `${firmWith(`backup: { ${setting} }`)}region: italynorth\n`;
    const faults = firmFaults(text, { allowedRegions: ["francecentral", "italynorth"] });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain("vaults there take no file shares");
  },
);

test.each([
  ["backup: { snapshotDays: 31 }", "snapshotDays"],
  ["backup: { softDeleteDays: 13 }", "softDeleteDays"],
  ["backup: { vaultDays: 6 }", "vaultDays"],
  ["backup: { immutability: off }", "immutability"],
  ["backup: lax", "backup"],
])("rejects %s", (line, key) => {
  const faults = firmFaults(firmWith(line));
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(key);
});

describe("presets, as domain notes 4.3 have them", () => {
  test("A36: snapshots of 7 to 30 days; daily 35, weekly 12, monthly 12; no tail of years; locked by none", () => {
    for (const preset of [backupPresets.standard, backupPresets.strict]) {
      expect(preset.snapshotDays).toBeGreaterThanOrEqual(7);
      expect(preset.snapshotDays).toBeLessThanOrEqual(30);
      expect(preset).toMatchObject({ vaultDays: 35, vaultWeeks: 12, vaultMonths: 12 });
      expect(preset).toMatchObject({ immutability: "enabled", rehearsal: "monthly" });
      expect(JSON.stringify(preset)).not.toMatch(/year/i);
    }
  });
});

describe("recovery points", () => {
  test("A11: 4 h that can be deleted, 24 h that cannot", () => {
    const [dossiers, profiles] = recoveryPoints(firm());
    expect(dossiers).toMatchObject({ store: "dossiers", deletableHours: 4, immutableHours: 24 });
    expect(dossiers?.en).toMatch(/4 h deletable .*, 24 h immutable .* lifted by two people only/);
    expect(dossiers?.fr).toMatch(/4 h effaçable .*, 24 h inaltérable /);
    expect(profiles).toMatchObject({ deletableHours: 24, immutableHours: undefined });
  });

  test("nothing is called immutable where vaults take no shares", () => {
    const [dossiers] = recoveryPoints(firm({ region: "italynorth" }));
    expect(dossiers?.immutableHours).toBeUndefined();
    expect(dossiers?.en).toContain("no immutable copy");
  });

  test("a lock is told", () => {
    const backup = { ...backupPresets.standard, immutability: "locked" } as const;
    expect(recoveryPoints(firm({ backup }))[0]?.en).toContain("locked for ever");
  });
});
