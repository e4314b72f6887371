import { TestAzure, inGroup } from "../support/azure";

const net = inGroup("Microsoft.Network/virtualNetworks/net");
const subnet = `${net}/subnets/containers`;
const environment = (name: string) => inGroup(`Microsoft.App/managedEnvironments/${name}`);
const standing = { vnetConfiguration: { infrastructureSubnetId: subnet, internal: true } };

function withSubnet(addressPrefix: string, serviceName?: string): TestAzure {
  const azure = TestAzure.withGroup();
  azure.create(net, { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } });
  const delegations = serviceName === undefined ? [] : [{ name: "one", serviceName }];
  azure.create(subnet, { addressPrefix, delegations });
  return azure;
}
const delegated = (range: string) => withSubnet(range, "Microsoft.App/environments");

test("an environment of containers stands in a subnet that was handed over to it", () => {
  expect(delegated("10.0.0.0/27").create(environment("env"), standing).revision).toBe(1);
});

test("rejects an environment in a subnet of anybody's, or of another service", () => {
  for (const azure of [withSubnet("10.0.0.0/27"), withSubnet("10.0.0.0/27", "Microsoft.Sql/x")])
    expect(() => azure.create(environment("env"), standing)).toThrow(
      "must be delegated to the service 'Microsoft.App/environments'",
    );
});

test("rejects an environment in a subnet that is too small, or taken", () => {
  expect(() => delegated("10.0.0.0/28").create(environment("env"), standing)).toThrow(
    "must be /27 or larger",
  );
  const azure = delegated("10.0.0.0/26");
  azure.create(environment("env"), standing);
  expect(() => azure.create(environment("other"), standing)).toThrow("is in use by");
  // The same again is no other.
  expect(azure.put(environment("env"), standing).revision).toBe(2);
});

test("rejects an endpoint in a subnet that was handed over", () => {
  const endpoint = inGroup("Microsoft.Network/privateEndpoints/pe");
  expect(() => delegated("10.0.0.0/27").create(endpoint, { subnet: { id: subnet } })).toThrow(
    /SubnetWithDelegationsCannotBeUsed/,
  );
});

test("rejects moving an environment to another network, and deleting its subnet under it", () => {
  const azure = delegated("10.0.0.0/27");
  azure.create(environment("env"), standing);
  expect(() =>
    azure.put(environment("env"), {
      vnetConfiguration: { ...standing.vnetConfiguration, internal: false },
    }),
  ).toThrow("Changing property 'vnetConfiguration' is not allowed");
  expect(() => azure.remove(subnet)).toThrow(/in use/i);
});
