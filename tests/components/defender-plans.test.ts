import { DefenderPlans } from "../../infra/components/defender-plans";
import type { Defender } from "../../infra/platform/platform";
import { ids } from "../support/builders";
import { counted, inputsOf, registered } from "../support/harness";

const record = (plans: Defender) =>
  registered(() => {
    const owner = { environment: "prod", firm: "dupont", subscription: ids.firmSubscription };
    new DefenderPlans("defender", { owner, location: "francecentral", plans });
  });
const pricingsOf = async (plans: Defender) => {
  const { properties } = inputsOf(await record(plans), "defender-plans");
  return (properties as { template: { resources: unknown } }).template.resources;
};

describe("DefenderPlans", () => {
  test("defaults: a template for the subscription, for Azure has its plans from the start", async () => {
    expect(counted(await record({ servers: "P1" }))).toEqual({
      "cabinet:governance:DefenderPlans": 1,
      "resources:DeploymentAtSubscriptionScope": 1,
    });
  });

  test("everything (AVD-108, STO-02): machines, accounts and vaults, one after the other", async () => {
    expect(await pricingsOf({ servers: "P1", storage: "on", keyVaults: "on" })).toEqual([
      {
        type: "Microsoft.Security/pricings",
        apiVersion: "2024-01-01",
        name: "VirtualMachines",
        dependsOn: [],
        properties: { pricingTier: "Standard", subPlan: "P1" },
      },
      expect.objectContaining({
        name: "StorageAccounts",
        dependsOn: ["VirtualMachines"],
        properties: {
          pricingTier: "Standard",
          subPlan: "DefenderForStorageV2",
          extensions: [
            { name: "OnUploadMalwareScanning", isEnabled: "False" },
            { name: "SensitiveDataDiscovery", isEnabled: "False" },
          ],
        },
      }),
      expect.objectContaining({
        name: "KeyVaults",
        dependsOn: ["StorageAccounts"],
        properties: { pricingTier: "Standard" },
      }),
    ]);
  });

  test("hardened: a plan is off only where somebody says so, and left alone where nobody does", async () => {
    expect(await pricingsOf({ servers: "off", keyVaults: "on" })).toEqual([
      expect.objectContaining({
        name: "VirtualMachines",
        properties: { pricingTier: "Free" },
      }),
      expect.objectContaining({ name: "KeyVaults", dependsOn: ["VirtualMachines"] }),
    ]);
  });
});
