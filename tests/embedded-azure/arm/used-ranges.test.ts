import { TestAzure, inGroup } from "../support/azure";

const net = inGroup("Microsoft.Network/virtualNetworks/net");
const subnet = `${net}/subnets/hosts`;
const nic = inGroup("Microsoft.Network/networkInterfaces/nic");
const space = { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } };
const range = (addressPrefix: string) => ({ addressPrefix });
const listed = (addressPrefix: string) => ({
  ...space,
  subnets: [{ name: "hosts", addressPrefix }],
});

function occupied(byItself: boolean): TestAzure {
  const azure = TestAzure.withGroup();
  azure.create(net, byItself ? space : listed("10.0.0.0/24"));
  if (byItself) azure.create(subnet, range("10.0.0.0/24"));
  azure.create(nic, { ipConfigurations: [{ name: "ip", subnet: { id: subnet } }] });
  return azure;
}

const put = (azure: TestAzure, byItself: boolean, prefix: string) =>
  byItself ? azure.put(subnet, range(prefix)) : azure.put(net, listed(prefix));

describe.each([
  ["a subnet of its own", true],
  ["a subnet in its network's list", false],
])("%s that something stands in", (_what, byItself) => {
  test.each(["10.0.0.0/25", "10.0.0.0/23", "10.0.9.0/24"])("rejects becoming %s", (prefix) => {
    const azure = occupied(byItself);
    expect(() => put(azure, byItself, prefix)).toThrow(
      'Status=400 Code="InUsePrefixCannotBeDeleted" Message="IpPrefix 10.0.0.0/24 on Subnet hosts has active allocations and cannot be deleted."',
    );
    azure.remove(nic);
    put(azure, byItself, prefix);
  });
});

test("another range can be added to one that something stands in", () => {
  const azure = occupied(true);
  azure.put(subnet, { addressPrefixes: ["10.0.0.0/24", "10.0.9.0/24"] });
  expect(azure.get(subnet)?.revision).toBe(2);
});

test("who is merely let in by an account does not hold a subnet's range", () => {
  const azure = occupied(true);
  azure.remove(nic);
  azure.create(inGroup("Microsoft.Storage/storageAccounts/accountone"), {
    networkAcls: { virtualNetworkRules: [{ virtualNetworkResourceId: subnet }] },
  });
  azure.put(subnet, range("10.0.0.0/25"));
  expect(azure.body(subnet)).toMatchObject(range("10.0.0.0/25"));
});
