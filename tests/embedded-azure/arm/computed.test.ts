import type { Json, JsonObject } from "../../../infra/embedded-azure/values/property";
import { TestAzure, inGroup } from "../support/azure";

const net = inGroup("Microsoft.Network/virtualNetworks/net");
const subnet = `${net}/subnets/hosts`;
const account = inGroup("Microsoft.Storage/storageAccounts/accountone");
const machine = inGroup("Microsoft.Compute/virtualMachines/vm");
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function furnished(): TestAzure {
  const azure = TestAzure.withGroup();
  azure.create(net, { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } });
  azure.create(subnet, { addressPrefix: "10.0.1.0/24" });
  azure.create(account, { location: "francecentral" });
  return azure;
}

describe("what Azure adds", () => {
  test.each<[string, string, JsonObject, JsonObject]>([
    [
      "everything has name, type and state",
      "Microsoft.Whatever/things/one",
      { location: "France Central" },
      {
        name: "one",
        type: "Microsoft.Whatever/things",
        location: "francecentral",
        provisioningState: "Succeeded",
      },
    ],
    [
      "an extension keeps its own type",
      "Microsoft.Storage/storageAccounts/accountone/x/y",
      { type: "AADLoginForWindows" },
      { type: "AADLoginForWindows", name: "y" },
    ],
    [
      "a vault is reached at its name",
      "Microsoft.KeyVault/vaults/Vault-One",
      { properties: { sku: { name: "standard" } } },
      {
        properties: {
          sku: { name: "standard" },
          vaultUri: "https://vault-one.vault.azure.net/",
          provisioningState: "Succeeded",
        },
      },
    ],
    [
      "parts of network resources have ids",
      "Microsoft.Network/loadBalancers/lb",
      { frontendIPConfigurations: [{ name: "front" }] },
      {
        frontendIPConfigurations: [
          {
            name: "front",
            id: inGroup("Microsoft.Network/loadBalancers/lb/frontendIPConfigurations/front"),
          },
        ],
      },
    ],
  ])("%s", (_what, path, asked, answered) => {
    expect(furnished().create(inGroup(path), asked).body).toMatchObject(answered);
  });

  test.each([
    ["Microsoft.OperationalInsights/workspaces/logs", "customerId"],
    ["Microsoft.ManagedIdentity/userAssignedIdentities/who", "principalId"],
    ["Microsoft.ManagedIdentity/userAssignedIdentities/who", "clientId"],
    ["Microsoft.Compute/virtualMachines/vm", "vmId"],
    ["Microsoft.DesktopVirtualization/hostPools/pool", "objectId"],
  ])("%s gets its %s, the same in every store", (path, property) => {
    const first = furnished().create(inGroup(path), {}).body[property];
    expect(first).toMatch(guid);
    expect(
      furnished().create(
        inGroup(path).toUpperCase().replace("/RESOURCEGROUPS/RG", "/resourceGroups/rg"),
        {},
      ).body[property],
    ).toBe(first);
  });

  test("a storage account's endpoints", () => {
    expect(furnished().body(account)["primaryEndpoints"]).toMatchObject({
      file: "https://accountone.file.core.windows.net/",
      blob: "https://accountone.blob.core.windows.net/",
    });
  });

  test("identities: a principal of its own, and those assigned by id", () => {
    const azure = furnished();
    const who = inGroup("Microsoft.ManagedIdentity/userAssignedIdentities/who");
    const { principalId, clientId } = azure.create(who, {}).body;
    const { identity } = azure.create(machine, {
      identity: { type: "SystemAssigned, UserAssigned", userAssignedIdentities: [who] },
    }).body;
    expect(identity).toMatchObject({
      principalId: expect.stringMatching(guid) as Json,
      userAssignedIdentities: { [who]: { principalId, clientId } },
    });
  });

  test("every write makes a new version of a secret, and never keeps what it is", () => {
    const azure = furnished();
    const vault = inGroup("Microsoft.KeyVault/vaults/vault-one");
    azure.create(vault, {});
    const secret = `${vault}/secrets/admin`;
    const uri = "https://vault-one.vault.azure.net/secrets/admin";
    const versions = ["hunter2", "hunter2"].map((value) => {
      const { body } = azure.put(secret, { properties: { value } });
      expect(JSON.stringify(body)).not.toContain("hunter2");
      expect(body["properties"]).toMatchObject({ secretUri: uri });
      return JSON.stringify(body["properties"]);
    });
    expect(new Set(versions).size).toBe(2);
  });
});

