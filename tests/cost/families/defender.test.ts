import { bill, linesOf, resource, told, uses } from "../support/price";

const plans = (...resources: readonly object[]) =>
  resource("resources:DeploymentAtSubscriptionScope", {
    properties: { mode: "Incremental", template: { resources } },
  });
const pricing = (name: string, properties: object) => ({
  type: "Microsoft.Security/pricings",
  name,
  properties,
});
const servers = (subPlan: string) =>
  pricing("VirtualMachines", { pricingTier: "Standard", subPlan });

test("a plan for servers is billed by the servers that usage names, in a template as alone", () => {
  expect(bill([plans(servers("P1"))]).lines.map(told)).toEqual([
    "Defender for servers P1: awaits protectedServers",
  ]);
  const inTemplate = bill([plans(servers("P2"))], uses({ protectedServers: 2 })).lines.map(told);
  const alone = resource("security:Pricing", {
    pricingName: "VirtualMachines",
    pricingTier: "Standard",
    subPlan: "P2",
  });
  expect(bill([alone], uses({ protectedServers: 2 })).lines.map(told)).toEqual(inTemplate);
  expect(inTemplate).toEqual([
    expect.stringMatching(/^Defender for servers P2: 1460 hours at 0\.\d+ = \d+/),
  ]);
});

test("plans without a price are named, those on Free and other templates cost nothing", () => {
  expect(
    linesOf([
      plans(
        pricing("StorageAccounts", { pricingTier: "Standard" }),
        pricing("KeyVaults", { pricingTier: "Free" }),
      ),
    ]).toSorted(),
  ).toEqual([
    "Defender for StorageAccounts: no price, the price book holds only Defender for servers",
    "free: the Free tier of Defender costs nothing",
  ]);
  expect(linesOf([plans({ type: "Microsoft.Resources/tags", name: "default" })])).toEqual([
    "free: a deployment costs nothing itself",
  ]);
});
