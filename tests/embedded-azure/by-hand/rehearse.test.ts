import { dossiersPolicy } from "../../../infra/components/backup-policy";
import { rehearseByHand } from "../../../infra/embedded-azure/by-hand/rehearse";
import { isJsonObject, jsonObject, valueAt } from "../../../infra/embedded-azure/values/property";
import { backupPresets } from "../../../infra/firm/backup-presets";
import { readRehearsal } from "../../../infra/firm/rehearsal";
import { TestAzure, group, inGroup } from "../support/azure";

const vault = inGroup("Microsoft.RecoveryServices/vaults/rsv");
const itemId = `${vault}/backupFabrics/Azure/protectionContainers/c/protectedItems/AzureFileShare;dossiers`;
const verdictId = inGroup("Microsoft.Resources/deployments/rehearsal");
const job = inGroup("Microsoft.App/jobs/caj");

/** A share that has been protected for so many days, and the job that rehearses its restore. */
function protectedFor(days: number): TestAzure {
  const azure = TestAzure.withGroup();
  const { resources } = azure.store;
  const common = { token: "", revision: 1, name: "n", hidden: {} };
  const policy = dossiersPolicy(backupPresets.standard, true);
  const body = jsonObject(JSON.parse(JSON.stringify({ properties: policy })));
  const policyId = `${vault}/backupPolicies/p`;
  resources.put({ ...common, id: policyId, type: "policy", body }, []);
  const since = new Date(Date.now() - days * 24 * 3_600_000).toISOString();
  resources.put(
    {
      ...common,
      id: itemId,
      type: "item",
      body: { properties: { policyId } },
      hidden: { since },
    },
    [],
  );
  const env = { ITEM_ID: itemId, VERDICT_ID: verdictId, EVERY_DAYS: "28" };
  azure.put(job, {
    location: "francecentral",
    template: {
      containers: [{ env: Object.entries(env).map(([name, value]) => ({ name, value })) }],
    },
  });
  return azure;
}

function verdict(azure: TestAzure) {
  const outputs = valueAt(azure.body(verdictId), "properties.outputs");
  return readRehearsal(isJsonObject(outputs) ? outputs : {});
}

test("a night without a copy in the vault waits, one with a copy compares", () => {
  const young = protectedFor(0);
  rehearseByHand(young.store, job, 0);
  expect(verdict(young)).toMatchObject({ verdict: "waiting", lastSuccess: "" });
  const old = protectedFor(3);
  rehearseByHand(old.store, "caj", 0);
  expect(verdict(old)).toMatchObject({ verdict: "same", differences: 0 });
  expect(verdict(old).lastSuccess).toBe(verdict(old).date);
});

test("what differs is told until it is the same again; then it rests for a month", () => {
  const azure = protectedFor(3);
  rehearseByHand(azure.store, job, 3);
  expect(verdict(azure)).toMatchObject({ verdict: "differs", differences: 3, lastSuccess: "" });
  rehearseByHand(azure.store, job, 0);
  const success = verdict(azure);
  expect(success.verdict).toBe("same");
  expect(rehearseByHand(azure.store, job, 3).wasDue).toBe(false);
  expect(verdict(azure)).toEqual(success);
  azure.store.settings.set("clock", "+29d");
  expect(rehearseByHand(azure.store, job, 1).wasDue).toBe(true);
  expect(verdict(azure)).toMatchObject({ verdict: "differs", lastSuccess: success.date });
});

test("rejects what is no job that rehearses restores", () => {
  const azure = protectedFor(3);
  expect(() => rehearseByHand(azure.store, group, 0)).toThrow("no job that rehearses restores");
});
