import { stableGuid } from "../../../infra/azure/guid";
import { TestAzure, inGroup } from "../support/azure";

const desktops = "Microsoft.DesktopVirtualization";
const applicationGroup = (number: number) =>
  inGroup(`${desktops}/applicationGroups/apps-${number}`);
const workspace = inGroup(`${desktops}/workspaces/workspace`);
const account = inGroup("Microsoft.Storage/storageAccounts/accountone");

function assign(azure: TestAzure, scope: string, number: number): void {
  const name = stableGuid("assignment", scope, String(number));
  azure.create(`${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`, {
    principalId: stableGuid("principal", String(number)),
    roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/x",
  });
}

test("rejects the application group past the five hundredth, and changes those there are", () => {
  const azure = TestAzure.withGroup();
  for (let number = 0; number < 500; number++) azure.create(applicationGroup(number));
  expect(() => azure.create(applicationGroup(500))).toThrow(
    /Status=409 Code="QuotaExceeded".*500 Microsoft.DesktopVirtualization\/applicationGroups/,
  );
  azure.put(applicationGroup(499), { tags: { a: "b" } });
  azure.remove(applicationGroup(0));
  azure.create(applicationGroup(500));
  expect(azure.get(applicationGroup(500))).toBeDefined();
});

test("rejects the role assignment past the two hundredth on one object, and on no other", () => {
  const azure = TestAzure.withGroup();
  azure.create(workspace);
  azure.create(account);
  for (let number = 0; number < 200; number++) {
    assign(azure, workspace, number);
    assign(azure, account, number);
  }
  expect(() => {
    assign(azure, workspace, 200);
  }).toThrow(/Code="QuotaExceeded".*200 Microsoft.Authorization\/roleAssignments/);
  assign(azure, account, 200);
});
