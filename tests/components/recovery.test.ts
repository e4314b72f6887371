import { backupPresets } from "../../infra/firm/backup-presets";
import { dossiersPolicy, profilesPolicy, serverPolicy } from "../../infra/components/backup-policy";
import { FileStore } from "../../infra/components/file-store";
import { Recovery, type RecoveryArgs } from "../../infra/components/recovery";
import { placement } from "../support/builders";
import { firmKey } from "../support/components";
import { counted, inputsOf, named, registered } from "../support/harness";

const record = (changes: Partial<RecoveryArgs> = {}) =>
  registered(() => {
    const key = firmKey();
    const store = (purpose: "profiles" | "dossiers") =>
      new FileStore(purpose, {
        ...placement(),
        purpose,
        quotaGiB: 100,
        redundancy: "zone",
        vaultCopies: purpose === "dossiers",
        identity: "entra",
        encryption: key.forStorage,
        keyReady: key.ready,
        endpoint: { subnetId: "subnet-id", zoneId: "zone-id" },
      });
    new Recovery("recovery", {
      ...placement(),
      backup: backupPresets.standard,
      guardId: "guard-id",
      redundancy: "geo",
      vaultCopies: true,
      profiles: store("profiles"),
      dossiers: store("dossiers"),
      dataGroupName: "rg-data",
      ...changes,
    });
  });

describe("Recovery", () => {
  test("defaults: a vault, and for each share its account, policy and protection", async () => {
    const list = await record();
    expect(counted(list.filter(({ name }) => name.startsWith("recovery")))).toEqual({
      "cabinet:firm:Recovery": 1,
      "recoveryservices:ProtectedItem": 2,
      "recoveryservices:ProtectionContainer": 2,
      "recoveryservices:ProtectionPolicy": 2,
      "recoveryservices:ResourceGuardProxy": 1,
      "recoveryservices:Vault": 1,
    });
  });

  test("everything: names in Azure's own form, and each share under its own policy", async () => {
    const list = await record();
    const account = named(list, "dossiers-account");
    const container = `StorageContainer;storage;rg-data;${String(account.inputs["accountName"])}`;
    expect(inputsOf(list, "recovery-dossiers-account")).toMatchObject({
      fabricName: "Azure",
      containerName: container,
      properties: { containerType: "StorageContainer", sourceResourceId: account.id },
    });
    expect(inputsOf(list, "recovery-dossiers-share")).toMatchObject({
      containerName: container,
      protectedItemName: "AzureFileShare;dossiers",
      properties: {
        policyId: named(list, "recovery-dossiers-policy").id,
        sourceResourceId: account.id,
      },
    });
    expect(inputsOf(list, "recovery-profiles-share")).toMatchObject({
      properties: { policyId: named(list, "recovery-profiles-policy").id },
    });
  });

  test.each([
    ["geo", "GeoRedundant", "Enabled"],
    ["zone", "ZoneRedundant", "Disabled"],
    ["local", "LocallyRedundant", "Disabled"],
  ] as const)("everything: %s redundancy", async (redundancy, storage, crossRegionRestore) => {
    expect(inputsOf(await record({ redundancy }), "recovery-vault")).toMatchObject({
      properties: {
        redundancySettings: { standardTierStorageRedundancy: storage, crossRegionRestore },
      },
    });
  });

  test("a firm that leaves a locked vault: no more copies, and those there hold nothing of what they are of", async () => {
    const backup = { ...backupPresets.standard, immutability: "locked" as const };
    const stays = await record({ backup });
    const leaves = await record({ backup, leaving: true });
    expect(inputsOf(leaves, "recovery-vault")).toMatchObject({
      properties: { securitySettings: { immutabilitySettings: { state: "Locked" } } },
    });
    expect(inputsOf(leaves, "recovery-dossiers-share")).toMatchObject({
      properties: { protectionState: "BackupsSuspended" },
    });
    expect(inputsOf(leaves, "recovery-dossiers-account")).toMatchObject({
      properties: { acquireStorageAccountLock: "NotAcquire" },
    });
    for (const noun of ["share", "account"]) {
      const name = `recovery-dossiers-${noun}`;
      // The same Azure resource, known by its name instead of by what Pulumi has made.
      expect(named(leaves, name).id?.replace("rg-data", "")).toBe(
        named(stays, name).id?.replace("rg-data", ""),
      );
      const store = /:FileStore|:StorageAccount|:FileShare/;
      expect(named(stays, name).dependsOn.some((urn) => store.test(urn))).toBe(true);
      expect(named(leaves, name).dependsOn.some((urn) => store.test(urn))).toBe(false);
    }
    // What lies beside its share goes with it.
    expect(inputsOf(leaves, "recovery-profiles-share")["properties"]).not.toHaveProperty(
      "protectionState",
    );
  });

  test("hardened (A11): what is deleted can be had back, what must be kept cannot be lost", async () => {
    for (const [level, days] of [
      ["standard", 14],
      ["strict", 90],
    ] as const)
      expect(
        inputsOf(await record({ backup: backupPresets[level] }), "recovery-vault"),
      ).toMatchObject({
        properties: {
          publicNetworkAccess: "Disabled",
          securitySettings: {
            softDeleteSettings: {
              softDeleteState: "AlwaysON",
              softDeleteRetentionPeriodInDays: days,
            },
            immutabilitySettings: { state: "Unlocked" },
          },
        },
      });
  });
});

