import type { JsonObject } from "../../../infra/embedded-azure/values/property";
import { TestAzure, inGroup } from "../support/azure";

const net = inGroup("Microsoft.Network/virtualNetworks/net");
const at = (name: string): string => `${net}/subnets/${name}`;
const standing = (name: string): JsonObject => ({
  ipConfigurations: [{ name: "default", subnet: { id: at(name) } }],
});

function withSubnets(...subnets: readonly [name: string, range: string, body?: JsonObject][]) {
  const azure = TestAzure.withGroup();
  azure.create(net, { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } });
  azure.create(inGroup("Microsoft.Network/networkSecurityGroups/nsg"));
  azure.create(inGroup("Microsoft.Network/routeTables/rt"));
  for (const [name, range, body] of subnets)
    azure.create(at(name), { addressPrefix: range, ...body });
  return azure;
}

const users = [
  ["Microsoft.Network/virtualNetworkGateways/vpn", "GatewaySubnet", "10.0.0.0/29", "10.0.0.0/30"],
  ["Microsoft.Network/azureFirewalls/fw", "AzureFirewallSubnet", "10.0.0.0/26", "10.0.0.0/27"],
  ["Microsoft.Network/bastionHosts/bas", "AzureBastionSubnet", "10.0.0.0/26", "10.0.0.0/27"],
] as const;

describe.each(users)("%s", (path, name, range, small) => {
  const id = inGroup(path);

  test("stands in its own subnet", () => {
    expect(withSubnets([name, range]).create(id, standing(name)).revision).toBe(1);
  });

  test("rejects a subnet of another name", () => {
    const azure = withSubnets(["other", range]);
    expect(() => azure.create(id, standing("other"))).toThrow(
      `must stand in a subnet named ${name}, not in other`,
    );
  });

  test("rejects a subnet that is too small", () => {
    const azure = withSubnets([name, small]);
    expect(() => azure.create(id, standing(name))).toThrow(`prefix ${small} is too small`);
  });

  test("rejects anybody else in its subnet", () => {
    const azure = withSubnets([name, range]);
    const nic = inGroup("Microsoft.Network/networkInterfaces/nic");
    expect(() => azure.create(nic, standing(name))).toThrow(/Code="SubnetNotUsable".*reserved/);
    const endpoint = inGroup("Microsoft.Network/privateEndpoints/pe");
    expect(() => azure.create(endpoint, { subnet: { id: at(name) } })).toThrow("reserved");
  });
});

test.each([
  ["GatewaySubnet", "networkSecurityGroup", "networkSecurityGroups/nsg"],
  ["AzureFirewallSubnet", "networkSecurityGroup", "networkSecurityGroups/nsg"],
  ["AzureBastionSubnet", "routeTable", "routeTables/rt"],
])("rejects a %s with a %s", (name, property, other) => {
  const id = inGroup(`Microsoft.Network/${other}`);
  expect(() => withSubnets([name, "10.0.0.0/26", { [property]: { id } }])).toThrow(
    `cannot have a ${property}`,
  );
});
