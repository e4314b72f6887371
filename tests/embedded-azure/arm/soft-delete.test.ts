import { recoverByHand } from "../../../infra/embedded-azure/by-hand/recover";
import type { JsonObject } from "../../../infra/embedded-azure/values/property";
import { TestAzure, group, inGroup, subscription } from "../support/azure";

// What Azure keeps of what was deleted, and for how long it holds its name.

const days = (count: number): number => count * 24;

describe("a deleted key vault", () => {
  const vault = inGroup("Microsoft.KeyVault/vaults/kv-firm");
  const deleted = `${subscription}/providers/Microsoft.KeyVault/locations/francecentral/deletedVaults/kv-firm`;
  const body = (more: JsonObject = {}): JsonObject => ({
    location: "francecentral",
    properties: { enablePurgeProtection: true, softDeleteRetentionInDays: 30, ...more },
  });
  const recover = { createMode: "recover" };

  function destroyed(): TestAzure {
    const azure = TestAzure.withGroup();
    azure.create(vault, body());
    azure.create(`${vault}/keys/data`, { properties: { kty: "RSA" } });
    azure.create(`${vault}/secrets/join`, { properties: { value: "Pa55" } });
    azure.create(`${vault}/providers/Microsoft.Insights/diagnosticSettings/all`);
    azure.remove(vault);
    return azure;
  }

  test("is among the deleted ones, with the day it goes", () => {
    const azure = destroyed();
    expect(azure.get(vault)).toBeUndefined();
    expect(azure.body(deleted)["properties"]).toMatchObject({
      vaultId: vault,
      deletionDate: "2026-03-01T09:00:00.000Z",
      scheduledPurgeDate: "2026-03-31T09:00:00.000Z",
      purgeProtectionEnabled: true,
    });
  });

  test("rejects a new one of its name in its subscription", () => {
    expect(() => destroyed().create(vault, body())).toThrow(
      /^Status=409 Code="ConflictError" Message="A vault with the same name already exists in deleted state/,
    );
  });

  test("rejects a new one of its name anywhere else", () => {
    const azure = destroyed();
    const other = group.replace(/subscriptions\/[^/]+/, "subscriptions/other");
    azure.create(other, { location: "francecentral" });
    expect(() =>
      azure.create(`${other}/providers/Microsoft.KeyVault/vaults/KV-FIRM`, body()),
    ).toThrow(/^Status=409 Code="VaultAlreadyExists" .*recently deleted but not purged/);
  });

  test.each(["createMode", "hand"])("comes back by %s with its keys and secrets alone", (way) => {
    const azure = destroyed();
    if (way === "hand") recoverByHand(azure.store, "kv-firm", azure.world.now);
    else azure.create(vault, body(recover));
    expect(azure.ids()).toEqual([
      "resourceGroups/rg",
      "Microsoft.KeyVault/vaults/kv-firm",
      "Microsoft.KeyVault/vaults/kv-firm/keys/data",
      "Microsoft.KeyVault/vaults/kv-firm/secrets/join",
    ]);
    azure.remove(vault);
    expect(azure.get(deleted)).toBeDefined();
  });

  test("rejects recovery of what was never deleted, or is elsewhere", () => {
    const refusal = /^Status=400 Code="SoftDeletedVaultDoesNotExist"/;
    expect(() => TestAzure.withGroup().create(vault, body(recover))).toThrow(refusal);
    const azure = destroyed();
    azure.create(group.replace("/rg", "/other"), { location: "francecentral" });
    expect(() => azure.create(vault.replace("/rg/", "/other/"), body(recover))).toThrow(refusal);
  });

  test("rejects recovery by hand as long as its group is gone", () => {
    const azure = destroyed();
    azure.remove(group);
    expect(() => recoverByHand(azure.store, deleted, azure.world.now)).toThrow(
      "ResourceGroupNotFound",
    );
    expect(() => recoverByHand(azure.store, group, azure.world.now)).toThrow(
      "nothing in the embedded Azure",
    );
  });

  test("rejects being purged with purge protection, and is purged without", () => {
    const azure = destroyed();
    expect(() => azure.remove(deleted)).toThrow(
      /^Status=403 Code="Forbidden".*purge protection.*until 2026-03-31/,
    );
    const other = TestAzure.withGroup();
    other.create(vault, body({ enablePurgeProtection: null }));
    other.remove(vault);
    other.remove(deleted);
    expect(other.create(vault, body()).revision).toBe(1);
  });

  test("goes when its retention is over, and the name is free", () => {
    const azure = destroyed();
    azure.wait(days(30) - 1);
    expect(() => azure.create(vault, body())).toThrow("ConflictError");
    azure.wait(1);
    expect(azure.ids()).toEqual(["resourceGroups/rg"]);
    azure.create(vault, body());
  });

  test("goes along with its group, and stays deleted alone", () => {
    const azure = destroyed();
    azure.create(vault, body(recover));
    azure.remove(group);
    expect(azure.ids()).toEqual([deleted.replace(`${subscription}/`, "")]);
  });

  test("an Azure told to keep nothing has its name free at once, one with its clock ahead in time", () => {
    const azure = TestAzure.withGroup();
    azure.store.settings.set("softDelete", "gone");
    azure.create(vault, body());
    azure.remove(vault);
    expect(azure.ids()).toEqual(["resourceGroups/rg"]);
    const later = destroyed();
    later.store.settings.set("clock", "+30d");
    later.wait(0);
    expect(later.ids()).toEqual(["resourceGroups/rg"]);
  });
});

