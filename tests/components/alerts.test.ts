import { ActionGroup } from "../../infra/components/action-group";
import { Alerts, type AlertsArgs } from "../../infra/components/alerts";
import { activityAlerts } from "../../infra/watch/activity-alerts";
import { hostLogAlerts, poolAlerts } from "../../infra/watch/log-alerts";
import { machineAlerts, shareAlerts } from "../../infra/watch/metric-alerts";
import { placement } from "../support/builders";
import { counted, inputsOf, registered } from "../support/harness";

const nothing = {
  actionGroupId: "group-id",
  logs: { workspaceId: "workspace-id", rules: [] },
  metrics: {},
  activity: [],
} satisfies Partial<AlertsArgs>;
const everything = {
  ...nothing,
  logs: { workspaceId: "workspace-id", rules: [...poolAlerts(12), ...hostLogAlerts] },
  metrics: {
    machines: {
      scopes: ["hosts-id"],
      type: "Microsoft.Compute/virtualMachines",
      rules: machineAlerts,
    },
    profiles: {
      scopes: ["service-id"],
      type: "Microsoft.Storage/storageAccounts/fileServices",
      rules: shareAlerts(100),
    },
  },
  activity: activityAlerts,
} satisfies Partial<AlertsArgs>;

const record = (args: Omit<AlertsArgs, keyof ReturnType<typeof placement>>) =>
  registered(() => {
    new Alerts("alerts", { ...placement(), ...args });
  });

describe("Alerts", () => {
  test("defaults: no rule, no alert", async () => {
    expect(counted(await record(nothing))).toEqual({ "cabinet:monitoring:Alerts": 1 });
  });

  test("everything: the thresholds of the public packs", async () => {
    const list = await record(everything);
    expect(counted(list)).toMatchObject({
      "monitor:ScheduledQueryRule": 16,
      "monitor:MetricAlert": 12,
      "monitor:ActivityLogAlert": 5,
    });
    const thresholds = (word: string) =>
      (inputsOf(list, word)["criteria"] as { allOf: { threshold: number }[] }).allOf[0]?.threshold;
    expect(thresholds("alerts-machines-cpu85")).toBe(85);
    expect(thresholds("alerts-machines-memory2")).toBe(2 * 2 ** 30);
    expect(thresholds("alerts-profiles-latency100")).toBe(100);
    // 85 % and 95 % of 100 GiB: 15 % and 5 % are free.
    expect(thresholds("alerts-profiles-free15")).toBe(85 * 2 ** 30);
    expect(thresholds("alerts-profiles-free5")).toBe(95 * 2 ** 30);
    const query = (word: string) => JSON.stringify(inputsOf(list, word)["criteria"]);
    expect(query("alerts-full95")).toContain("Percent >= 95");
    expect(query("alerts-diskFree5")).toContain("Free <= 5");
    expect(query("alerts-slowSignIn")).toContain("Seconds > 120");
    expect(query("alerts-leftOpen")).toContain("ago(8h)");
  });

  test("the worst are told, and the least stand in the portal alone", async () => {
    const list = await record(everything);
    expect(inputsOf(list, "alerts-noHost")).toMatchObject({
      severity: 1,
      actions: { actionGroups: ["group-id"] },
    });
    expect(inputsOf(list, "alerts-slowSignIn")).not.toHaveProperty("actions");
    expect(inputsOf(list, "alerts-machines-cpu95")).toMatchObject({
      actions: [{ actionGroupId: "group-id" }],
    });
  });

  test("in French first, and in English", async () => {
    const list = await record(everything);
    expect(inputsOf(list, "alerts-noHost")).toMatchObject({
      displayName: "dupont : Plus aucun hôte disponible / No host left",
    });
    for (const { inputs, name } of list.filter(({ custom }) => custom))
      expect([name, String(inputs["description"])]).toEqual([
        name,
        expect.stringMatching(/^\S.* \/ \S.*$/),
      ]);
  });

  test("hardened: questions to the firm's own workspace, and reads of storage keys", async () => {
    const list = await record(everything);
    for (const { inputs } of list.filter(({ type }) => type.endsWith("ScheduledQueryRule")))
      expect(inputs["scopes"]).toEqual(["workspace-id"]);
    expect(inputsOf(list, "alerts-storageKeys")).toMatchObject({
      condition: {
        allOf: [
          { field: "category", equals: "Administrative" },
          { field: "operationName", equals: "Microsoft.Storage/storageAccounts/listKeys/action" },
        ],
      },
    });
  });
});

test("an action group stands nowhere, so that Azure's own health can use it", async () => {
  const { owner, resourceGroupName, tags } = placement();
  const mail = { supervisor: "claire@example.fr", support: "support@example.fr" };
  const list = await registered(() => {
    new ActionGroup("told", { owner, resourceGroupName, tags, mail });
  });
  expect(inputsOf(list, "told-group")).toMatchObject({
    location: "global",
    groupShortName: "dupont",
    emailReceivers: [
      { name: "supervisor", emailAddress: mail.supervisor },
      { name: "support", emailAddress: mail.support },
    ],
  });
});
