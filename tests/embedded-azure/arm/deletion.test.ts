import { TestAzure, group, inGroup } from "../support/azure";

const net = inGroup("Microsoft.Network/virtualNetworks/net");
const subnet = `${net}/subnets/hosts`;
const nsg = inGroup("Microsoft.Network/networkSecurityGroups/nsg");
const address = inGroup("Microsoft.Network/publicIPAddresses/pip");
const nat = inGroup("Microsoft.Network/natGateways/nat");
const nic = inGroup("Microsoft.Network/networkInterfaces/nic");
const pool = inGroup("Microsoft.DesktopVirtualization/hostPools/pool");
const apps = inGroup("Microsoft.DesktopVirtualization/applicationGroups/apps");
const vault = inGroup("Microsoft.RecoveryServices/vaults/vault");
const account = inGroup("Microsoft.Storage/storageAccounts/accountone");

/** A group with some of everything that holds something else. */
function furnished(): TestAzure {
  const azure = TestAzure.withGroup();
  azure.create(net, { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } });
  azure.create(nsg, {});
  azure.create(address, {});
  azure.create(nat, { publicIpAddresses: [{ id: address }] });
  azure.create(subnet, {
    addressPrefix: "10.0.1.0/24",
    networkSecurityGroup: { id: nsg },
    natGateway: { id: nat },
  });
  azure.create(nic, { ipConfigurations: [{ name: "ip", subnet: { id: subnet } }] });
  azure.create(pool, { hostPoolType: "Pooled" });
  azure.create(apps, { hostPoolArmPath: pool });
  return azure;
}

