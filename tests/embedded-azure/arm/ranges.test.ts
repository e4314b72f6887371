import type { JsonObject } from "../../../infra/embedded-azure/values/property";
import { TestAzure, inGroup } from "../support/azure";

const plan = inGroup("Microsoft.DesktopVirtualization/scalingPlans/plan");
const services = inGroup("Microsoft.Storage/storageAccounts/accountone/blobServices/default");

function ready(): TestAzure {
  const azure = TestAzure.withGroup();
  azure.create(inGroup("Microsoft.Storage/storageAccounts/accountone"));
  return azure;
}

test.each<[string, JsonObject, string]>([
  [
    plan,
    { schedules: [{ peakStartTime: { hour: 24, minute: 0 } }] },
    "schedules.peakStartTime.hour",
  ],
  [
    plan,
    { schedules: [{ rampUpCapacityThresholdPct: 0 }] },
    "schedules.rampUpCapacityThresholdPct",
  ],
  [services, { deleteRetentionPolicy: { days: 366 } }, "deleteRetentionPolicy.days"],
])("rejects numbers Azure does not take: %s %j", (id, body, path) => {
  expect(() => ready().create(id, body)).toThrow(
    new RegExp(`Status=400 Code="InvalidParameter".*'${path}' is out of range`),
  );
});

test("takes the least and the most", () => {
  const azure = ready();
  azure.create(plan, {
    schedules: [
      { peakStartTime: { hour: 23, minute: 59 }, rampUpCapacityThresholdPct: 1 },
      { peakStartTime: { hour: 0, minute: 0 }, rampUpCapacityThresholdPct: 100 },
    ],
  });
  azure.create(services, { deleteRetentionPolicy: { days: 365 } });
  expect(azure.get(services)).toBeDefined();
});