describe("a private endpoint", () => {
  const endpoint = inGroup("Microsoft.Network/privateEndpoints/file");
  const body = {
    subnet: { id: subnet },
    privateLinkServiceConnections: [
      { name: "file", groupIds: ["file"], privateLinkServiceId: account },
    ],
  };

  test("has a network interface, whose address its name leads to", () => {
    const azure = furnished();
    const { networkInterfaces, customDnsConfigs } = azure.create(endpoint, body).body;
    const [own] = azure.ids().filter((id) => id.includes("networkInterfaces/file.nic."));
    expect(networkInterfaces).toEqual([{ id: inGroup(own ?? "") }]);
    const { ipConfigurations } = azure.body(inGroup(own ?? ""));
    expect(ipConfigurations).toMatchObject([{ subnet: { id: subnet } }]);
    const address = JSON.stringify(ipConfigurations).match(/"privateIPAddress":"([\d.]+)"/)?.[1];
    expect(customDnsConfigs).toEqual([
      { fqdn: "accountone.file.core.windows.net", ipAddresses: [address] },
    ]);
  });

  test("goes with its interface; neither the service nor the subnet holds it back", () => {
    const azure = furnished();
    azure.create(endpoint, body);
    expect(() => {
      azure.remove(subnet);
    }).toThrow("InUseSubnetCannotBeDeleted");
    azure.remove(account);
    azure.remove(endpoint);
    expect(azure.ids().filter((id) => /networkInterfaces|privateEndpoints/.test(id))).toEqual([]);
    azure.remove(subnet);
    expect(azure.get(subnet)).toBeUndefined();
  });
});

describe("a virtual machine", () => {
  const nic = inGroup("Microsoft.Network/networkInterfaces/nic");
  const body = (deleteOption: string): JsonObject => ({
    location: "francecentral",
    networkProfile: { networkInterfaces: [{ id: nic, deleteOption }] },
    storageProfile: {
      osDisk: {
        createOption: "FromImage",
        deleteOption,
        managedDisk: { storageAccountType: "Premium_LRS" },
      },
      dataDisks: [{ lun: 0, createOption: "Empty", diskSizeGB: 64, name: "data", deleteOption }],
    },
  });

  function withMachine(deleteOption: string): TestAzure {
    const azure = furnished();
    azure.create(nic, { ipConfigurations: [{ name: "ip", subnet: { id: subnet } }] });
    azure.create(machine, body(deleteOption));
    return azure;
  }

  test("brings its disks along as resources of their own", () => {
    const azure = withMachine("Delete");
    const disks = azure.ids().filter((id) => id.includes("/disks/"));
    expect(disks).toHaveLength(2);
    expect(azure.body(inGroup("Microsoft.Compute/disks/data"))).toMatchObject({ diskSizeGB: 64 });
    expect(azure.body(machine)["storageProfile"]).toMatchObject({
      osDisk: {
        managedDisk: {
          storageAccountType: "Premium_LRS",
          id: expect.stringContaining("/disks/vm_OsDisk_1_") as Json,
        },
      },
    });
    expect(() => {
      azure.remove(inGroup("Microsoft.Compute/disks/data"));
    }).toThrow(/OperationNotAllowed.*virtualMachines\/vm/);
  });

  test.each([
    ["Delete", 0],
    ["Detach", 3],
  ])("with deleteOption %s leaves %i of disks and network interface", (option, left) => {
    const azure = withMachine(option);
    azure.create(`${machine}/extensions/agent`, {});
    azure.remove(machine);
    expect(azure.ids().filter((id) => /disks|networkInterfaces/.test(id))).toHaveLength(left);
    expect(azure.get(`${machine}/extensions/agent`)).toBeUndefined();
  });

  test("rejects deleting the network interface of a machine", () => {
    const azure = withMachine("Delete");
    expect(() => {
      azure.remove(nic);
    }).toThrow(/Code="NicInUse"/);
  });

  test.each<[string, JsonObject]>([
    ["a computer name over 15 letters", { computerName: "a-very-long-name" }],
    ["a user name Windows keeps for itself", { adminUsername: "Administrator" }],
    ["a short password", { adminPassword: "Ab1!" }],
    ["a simple password", { adminPassword: "abcdefghijkl1" }],
  ])("rejects %s", (_what, osProfile) => {
    expect(() => furnished().create(machine, { osProfile })).toThrow(/Code="InvalidParameter"/);
  });
});
