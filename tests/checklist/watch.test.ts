import type { RegisteredResource } from "../../infra/resources/registered";
import { inputAt, isIdOf, listAt, ofType, textAt, valueAt } from "../../infra/rules/inputs";
import { distinct, sample, sampleKeys, samplePlatform, texts, type Sample } from "./sample";

jest.setTimeout(60_000);

/** Whom an alert of metrics or of the activity log tells. */
const told = (alert: RegisteredResource) =>
  [...listAt(alert, "actions"), ...listAt(alert, "actions.actionGroups")].map((one) =>
    valueAt(one, "actionGroupId"),
  );
const serviceHealth = (all: readonly RegisteredResource[]) =>
  ofType(all, "monitor:ActivityLogAlert").filter((alert) =>
    JSON.stringify(alert.inputs).includes('"ServiceHealth"'),
  );
const activitySettings = (all: readonly RegisteredResource[]) =>
  ofType(all, "monitor:SubscriptionDiagnosticSetting");
const template = (all: readonly RegisteredResource[]) =>
  ofType(all, "resources:DeploymentAtSubscriptionScope").flatMap((one) =>
    listAt(one, "properties.template.resources").map((plan) => [
      valueAt(plan, "name"),
      valueAt(plan, "properties.pricingTier"),
      valueAt(plan, "properties.subPlan"),
    ]),
  );
const allPlans = { defender: { servers: "P2", storage: "on", keyVaults: "on" } } as const;

describe.each(sampleKeys)("%s", (key) => {
  let it: Sample;
  beforeAll(async () => {
    it = await sample(key, allPlans);
  });

  test("AVD-083: sessions are measured on every host, by the rule that Azure's own console looks for", () => {
    const [rule, ...others] = ofType(it.all, "monitor:DataCollectionRule");
    expect(others).toEqual([]);
    expect(rule && textAt(rule, "dataCollectionRuleName")).toBe(`microsoft-avdi-${it.firm.region}`);
    const measured = ofType(it.all, "monitor:DataCollectionRuleAssociation").filter(
      (one) => rule !== undefined && isIdOf(inputAt(one, "dataCollectionRuleId"), rule),
    );
    const agents = ofType(it.all, "compute:VirtualMachineExtension").filter(
      (one) => inputAt(one, "type") === "AzureMonitorWindowsAgent",
    );
    expect(measured).toHaveLength(it.hosts.length);
    for (const host of it.hosts) {
      expect(measured.some((one) => isIdOf(inputAt(one, "resourceUri"), host))).toBe(true);
      expect(texts(agents, "vmName")).toContain(textAt(host, "vmName"));
    }
  });

  test("AVD-084, AVD-109: pools, groups and workspaces write all they know into the firm's logs", () => {
    const [logs] = ofType(it.all, "operationalinsights:Workspace");
    expect(logs && inputAt(logs, "retentionInDays")).toBeGreaterThanOrEqual(180);
    const audited = ofType(
      it.all,
      "desktopvirtualization:HostPool",
      "desktopvirtualization:ApplicationGroup",
      "desktopvirtualization:Workspace",
    );
    const settings = ofType(it.all, "monitor:DiagnosticSetting");
    for (const source of audited) {
      const own = settings.filter((one) => isIdOf(inputAt(one, "resourceUri"), source));
      expect(own).toHaveLength(1);
      for (const one of own) {
        expect(listAt(one, "logs")).toEqual([{ categoryGroup: "allLogs", enabled: true }]);
        expect(inputAt(one, "workspaceId")).toBe(logs?.id);
      }
    }
  });

  test("AVD-085: a profiles' share that fills, is throttled or slow is told to the firm and its host", () => {
    const alerts = ofType(it.all, "monitor:MetricAlert").filter(({ name }) =>
      name.startsWith("alerts-profiles-"),
    );
    const metrics = alerts.flatMap((one) =>
      listAt(one, "criteria.allOf").map((each) => valueAt(each, "metricName")),
    );
    for (const metric of ["FileCapacity", "Transactions", "SuccessE2ELatency"])
      expect(metrics).toContain(metric);
    const [group] = ofType(it.all, "monitor:ActionGroup");
    for (const alert of alerts) expect(told(alert)).toEqual([group?.id]);
  });

  test("AVD-086: Azure's own faults and works in the subscription are told too", () => {
    const [group] = ofType(it.all, "monitor:ActionGroup");
    expect(serviceHealth(it.all).length).toBeGreaterThanOrEqual(4);
    for (const alert of serviceHealth(it.all)) {
      expect(listAt(alert, "scopes")).toEqual([`/subscriptions/${it.firm.subscription}`]);
      expect(told(alert)).toEqual([group?.id]);
    }
  });

  test("AVD-109, STO-11: who did what in the subscription is kept, and whoever reads a storage key is heard of", () => {
    const [setting, ...others] = activitySettings(it.all);
    expect(others).toEqual([]);
    expect(setting?.id).toContain(`/subscriptions/${it.firm.subscription}/providers/`);
    const [logs] = ofType(it.all, "operationalinsights:Workspace");
    expect(setting && inputAt(setting, "workspaceId")).toBe(logs?.id);
    expect(setting && listAt(setting, "logs")).toContainEqual({
      category: "Administrative",
      enabled: true,
    });
    const keys = ofType(it.all, "monitor:ActivityLogAlert").filter((one) =>
      JSON.stringify(one.inputs).includes("Microsoft.Storage/storageAccounts/listKeys/action"),
    );
    expect(keys).toHaveLength(1);
  });

  test("RSV-05, RSV-06: the vault keeps what is deleted, and says where its copies are", () => {
    const vaults = ofType(it.all, "recoveryservices:Vault");
    expect(vaults).toHaveLength(1);
    for (const vault of vaults) {
      const settings = "properties.securitySettings.softDeleteSettings";
      expect(inputAt(vault, `${settings}.softDeleteState`)).toBe("AlwaysON");
      const days = inputAt(vault, `${settings}.softDeleteRetentionPeriodInDays`);
      expect(days).toBe(it.firm.backup.softDeleteDays);
      expect(inputAt(vault, "properties.redundancySettings.standardTierStorageRedundancy")).toBe(
        it.firm.data.redundancy === "geo" ? "GeoRedundant" : "ZoneRedundant",
      );
    }
    expect(ofType(it.all, "recoveryservices:BackupResourceVaultConfig")).toEqual([]);
  });

  test("AVD-108, STO-02: the provider's plans of Defender are on in the firm's subscription", async () => {
    expect(template(it.all)).toEqual([
      ["VirtualMachines", "Standard", "P2"],
      ["StorageAccounts", "Standard", "DefenderForStorageV2"],
      ["KeyVaults", "Standard", undefined],
    ]);
  });
});

test("AVD-108, AVD-109: the platform's subscription has the same plans, and keeps who did what", async () => {
  const all = await samplePlatform(allPlans);
  expect(template(all)).toHaveLength(3);
  expect(activitySettings(all)).toHaveLength(1);
  expect(distinct(serviceHealth(all).flatMap(told))).toHaveLength(1);
});

test("AVD-108: nobody pays for a plan unasked", async () => {
  const { all } = await sample("petit");
  expect(template(all)).toEqual([]);
});
