import type { JsonObject } from "../../../infra/embedded-azure/values/property";
import { TestAzure, group, inGroup } from "../support/azure";

// What Azure keeps whatever somebody asks for.

const account = inGroup("Microsoft.Storage/storageAccounts/accountone");
const share = `${account}/fileServices/default/shares/dossiers`;
const vault = inGroup("Microsoft.RecoveryServices/vaults/vault");
const container = `${vault}/backupFabrics/Azure/protectionContainers/StorageContainer;storage;rg;accountone`;
const item = `${container}/protectedItems/AzureFileShare;dossiers`;
const backupPolicy = `${vault}/backupPolicies/daily`;
const archive = `${account}/blobServices/default/containers/archive`;
const policy = `${archive}/immutabilityPolicies/default`;

describe("a share that is backed up", () => {
  function protectedShare(): TestAzure {
    const azure = TestAzure.withGroup();
    azure.create(account);
    azure.create(share);
    azure.create(`${account}/fileServices/default/shares/other`);
    azure.create(vault);
    azure.create(container, { properties: { sourceResourceId: account } });
    azure.create(item, { properties: { sourceResourceId: account } });
    return azure;
  }

  test("rejects being deleted until its protection is stopped", () => {
    const azure = protectedShare();
    expect(() => {
      azure.remove(share);
    }).toThrow(/Status=409 Code="DeleteShareWhenSnapshotLeased".*AzureFileShare;dossiers/);
    azure.remove(item);
    azure.remove(share);
    expect(azure.get(share)).toBeUndefined();
  });

  test("RSV-06: fixes its vault's redundancy, which an empty vault can change", () => {
    const copies = (standardTierStorageRedundancy: string) => ({
      properties: { redundancySettings: { standardTierStorageRedundancy } },
    });
    const empty = TestAzure.withGroup();
    empty.create(vault, copies("GeoRedundant"));
    empty.put(vault, copies("ZoneRedundant"));
    const azure = protectedShare();
    expect(() => azure.put(vault, copies("GeoRedundant"))).toThrow(
      /Status=400 .*standardTierStorageRedundancy.* the vault holds protected items/,
    );
  });

  test("does not hold another share of the account", () => {
    const azure = protectedShare();
    azure.remove(`${account}/fileServices/default/shares/other`);
    expect(azure.get(share)).toBeDefined();
  });
});

describe("an immutability policy", () => {
  const days = (count: number, more: JsonObject = {}) => ({
    immutabilityPeriodSinceCreationInDays: count,
    ...more,
  });

  function archived(state?: string): TestAzure {
    const azure = TestAzure.withGroup();
    azure.create(account);
    azure.create(archive);
    azure.create(policy, days(3653));
    if (state !== undefined) azure.put(policy, days(3653, { state }));
    return azure;
  }

  test("is unlocked at first, may change and go", () => {
    const azure = archived();
    expect(azure.body(policy)["state"]).toBe("Unlocked");
    azure.put(policy, days(10));
    azure.remove(archive);
    expect(azure.get(policy)).toBeUndefined();
  });

  test("once locked may only grow, and stays locked", () => {
    const azure = archived("Locked");
    azure.put(policy, days(4000));
    expect(azure.body(policy)).toMatchObject(days(4000, { state: "Locked" }));
  });

  test.each<[string, JsonObject]>([
    ["unlocking", days(3653, { state: "Unlocked" })],
    ["shortening", days(3652)],
    ["leaving the period out of", {}],
  ])("rejects %s one that is locked", (_what, body) => {
    const azure = archived("Locked");
    expect(() => azure.put(policy, body)).toThrow(/Status=409.*is locked and cannot/);
  });

  test.each([policy, archive, account, group])(
    "rejects deleting one that is locked with %s",
    (id) => {
      const azure = archived("Locked");
      const before = azure.ids();
      expect(() => {
        azure.remove(id);
      }).toThrow(/is locked and cannot be deleted/);
      expect(azure.ids()).toEqual(before);
    },
  );
});

describe("a recovery vault", () => {
  const settings = (immutability: string, softDelete: string): JsonObject => ({
    properties: {
      securitySettings: {
        immutabilitySettings: { state: immutability },
        softDeleteSettings: { softDeleteState: softDelete },
      },
    },
  });
  const retention = (count: number, durationType: string): JsonObject => ({
    properties: {
      retentionPolicy: { dailySchedule: { retentionDuration: { count, durationType } } },
    },
  });

  test.each<[string, [string, string], [string, string]]>([
    ["immutability that is locked", ["Locked", "Enabled"], ["Unlocked", "Enabled"]],
    ["immutability that is locked, wholly", ["Locked", "Enabled"], ["Disabled", "Enabled"]],
    ["soft delete that is always on", ["Unlocked", "AlwaysON"], ["Unlocked", "Disabled"]],
  ])("rejects taking back %s", (_what, before, after) => {
    const azure = TestAzure.withGroup();
    azure.create(vault, settings(...before));
    expect(() => azure.put(vault, settings(...after))).toThrow(/Status=400.*cannot be changed to/);
  });

  test("immutability can be unlocked, locked, and before that taken back", () => {
    const azure = TestAzure.withGroup();
    for (const state of ["Disabled", "Unlocked", "Disabled", "Unlocked", "Locked"])
      azure.put(vault, settings(state, "Enabled"));
    azure.put(vault, { tags: { a: "b" } });
    expect(azure.get(vault)?.revision).toBe(6);
  });

  test.each(["Locked", "Unlocked"])("rejects shorter retention when it is %s", (state) => {
    const azure = TestAzure.withGroup();
    azure.create(vault, settings(state, "Enabled"));
    azure.create(backupPolicy, retention(5, "Weeks"));
    expect(() => azure.put(backupPolicy, retention(34, "Days"))).toThrow(
      /Status=400.*cannot be reduced from 35 days to 34/,
    );
    expect(() => azure.put(backupPolicy, {})).toThrow(/to 0/);
    azure.put(backupPolicy, retention(35, "Days"));
    azure.put(backupPolicy, retention(2, "Months"));
  });

  test("that is not immutable lets retention become shorter", () => {
    const azure = TestAzure.withGroup();
    azure.create(vault, settings("Disabled", "Enabled"));
    azure.create(backupPolicy, retention(35, "Days"));
    azure.put(backupPolicy, retention(7, "Days"));
    expect(azure.body(backupPolicy)).toMatchObject(retention(7, "Days"));
  });
});

describe("purge protection", () => {
  const keys = inGroup("Microsoft.KeyVault/vaults/kv-one");
  const enablePurgeProtection = (value: boolean): JsonObject => ({
    properties: { enablePurgeProtection: value },
  });

  test("stays whoever says nothing of it", () => {
    const azure = TestAzure.withGroup();
    azure.create(keys, enablePurgeProtection(true));
    azure.put(keys, { properties: {} });
    expect(azure.body(keys)).toMatchObject(enablePurgeProtection(true));
  });

  test("rejects false, of a new vault too", () => {
    const azure = TestAzure.withGroup();
    expect(() => azure.create(keys, enablePurgeProtection(false))).toThrow(
      /^Status=400 Code="BadRequest" .*is an irreversible action/,
    );
    azure.create(keys, enablePurgeProtection(true));
    expect(() => azure.put(keys, enablePurgeProtection(false))).toThrow("irreversible");
  });
});
