import { bill, linesOf, resource, uses } from "../support/price";
import { UNKNOWN } from "../../../infra/resources/registered";

test("the 26th private zone costs less, whichever it is", () => {
  const zones = Array.from({ length: 27 }, (_, index) =>
    resource("privatedns:PrivateZone", { location: "global" }, `zone-${index}`),
  );
  const total = bill(zones).total.usd;
  expect(total.toString()).toBe("12.7");
  expect(bill(zones.toReversed()).total.usd.eq(total)).toBe(true);
});

test("ten site-to-site connections are in the price of a gateway", () => {
  const gateway = resource(
    "network:VirtualNetworkGateway",
    { gatewayType: "Vpn", sku: { name: "VpnGw1" } },
    "gateway",
  );
  const connections = Array.from({ length: 12 }, (_, index) =>
    resource(
      "network:VirtualNetworkGatewayConnection",
      { connectionType: "IPsec", virtualNetworkGateway1: { id: "gateway" } },
      `site-${index}`,
    ),
  );
  expect(bill([gateway, ...connections]).total.usd.toString()).toBe("160.6");
});

test("a tunnel of an hour's price is billed for the month", () => {
  const gateway = resource("network:VirtualNetworkGateway", { sku: { name: "VpnGw1" } });
  expect(linesOf([gateway], uses({ p2sConnection: 150 }))).toContain(
    "VPN gateway, point-to-site tunnels above 128: 22 tunnels at 7.3 = 160.6",
  );
});

test("private endpoints, NAT gateway and addresses by the hour", () => {
  expect(
    linesOf([
      resource("network:PrivateEndpoint", {}, "endpoint"),
      resource("network:NatGateway", {}, "nat"),
      resource(
        "network:PublicIPAddress",
        { sku: { name: "Standard" }, publicIPAllocationMethod: "Static" },
        "address",
      ),
      resource("network:PublicIPPrefix", { prefixLength: 30 }, "prefix"),
    ]),
  ).toEqual([
    "NAT gateway: 730 hours at 0.045 = 32.85",
    "Private endpoint: 730 hours at 0.01 = 7.3",
    "Public address, standard static: 730 hours at 0.005 = 3.65",
    "Public address prefix /30: 730 hours at 0.024 = 17.52",
  ]);
});

test("egress is free up to 100 GB, and pays by tiers above", () => {
  const address = resource("network:PublicIPAddress", {
    sku: { name: "Standard" },
    publicIPAllocationMethod: "Static",
  });
  expect(linesOf([address], uses({ monthlyInternetEgressGb: 100 }))[1]).toBe(
    "Data sent to the internet: 100 GB at 0 = 0",
  );
  expect(linesOf([address], uses({ monthlyInternetEgressGb: 10_435 })).slice(1)).toEqual([
    "Data sent to the internet, first 100 GB: 100 GB at 0 = 0",
    "Data sent to the internet, next 10,235 GB: 10235 GB at 0.087 = 890.445",
    "Data sent to the internet, over 10,335 GB: 100 GB at 0.083 = 8.3".replace(
      "over 10,335",
      "next 40,960",
    ),
  ]);
});

test("a peering with another region is another meter", () => {
  const here = resource("network:VirtualNetwork", { virtualNetworkName: "here" }, "here");
  const there = resource("network:VirtualNetwork", { location: "westeurope" }, "there");
  const peering = resource("network:VirtualNetworkPeering", {
    location: undefined,
    virtualNetworkName: "here",
    remoteVirtualNetwork: { id: "there" },
  });
  const usage = uses({ monthlyEgressDataTransferGb: 10 });
  expect(
    linesOf([here, { ...there, inputs: { location: "France Central" } }, peering], usage),
  ).toContain("Peering, data sent: 10 GB at 0.01 = 0.1");
  expect(linesOf([here, there, peering], usage)).toContain(
    "Peering with another region, data sent: no price, the price book of francecentral has no price of it",
  );
});

test("tiers are known where prices are not", () => {
  const key = resource("keyvault:Key", {
    location: "eastus",
    properties: { kty: "EC-HSM" },
  });
  expect(linesOf([key], uses({ hsmProtectedKeys: 2000 }))).toEqual([
    "HSM-protected keys, advanced, first 250 keys: no price, the price book holds francecentral, not eastus",
    "HSM-protected keys, advanced, next 1,250 keys: no price, the price book holds francecentral, not eastus",
    "HSM-protected keys, advanced, next 2,500 keys: no price, the price book holds francecentral, not eastus",
  ]);
});

test("older tokens of a type are the same type", () => {
  for (const type of ["network/v20240501", "network"])
    expect(
      linesOf([{ type: `azure-native:${type}:NatGateway`, name: "nat", inputs: {} }]),
    ).toHaveLength(1);
  const local = {
    type: "azure-native_network_v20240501:network:NatGateway",
    name: "nat",
    inputs: {},
  };
  expect(linesOf([local])).toEqual(["NAT gateway: 730 hours at 0.045 = 32.85"]);
});

test("what no family covers is a line and is counted, what costs nothing says why", () => {
  const { lines, resources } = bill([
    resource("cache:Redis", {}, "cache"),
    resource("network:VirtualNetwork", {}, "net"),
    { type: "random:index/randomPassword:RandomPassword", name: "word", inputs: {} },
    { type: "aws:s3/bucket:Bucket", name: "bucket", inputs: {} },
  ]);
  expect(lines.map(({ kind }) => kind)).toEqual(["unpriced", "unpriced", "free", "free"]);
  expect(resources).toEqual({ priced: 0, free: 2, awaitingUsage: 0, unpriced: 2 });
});

test("a reference not known yet is the one resource of its type, or the recorded dependency", () => {
  const account = (name: string, sku: string) => ({
    ...resource("storage:StorageAccount", { kind: "FileStorage", sku: { name: sku } }, name),
    urn: name,
  });
  const share = {
    ...resource("storage:FileShare", { accountName: UNKNOWN, shareQuota: 100 }),
    dependsOn: ["b"],
  };
  expect(linesOf([account("b", "Premium_LRS"), share])).toContain(
    "Files Premium LRS, provisioned: 100 GB at 0.176 = 17.6",
  );
  expect(linesOf([account("a", "Premium_LRS"), account("b", "Premium_ZRS"), share])).toContain(
    "Files Premium ZRS, provisioned: 100 GB at 0.22 = 22",
  );
});

test("endpoints of a DNS resolver are where today's SDK has them, or an older one had", () => {
  for (const module of ["dnsresolver", "network"])
    for (const direction of ["Inbound", "Outbound"])
      expect(bill([resource(`${module}:${direction}Endpoint`)]).lines).toMatchObject([
        { meter: `dns-resolver/${direction.toLowerCase()}-endpoint` },
      ]);
});