describe("Recovery, guarded", () => {
  test("hardened (RSV-07): what harms backups passes the platform's guard", async () => {
    expect(inputsOf(await record(), "recovery-guard")).toMatchObject({
      resourceGuardProxyName: "VaultProxy",
      properties: { resourceGuardResourceId: "guard-id" },
    });
  });

  test("everything (RSV-04): a vault is locked only where the firm's file says so", async () => {
    const backup = { ...backupPresets.standard, immutability: "locked" } as const;
    expect(inputsOf(await record({ backup }), "recovery-vault")).toMatchObject({
      properties: { securitySettings: { immutabilitySettings: { state: "Locked" } } },
    });
  });
});

describe("backup policies", () => {
  const vaulted = {
    dailySchedule: { retentionDuration: { count: 35, durationType: "Days" } },
    weeklySchedule: { retentionDuration: { count: 12, durationType: "Weeks" } },
    monthlySchedule: { retentionDuration: { count: 12, durationType: "Months" } },
  };

  test.each([
    ["standard", 7],
    ["strict", 30],
  ] as const)("%s: client files every four hours, %i days of snapshots", (level, days) => {
    const policy = dossiersPolicy(backupPresets[level], true);
    expect(policy).toMatchObject({
      timeZone: "Romance Standard Time",
      schedulePolicy: { scheduleRunFrequency: "Hourly", hourlySchedule: { interval: 4 } },
      vaultRetentionPolicy: { snapshotRetentionInDays: days, vaultRetention: vaulted },
    });
    expect(policy).not.toHaveProperty("retentionPolicy");
    // Azure keeps 200 snapshots of a share, and the schedule makes six a day.
    expect(days * 6).toBeLessThan(200);
  });

  test("where vaults take no file shares, snapshots are all there is", () => {
    const policy = dossiersPolicy(backupPresets.strict, false);
    expect(policy).toMatchObject({
      retentionPolicy: { dailySchedule: { retentionDuration: { count: 30 } } },
    });
    expect(policy).not.toHaveProperty("vaultRetentionPolicy");
  });

  test("single settings take the place of the preset's, in shares and servers", () => {
    const own = {
      ...backupPresets.standard,
      snapshotDays: 3,
      vaultDays: 60,
      vaultWeeks: 4,
      vaultMonths: 2,
    };
    const copies = {
      dailySchedule: { retentionDuration: { count: 60, durationType: "Days" } },
      weeklySchedule: { retentionDuration: { count: 4, durationType: "Weeks" } },
      monthlySchedule: { retentionDuration: { count: 2, durationType: "Months" } },
    };
    expect(dossiersPolicy(own, true)).toMatchObject({
      vaultRetentionPolicy: { snapshotRetentionInDays: 3, vaultRetention: copies },
    });
    expect(serverPolicy(own)).toMatchObject({
      policyType: "V2",
      instantRpRetentionRangeInDays: 3,
      schedulePolicy: {
        schedulePolicyType: "SimpleSchedulePolicyV2",
        hourlySchedule: { interval: 4 },
      },
      retentionPolicy: copies,
    });
  });

  test("profiles: once a night, and no long copies", () => {
    expect(profilesPolicy(backupPresets.standard)).toMatchObject({
      schedulePolicy: {
        scheduleRunFrequency: "Daily",
        scheduleRunTimes: ["2024-01-01T23:00:00Z"],
      },
      retentionPolicy: {
        dailySchedule: {
          retentionTimes: ["2024-01-01T23:00:00Z"],
          retentionDuration: { count: 7, durationType: "Days" },
        },
      },
    });
  });
});
