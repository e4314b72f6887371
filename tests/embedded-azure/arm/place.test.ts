import { TestAzure, group, inGroup, subscription } from "../support/azure";

const net = inGroup("Microsoft.Network/virtualNetworks/net");
const space = { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } };

describe("where resources stand", () => {
  test("a resource stands in a group that is there, compared without case", () => {
    const azure = TestAzure.withGroup();
    expect(azure.create(net.replace("/rg/", "/RG/"), space).type).toBe(
      "Microsoft.Network/virtualNetworks",
    );
  });

  test("rejects a resource whose group is not there", () => {
    const azure = new TestAzure();
    expect(() => azure.create(net, space)).toThrow(
      `Status=404 Code="ResourceGroupNotFound" Message="Resource group 'rg' could not be found."`,
    );
  });

  test("rejects a child whose parent is not there", () => {
    const azure = TestAzure.withGroup();
    expect(() => azure.create(`${net}/subnets/a`, { addressPrefix: "10.0.0.0/24" })).toThrow(
      /Code="ParentResourceNotFound".*virtualNetworks\/net' of 'a'/,
    );
  });

  test("rejects an extension of something that is not there", () => {
    const azure = TestAzure.withGroup();
    const lock = `${net}/providers/Microsoft.Authorization/locks/keep`;
    expect(() => azure.create(lock, { level: "CanNotDelete" })).toThrow(/ParentResourceNotFound/);
  });

  test.each([
    ["a subscription", `${subscription}/providers/Microsoft.Authorization/locks/keep`],
    ["a group", `${group}/providers/Microsoft.Authorization/locks/keep`],
    [
      "a management group",
      "/providers/Microsoft.Management/managementGroups/all/providers/Microsoft.Authorization/policyAssignments/p",
    ],
  ])("an extension may stand on %s", (_what, id) => {
    expect(TestAzure.withGroup().create(id, {}).id).toBe(id);
  });

  test("what every account has from the start is there without being made", () => {
    const azure = TestAzure.withGroup();
    const account = inGroup("Microsoft.Storage/storageAccounts/accountone");
    azure.create(account, {});
    expect(azure.create(`${account}/fileServices/default/shares/profiles`, {}).name).toBe(
      "profiles",
    );
  });

  test("rejects a second resource of the same id, whatever its case", () => {
    const azure = TestAzure.withGroup();
    azure.create(net, space);
    expect(() => azure.create(net.replace("/net", "/NET"), space)).toThrow(
      `cannot create already existing resource '${net.replace("/net", "/NET")}'`,
    );
  });

  test("the id keeps the case it was made with", () => {
    const azure = TestAzure.withGroup();
    azure.create(net.replace("/net", "/Net"), space);
    expect(azure.put(net, space).id).toBe(net.replace("/net", "/Net"));
  });

  test("rejects names their type may not have", () => {
    const azure = TestAzure.withGroup();
    for (const [path, code] of [
      ["Microsoft.Storage/storageAccounts/Account", "AccountNameInvalid"],
      ["Microsoft.Storage/storageAccounts/ab", "AccountNameInvalid"],
      ["Microsoft.KeyVault/vaults/a--b", "VaultNameNotValid"],
      ["Microsoft.Network/virtualNetworks/-net", "InvalidResourceName"],
      ["Microsoft.DesktopVirtualization/hostPools/pool-", "InvalidResourceName"],
      [`Microsoft.Resources/deployments/${"d".repeat(65)}`, "InvalidDeploymentName"],
    ])
      expect(() => azure.create(inGroup(path ?? ""), {})).toThrow(code);
  });
});
