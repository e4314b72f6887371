import { TestAzure, inGroup } from "../support/azure";

const desktop = (path: string): string => inGroup(`Microsoft.DesktopVirtualization/${path}`);
const pool = desktop("hostPools/pool");
const apps = desktop("applicationGroups/apps");
const others = desktop("applicationGroups/others");
const workspace = desktop("workspaces/ws");
const here = { location: "francecentral" };
const abroad = { location: "westeurope" };

function published(): TestAzure {
  const azure = TestAzure.withGroup();
  azure.create(pool, here);
  azure.create(apps, { ...here, hostPoolArmPath: pool });
  azure.create(others, { ...here, hostPoolArmPath: pool });
  return azure;
}

test("stand in one region, however it is written", () => {
  const there = { location: "France Central", applicationGroupReferences: [apps, others] };
  expect(published().create(workspace, there).revision).toBe(1);
});

test.each([
  ["a workspace", workspace, { applicationGroupReferences: [apps] }],
  ["an application group", desktop("applicationGroups/far"), { hostPoolArmPath: pool }],
  [
    "a scaling plan",
    desktop("scalingPlans/plan"),
    { hostPoolReferences: [{ hostPoolArmPath: pool, scalingPlanEnabled: false }] },
  ],
])("rejects %s in another region than what it names", (_what, id, body) => {
  expect(() => published().create(id, { ...abroad, ...body })).toThrow(
    /^Status=400 .* is in westeurope and names .* in francecentral/,
  );
});

test("rejects a second workspace for groups of one host pool, until the first lets go", () => {
  const azure = published();
  azure.create(workspace, { ...here, applicationGroupReferences: [apps] });
  const second = { ...here, applicationGroupReferences: [others] };
  expect(() => azure.create(desktop("workspaces/second"), second)).toThrow(
    /^Status=400 .* of the same host pool is in workspace .*workspaces\/ws/,
  );
  azure.put(workspace, { ...here, applicationGroupReferences: [] });
  azure.create(desktop("workspaces/second"), second);
});