describe("a deleted backup", () => {
  const vault = inGroup("Microsoft.RecoveryServices/vaults/rsv");
  const container = `${vault}/backupFabrics/Azure/protectionContainers/StorageContainer;storage;rg;acc`;
  const item = `${container}/protectedItems/AzureFileShare;dossiers`;
  const policy = `${vault}/backupPolicies/dossiers`;
  const account = inGroup("Microsoft.Storage/storageAccounts/acc");
  const settings = (immutability: string): JsonObject => ({
    properties: {
      securitySettings: {
        softDeleteSettings: { softDeleteState: "AlwaysON", softDeleteRetentionPeriodInDays: 14 },
        immutabilitySettings: { state: immutability },
      },
    },
  });
  const itemBody = (more: JsonObject = {}): JsonObject => ({
    properties: {
      protectedItemType: "AzureFileShareProtectedItem",
      policyId: policy,
      sourceResourceId: account,
      ...more,
    },
  });

  function backedUp(immutability = "Disabled", policyBody: JsonObject = inVault): TestAzure {
    const azure = TestAzure.withGroup();
    azure.create(account);
    azure.create(`${account}/fileServices/default/shares/dossiers`);
    azure.create(vault, settings(immutability));
    azure.create(policy, { properties: policyBody });
    azure.create(container, { properties: { sourceResourceId: account } });
    azure.create(item, itemBody());
    azure.wait(days(2));
    return azure;
  }
  const inVault = { vaultRetentionPolicy: { snapshotRetentionInDays: 7 } };

  test("is scheduled to go, and lets go of policy, container and share", () => {
    const azure = backedUp();
    azure.remove(item);
    expect(azure.body(item)["properties"]).toMatchObject({
      isScheduledForDeferredDelete: true,
      protectionState: "ProtectionStopped",
    });
    for (const id of [container, policy, account]) azure.remove(id);
    expect(azure.get(item)).toBeDefined();
  });

  test.each([vault, group])("rejects the deletion of %s until its time is over", (id) => {
    const azure = backedUp();
    azure.remove(item);
    azure.remove(container);
    expect(() => azure.remove(id)).toThrow(
      /^Status=400 Code="BMSUserErrorVaultDeletionNotPermitted".*AzureFileShare;dossiers until 2026-03-17/,
    );
    azure.wait(days(14));
    azure.remove(id);
    expect(azure.get(vault)).toBeUndefined();
  });

  test("rejects unregistering an account with a share that is backed up", () => {
    expect(() => backedUp().remove(container)).toThrow(
      /^Status=400 Code="BMSUserErrorContainerHasDatasources"/,
    );
  });

  test("rejects being made anew or protected again before it is undeleted", () => {
    const azure = backedUp();
    azure.remove(item);
    expect(() => azure.create(item, itemBody())).toThrow("cannot create already existing");
    expect(() => azure.put(item, itemBody())).toThrow(
      /^Status=400 Code="BMSUserErrorItemInSoftDeletedState".*until 2026-03-17/,
    );
  });

  test.each(["isRehydrate", "hand"])("comes back by %s and is protected again", (way) => {
    const azure = backedUp();
    azure.remove(item);
    if (way === "hand") recoverByHand(azure.store, item, azure.world.now);
    else azure.put(item, itemBody({ isRehydrate: true }));
    azure.put(item, itemBody());
    expect(azure.body(item)["properties"]).toEqual(itemBody()["properties"]);
    azure.wait(days(15));
    expect(azure.get(item)).toBeDefined();
  });

  test("is gone at once where its copies are beside the share only", () => {
    const azure = backedUp("Unlocked", { retentionPolicy: {} });
    azure.remove(item);
    expect(azure.get(item)).toBeUndefined();
  });

  test.each(["Locked", "Unlocked"])("rejects being deleted in a vault that is %s", (state) => {
    const azure = backedUp(state);
    expect(() => azure.remove(item)).toThrow(
      /^Status=400 Code="BMSUserErrorOperationNotAllowedOnImmutableVault".*rsv is immutable/,
    );
    if (state === "Locked") return;
    azure.put(vault, settings("Disabled"));
    azure.remove(item);
  });

  test("stopped in a locked vault holds neither share nor account, and goes when its last copy has had its time", () => {
    const retention = (count: number) => ({ retentionDuration: { count, durationType: "x" } });
    const kept = { monthlySchedule: retention(12), dailySchedule: retention(35) };
    const azure = backedUp("Locked", { vaultRetentionPolicy: { vaultRetention: kept } });
    expect(() => azure.remove(account)).toThrow(/active leases/);
    azure.put(item, itemBody({ protectionState: "BackupsSuspended" }));
    azure.put(container, {
      properties: { sourceResourceId: account, acquireStorageAccountLock: "NotAcquire" },
    });
    azure.remove(account);
    expect(() => azure.remove(item)).toThrow(
      /locked for ever; the last of them expires on 2027-03-03/,
    );
    azure.wait(days(364));
    expect(() => azure.remove(item)).toThrow(/locked for ever/);
    azure.wait(days(2));
    for (const id of [item, container, policy, vault]) azure.remove(id);
    expect(azure.get(vault)).toBeUndefined();
  });

  test("in an immutable vault can be deleted before the first copy is made", () => {
    const azure = backedUp("Unlocked");
    const fresh = `${container}/protectedItems/AzureFileShare;fresh`;
    azure.create(fresh, itemBody());
    azure.remove(fresh);
    expect(azure.body(fresh)["properties"]).toMatchObject({ isScheduledForDeferredDelete: true });
  });
});
