import { ActivityLog } from "../../infra/components/activity-log";
import { DeletionLocks } from "../../infra/components/deletion-locks";
import { Diagnostics } from "../../infra/components/diagnostics";
import { Keys } from "../../infra/components/keys";
import { ids, placement } from "../support/builders";
import { counted, inputsOf, named, registered } from "../support/harness";

const { owner } = placement();

describe("DeletionLocks", () => {
  const record = (words: readonly string[]) =>
    registered(() => {
      const keys = new Keys("keys", {
        ...placement(),
        tenant: ids.tenant,
        endpoint: { subnetId: "subnet-id", zoneId: "zone-id" },
      });
      const scopes = Object.fromEntries(words.map((word) => [word, keys.vaultId]));
      new DeletionLocks("locks", { owner, scopes, after: [keys], why: "Ask first." });
    });

  test("defaults: nothing to lock, no lock", async () => {
    const list = await record([]);
    expect(counted(list.filter(({ name }) => name.startsWith("locks")))).toEqual({
      "cabinet:firm:DeletionLocks": 1,
    });
  });

  test("everything: a lock on each scope", async () => {
    const list = await record(["keys", "more"]);
    const scope = named(list, "keys-vault").id;
    expect(inputsOf(list, "locks-keys")).toMatchObject({
      scope,
      level: "CanNotDelete",
      notes: "Ask first.",
    });
    expect(inputsOf(list, "locks-more")).toMatchObject({ scope, level: "CanNotDelete" });
  });

  test("hardened: locks come after all they cover, so that they go first", async () => {
    const list = await record(["keys"]);
    expect(named(list, "locks-keys").dependsOn).toEqual(
      expect.arrayContaining([
        named(list, "keys-vault").urn,
        named(list, "keys-private-endpoint").urn,
        named(list, "keys-private-dns").urn,
      ]),
    );
  });
});

describe("Diagnostics", () => {
  const sources = {
    pool: "/subscriptions/s/resourceGroups/g/providers/P/hostPools/p",
    keys: "/subscriptions/s/resourceGroups/g/providers/P/vaults/k",
  };
  const record = (some: Readonly<Record<string, string>>) =>
    registered(() => {
      new Diagnostics("diagnostics", { owner, workspaceId: "workspace-id", sources: some });
    });

  test("defaults: no source, no setting", async () => {
    expect(counted(await record({}))).toEqual({ "cabinet:monitoring:Diagnostics": 1 });
  });

  test("everything: a setting on each source", async () => {
    const list = await record(sources);
    expect(counted(list)).toMatchObject({ "monitor:DiagnosticSetting": 2 });
    expect(inputsOf(list, "diagnostics-pool")).toMatchObject({ resourceUri: sources.pool });
    expect(inputsOf(list, "diagnostics-keys")).toMatchObject({ resourceUri: sources.keys });
  });

  test("hardened: all logs, into the firm's own workspace", async () => {
    expect(inputsOf(await record(sources), "diagnostics-keys")).toMatchObject({
      workspaceId: "workspace-id",
      logs: [{ categoryGroup: "allLogs", enabled: true }],
    });
  });
});

describe("ActivityLog", () => {
  test("AVD-109: who changed what in the subscription goes to the owner's own workspace", async () => {
    const list = await registered(() => {
      new ActivityLog("activity", { owner, workspaceId: "workspace-id" });
    });
    expect(counted(list)).toEqual({
      "cabinet:monitoring:ActivityLog": 1,
      "monitor:SubscriptionDiagnosticSetting": 1,
    });
    const { workspaceId, logs } = inputsOf(list, "activity-setting");
    expect(workspaceId).toBe("workspace-id");
    expect(logs).toContainEqual({ category: "Administrative", enabled: true });
    expect(JSON.stringify(logs)).not.toContain("categoryGroup");
  });
});
