import { TestAzure, inGroup } from "../support/azure";

const net = inGroup("Microsoft.Network/virtualNetworks/net");
const nic = inGroup("Microsoft.Network/networkInterfaces/nic");
const space = { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } };
const inline = { name: "inline", addressPrefix: "10.0.1.0/24" };

function withSubnets(): TestAzure {
  const azure = TestAzure.withGroup();
  azure.create(net, { ...space, subnets: [inline] });
  azure.create(`${net}/subnets/own`, { addressPrefix: "10.0.2.0/24" });
  return azure;
}

test("a network that is written without a list keeps its subnets", () => {
  const azure = withSubnets();
  azure.put(net, space);
  expect(azure.get(`${net}/subnets/own`)).toBeDefined();
});

test("a network that is written with a list has no subnet beside it", () => {
  const azure = withSubnets();
  azure.put(net, { ...space, subnets: [inline] });
  expect(azure.get(`${net}/subnets/own`)).toBeUndefined();
});

test("rejects a list without a subnet that is in use", () => {
  const azure = withSubnets();
  azure.create(nic, { ipConfigurations: [{ name: "ip", subnet: { id: `${net}/subnets/own` } }] });
  expect(() => azure.put(net, { ...space, subnets: [inline] })).toThrow(
    "InUseSubnetCannotBeDeleted",
  );
  expect(azure.get(`${net}/subnets/own`)).toBeDefined();
  const own = { name: "own", addressPrefix: "10.0.2.0/24" };
  azure.put(net, { ...space, subnets: [inline, own] });
});

test("rejects making what is written down in its parent", () => {
  expect(() => withSubnets().create(`${net}/subnets/Inline`, inline)).toThrow(
    `cannot create already existing resource '${net}/subnets/Inline'`,
  );
});