describe("deleting", () => {
  test.each([
    ["a subnet with a network interface", subnet, "InUseSubnetCannotBeDeleted", nic],
    ["a network with a subnet in use", net, "InUseSubnetCannotBeDeleted", nic],
    ["a security group on a subnet", nsg, "InUseNetworkSecurityGroupCannotBeDeleted", subnet],
    ["an address on a gateway", address, "PublicIPAddressCannotBeDeleted", nat],
    ["a gateway on a subnet", nat, "InUseNatGatewayCannotBeDeleted", subnet],
  ])("rejects deleting %s", (_what, id, code, user) => {
    const azure = furnished();
    const before = azure.ids();
    expect(() => {
      azure.remove(id);
    }).toThrow(new RegExp(`Code="${code}".*is in use by ${user}`));
    expect(azure.ids()).toEqual(before);
  });

  test.each([
    ["ApplicationGroups", apps],
    ["SessionHosts", `${pool}/sessionHosts/vm1`],
  ])("rejects deleting a host pool with %s", (what, id) => {
    const azure = TestAzure.withGroup();
    azure.create(pool, { hostPoolType: "Pooled" });
    azure.create(id, { hostPoolArmPath: pool });
    expect(() => azure.remove(pool)).toThrow(
      `Status=400 Code="400" Message="ActivityId: embedded Error: The SessionHostPool pool could not be deleted because it still has ${what} associated with it.`,
    );
    azure.remove(id);
    azure.remove(pool);
    expect(azure.ids()).toEqual(["resourceGroups/rg"]);
  });

  test("what is used goes once its users are gone", () => {
    const azure = furnished();
    for (const id of [nic, subnet, nat, address, nsg, net, apps, pool]) azure.remove(id);
    expect(azure.ids()).toEqual(["resourceGroups/rg"]);
  });

  test("what is not there is as good as deleted", () => {
    const azure = furnished();
    const before = azure.ids();
    azure.remove(inGroup("Microsoft.Network/virtualNetworks/none"));
    expect(azure.ids()).toEqual(before);
  });

  test("a resource takes its children and what extends them along", () => {
    const azure = TestAzure.withGroup();
    azure.create(account, {});
    azure.create(`${account}/fileServices/default/shares/profiles`, {});
    azure.create(`${account}/providers/Microsoft.Insights/diagnosticSettings/all`, {});
    azure.remove(account);
    expect(azure.ids()).toEqual(["resourceGroups/rg"]);
  });

  test("a group takes everything along", () => {
    const azure = furnished();
    azure.remove(group);
    expect(azure.ids()).toEqual([]);
  });

  test("rejects deleting a group another group depends on", () => {
    const azure = furnished();
    const other = group.replace("/rg", "/other");
    azure.create(other, { location: "francecentral" });
    azure.create(`${other}/providers/Microsoft.Network/networkInterfaces/far`, {
      ipConfigurations: [{ name: "ip", subnet: { id: subnet } }],
    });
    expect(() => {
      azure.remove(group);
    }).toThrow(/InUseSubnetCannotBeDeleted.*networkInterfaces\/far/);
  });

  test.each(["vault", "group"])(
    "rejects deleting a recovery %s that protects something",
    (what) => {
      const azure = TestAzure.withGroup();
      azure.create(vault, {});
      azure.create(account, {});
      const container = `${vault}/backupFabrics/Azure/protectionContainers/StorageContainer;s;rg;accountone`;
      azure.create(container, { properties: { sourceResourceId: account } });
      azure.create(`${container}/protectedItems/AzureFileShare;profiles`, {});
      expect(() => {
        azure.remove(what === "vault" ? vault : group);
      }).toThrow(
        /ServiceResourceNotEmptyWithContainerDetails.*existing resources.*protectionContainers/,
      );
    },
  );

  test("rejects deleting a private zone that is linked to a network", () => {
    const azure = furnished();
    const zone = inGroup("Microsoft.Network/privateDnsZones/privatelink.example");
    azure.create(zone, {});
    azure.create(`${zone}/virtualNetworkLinks/net`, { virtualNetwork: { id: net } });
    expect(() => {
      azure.remove(zone);
    }).toThrow(/CannotDeleteResource.*virtualNetworkLinks\/net/);
  });

  test.each([
    [
      "a diagnostic setting its workspace",
      inGroup("Microsoft.OperationalInsights/workspaces/logs"),
      "/providers/Microsoft.Insights/diagnosticSettings/all",
      "workspaceId",
    ],
    [
      "a role its principal's identity",
      inGroup("Microsoft.ManagedIdentity/userAssignedIdentities/who"),
      "/providers/Microsoft.Authorization/roleAssignments/0f7ac7a1-0000-4000-8000-000000000001",
      "delegatedManagedIdentityResourceId",
    ],
  ])("%s does not hold", (_what, target, extension, property) => {
    const azure = furnished();
    azure.create(target, {});
    azure.create(`${pool}${extension}`, { [property]: target });
    azure.remove(target);
    expect(azure.get(target)).toBeUndefined();
  });

  test("a peering does not hold the network at its other end", () => {
    const azure = furnished();
    const other = inGroup("Microsoft.Network/virtualNetworks/other");
    azure.create(other, { addressSpace: { addressPrefixes: ["10.9.0.0/16"] } });
    azure.create(`${net}/virtualNetworkPeerings/there`, { remoteVirtualNetwork: { id: other } });
    azure.remove(other);
    expect(azure.get(other)).toBeUndefined();
  });

  test("rejects leaving out an inline subnet that is in use", () => {
    const azure = TestAzure.withGroup();
    const space = { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } };
    azure.create(net, { ...space, subnets: [{ name: "hosts", addressPrefix: "10.0.1.0/24" }] });
    azure.create(nic, { ipConfigurations: [{ name: "ip", subnet: { id: subnet } }] });
    expect(() => azure.put(net, space)).toThrow(/InUseSubnetCannotBeDeleted/);
    azure.remove(nic);
    expect(azure.put(net, space).body["subnets"]).toBeUndefined();
  });
});

describe("locks", () => {
  const lockOn = (scope: string): string => `${scope}/providers/Microsoft.Authorization/locks/keep`;

  test.each([
    ["on it", lockOn(nic)],
    ["on its group", lockOn(group)],
    ["on its subscription", lockOn(group.replace("/resourceGroups/rg", ""))],
  ])("rejects deleting a resource with a lock %s", (_where, lock) => {
    const azure = furnished();
    azure.create(lock, { level: "CanNotDelete" });
    expect(() => {
      azure.remove(nic);
    }).toThrow(/Code="ScopeLocked".*following scope\(s\) are locked/);
    azure.remove(lock);
    azure.remove(nic);
    expect(azure.get(nic)).toBeUndefined();
  });

  test("rejects deleting a group with a locked resource in it", () => {
    const azure = furnished();
    azure.create(lockOn(pool), { level: "CanNotDelete" });
    expect(() => {
      azure.remove(group);
    }).toThrow("ScopeLocked");
  });

  test("rejects changing what is locked read-only, not what is only kept from deletion", () => {
    const azure = furnished();
    azure.create(lockOn(nic), { level: "CanNotDelete" });
    azure.put(nic, { tags: { a: "b" } });
    azure.put(lockOn(nic), { level: "ReadOnly" });
    expect(() => azure.put(nic, { tags: { a: "c" } })).toThrow(/ScopeLocked.*write/);
  });
});
