import { SupervisorConsole } from "../../infra/components/supervisor-console";
import { SupervisorRole, supervisorActions } from "../../infra/components/supervisor-role";
import { consoleContent, consoleTables, panelsOf } from "../../infra/watch/console";
import { ids, placement } from "../support/builders";
import { inputsOf, registered } from "../support/harness";

const owner = { environment: "prod", firm: "dupont", subscription: ids.firmSubscription };

describe("SupervisorRole", () => {
  test("A29: reads sessions and the console, sends messages, logs off, and nothing else", () => {
    const denied =
      /^Microsoft\.(Compute|Storage|KeyVault|Authorization|RecoveryServices|Network)\//i;
    expect(supervisorActions.filter((action) => denied.test(action))).toEqual([]);
    // No wildcard, and nothing that writes; what is deleted is a session.
    expect(supervisorActions.filter((action) => action.includes("*"))).toEqual([]);
    expect(supervisorActions.filter((action) => !action.endsWith("/read"))).toEqual([
      "Microsoft.DesktopVirtualization/hostPools/sessionHosts/userSessions/sendMessage/action",
      "Microsoft.DesktopVirtualization/hostPools/sessionHosts/userSessions/disconnect/action",
      "Microsoft.DesktopVirtualization/hostPools/sessionHosts/userSessions/delete",
    ]);
    expect(supervisorActions.join()).not.toMatch(/listKeys|secrets|virtualMachines/i);
  });

  test("AVD-110: it can be given in the firm's own groups alone", async () => {
    const list = await registered(() => {
      new SupervisorRole("operator", { owner, groupIds: ["/groups/desktops", "/groups/watch"] });
    });
    expect(inputsOf(list, "operator-definition")).toMatchObject({
      roleName: "cabinet-prod-dupont-supervisor",
      scope: "/groups/desktops",
      assignableScopes: ["/groups/desktops", "/groups/watch"],
      permissions: [{ actions: supervisorActions, notActions: [] }],
    });
    expect(JSON.stringify(inputsOf(list, "operator-definition"))).not.toContain("dataActions");
  });
});

describe("SupervisorConsole", () => {
  const record = (pool: boolean) =>
    registered(() => {
      new SupervisorConsole("console", {
        ...placement(),
        firmName: "Cabinet Dupont",
        pool,
        workspaceId: "/workspaces/dupont",
        shares: [{ accountName: "stdupont", quotaGiB: 400 }],
      });
    });
  const itemsOf = async (pool: boolean) => {
    const data = inputsOf(await record(pool), "console-workbook")["serializedData"];
    return (JSON.parse(String(data)) as { items: Record<string, unknown>[] }).items;
  };

  test("everything: who is connected, failures, slow sign-ins, hosts, storage, backups", async () => {
    const items = await itemsOf(true);
    expect(items.map(({ name }) => name)).toEqual([
      "intro",
      "connected",
      "failed",
      "signIns",
      "hosts",
      "storage",
      "backups",
    ]);
    for (const { type, content } of items.slice(1)) {
      expect(type).toBe(3);
      expect(content).toMatchObject({
        version: "KqlItem/1.0",
        queryType: 0,
        resourceType: "microsoft.operationalinsights/workspaces",
        query: expect.stringMatching(/\| project /),
      });
    }
  });

  test("with another broker: what hosts, shares and backups tell of themselves", async () => {
    expect((await itemsOf(false)).map(({ name }) => name)).toEqual([
      "intro",
      "hosts",
      "storage",
      "backups",
    ]);
  });

  test("A31, hardened: it asks the firm's own workspace, and tables the supervisor may read", async () => {
    expect(inputsOf(await record(true), "console-workbook")).toMatchObject({
      sourceId: "/workspaces/dupont",
      category: "workbook",
      kind: "shared",
    });
    const content = consoleContent({
      firmName: "x",
      pool: true,
      quotas: [],
      workspaceId: "/workspaces/dupont",
    });
    expect(JSON.parse(content)).toMatchObject({ fallbackResourceIds: ["/workspaces/dupont"] });
    for (const table of consoleTables)
      expect(supervisorActions).toContain(
        `Microsoft.OperationalInsights/workspaces/query/${table}/read`,
      );
  });

  test("a failure comes with its meaning, in French", () => {
    const failed = panelsOf({ pool: true, quotas: [] }).find(({ word }) => word === "failed");
    expect(failed?.query).toContain(
      `"ConnectionFailedNoHealthyRdshAvailable", "Aucun hôte en état`,
    );
  });

  test("storage left is counted from each share's own size", () => {
    const storage = panelsOf({ pool: true, quotas: [["stdupont", 400]] }).find(
      ({ word }) => word === "storage",
    );
    expect(storage?.query).toContain(`"stdupont", 400`);
  });
});
