import type { RegisteredResource } from "../../infra/resources/registered";
import { inputAt, listAt, ofType, textAt, valueAt } from "../../infra/rules/inputs";
import { distinct, sample, sampleKeys, type Sample } from "./sample";

jest.setTimeout(60_000);

/** Rules of the network security groups, each with its group's name. */
const securityRules = (all: readonly RegisteredResource[]) =>
  ofType(all, "network:NetworkSecurityGroup").flatMap((group) =>
    listAt(group, "securityRules").map((rule) => ({
      group: group.name,
      text: JSON.stringify(rule),
      at: (path: string) => valueAt(rule, path),
    })),
  );

describe.each(sampleKeys)("%s", (key) => {
  let it: Sample;
  beforeAll(async () => {
    it = await sample(key);
  });

  test("AVD-088, HUB-03: hosts are in the firm's own network, peered with the hub alone, both ways", () => {
    const [network, ...others] = ofType(it.all, "network:VirtualNetwork");
    expect(others).toEqual([]);
    const peerings = ofType(it.all, "network:VirtualNetworkPeering");
    const ends = peerings.map((one) => [
      textAt(one, "virtualNetworkName"),
      textAt(one, "remoteVirtualNetwork.id")?.split("/").at(-1),
    ]);
    const own = network && textAt(network, "virtualNetworkName");
    expect(new Set(ends)).toEqual(
      new Set([
        [own, "vnet-prod-hub"],
        ["vnet-prod-hub", own],
      ]),
    );
    expect(ends).toHaveLength(2);
    for (const peering of peerings) {
      expect(inputAt(peering, "allowVirtualNetworkAccess")).toBe(true);
      // There is no gateway in the samples' hub.
      expect(inputAt(peering, "allowGatewayTransit")).toBe(false);
    }
  });

  test("AVD-090, HUB-04: what hosts send out goes through a NAT gateway, and ends at a denial", () => {
    const subnets = ofType(it.all, "network:Subnet");
    for (const subnet of subnets) expect(inputAt(subnet, "defaultOutboundAccess")).toBe(false);
    const [hosts] = subnets.filter(({ name }) => name === "network-sessions");
    expect(hosts && textAt(hosts, "natGateway.id")).toContain("/natGateways/");
    expect(ofType(it.all, "network:RouteTable")).toEqual([]);
  });

  test("HUB-11: each group denies all it does not allow, Azure's own rule for networks included", () => {
    const rules = securityRules(it.all);
    for (const group of distinct(rules.map((rule) => rule.group))) {
      const own = rules.filter((rule) => rule.group === group);
      const last = own
        .filter((rule) => rule.at("direction") === "Inbound")
        .toSorted((one, other) => Number(other.at("priority")) - Number(one.at("priority")))[0];
      expect(last?.at("access")).toBe("Deny");
      expect(last?.at("sourceAddressPrefix")).toBe("*");
      expect(own.some((rule) => rule.at("sourceAddressPrefix") === "VirtualNetwork")).toBe(false);
    }
  });

  test("AVD-093, AVD-097: desktops' own destinations are let out, and no direct way in is open", () => {
    const rules = securityRules(it.all).filter(({ group }) => group === "network-sessions-rules");
    const out = rules.filter((rule) => rule.at("access") === "Allow").map(({ text }) => text);
    const goesThroughAzure = it.firm.sessions.broker.kind === "avd";
    expect(out.some((text) => text.includes('"WindowsVirtualDesktop"'))).toBe(goesThroughAzure);
    expect(out.some((text) => text.includes("51.5.0.0/16") && text.includes('"3478"'))).toBe(
      goesThroughAzure,
    );
    expect(JSON.stringify(rules.map(({ text }) => text))).not.toContain("3390");
  });

  test("AVD-096: each account with shares has a private endpoint in the subnet for endpoints", () => {
    const accounts = ofType(it.all, "storage:StorageAccount").filter(
      (one) => textAt(one, "kind") === "FileStorage",
    );
    const endpoints = ofType(it.all, "network:PrivateEndpoint").filter((one) =>
      JSON.stringify(one.inputs).includes('"groupIds":["file"]'),
    );
    expect(endpoints).toHaveLength(accounts.length);
    for (const endpoint of endpoints) expect(textAt(endpoint, "subnet.id")).toMatch(/-endpoints$/);
    const zones = ofType(it.all, "network:PrivateDnsZoneGroup").map((one) =>
      JSON.stringify(one.inputs),
    );
    expect(zones.filter((zone) => zone.includes("privatelink.file.core.windows.net"))).toHaveLength(
      accounts.length,
    );
  });
});

test("HUB-07: where the hub has a firewall, what hosts send out goes to it, and nothing past it", async () => {
  const { all } = await sample("petit", { firewall: "Standard" });
  const [table] = ofType(all, "network:RouteTable");
  expect(table && listAt(table, "routes")).toContainEqual(
    expect.objectContaining({ addressPrefix: "0.0.0.0/0", nextHopType: "VirtualAppliance" }),
  );
  const [hosts] = all.filter(({ name }) => name === "network-sessions");
  expect(hosts && textAt(hosts, "routeTable.id")).toContain("/routeTables/");
  expect(ofType(all, "network:NatGateway")).toEqual([]);
});
