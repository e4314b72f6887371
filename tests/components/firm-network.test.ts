import fc from "fast-check";
import { Provider } from "@pulumi/azure-native/provider";
import { sessionHostEgress } from "../../infra/azure/egress";
import { contains, overlaps } from "../../infra/azure/network";
import { rehearsalRules } from "../../infra/components/rehearsal-rules";
import { FirmNetwork } from "../../infra/components/firm-network";
import { firmSubnets } from "../../infra/components/firm-subnets";
import { HubLink } from "../../infra/components/hub-link";
import type { EgressWay } from "../../infra/components/firm-egress";
import type { HostNeighbours } from "../../infra/components/neighbour-rules";
import { endpointRules, sessionRules } from "../../infra/components/network-rules";
import { fileServerRules } from "../../infra/components/file-server-rules";
import type { Rule } from "../../infra/components/security-rule";
import { serverRules } from "../../infra/components/server-rules";
import { address, ids, network, placement } from "../support/builders";
import { counted, inputsOf, named, registered } from "../support/harness";

const addressSpace = network("10.64.8.0/23");
const zones = ["1", "2", "3"];
const plan = firmSubnets(addressSpace);
const alone: HostNeighbours = {
  domainControllers: [],
  licenceServers: [],
  secondControllers: [],
  officeControllers: [],
  scanningOffices: [],
  offices: [],
  broker: "avd",
  services: [],
  store: "azureFiles",
  resolver: "10.60.0.196",
};
const everybody: HostNeighbours = {
  domainControllers: [address("10.60.1.4"), address("10.60.1.5")],
  licenceServers: [address("10.60.0.200")],
  secondControllers: [],
  officeControllers: [],
  scanningOffices: [],
  offices: [network("192.168.10.0/24")],
  broker: "citrix",
  services: ["quadraBox", "devisFact"],
  store: "fileServer",
  resolver: "10.60.0.196",
};

const nat: EgressWay = { kind: "nat" };
const firewall: EgressWay = { kind: "firewall", address: "10.60.0.68" };

const record = (
  firmZones: readonly string[] = zones,
  neighbours = alone,
  egress: EgressWay = nat,
) =>
  registered(() => {
    new FirmNetwork("network", {
      ...placement(),
      addressSpace,
      zones: firmZones,
      neighbours,
      egress,
    });
  });

describe("firmSubnets", () => {
  test.each([
    ["10.64.8.0/23", "10.64.8.0/24", "10.64.9.0/27"],
    ["10.64.8.0/24", "10.64.8.0/25", "10.64.8.128/27"],
    ["10.64.16.0/20", "10.64.16.0/21", "10.64.24.0/27"],
  ])("%s has hosts in %s and endpoints in %s", (whole, sessions, endpoints) => {
    const parts = firmSubnets(network(whole));
    expect([parts.sessions.text, parts.endpoints.text]).toEqual([sessions, endpoints]);
  });

  test("parts of any firm's network lie in it and apart", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 24 }),
        fc.integer({ min: 0, max: 15 }),
        (bits, place) => {
          const whole = network(`10.${64 + place}.0.0/${bits}`);
          const parts = Object.values(firmSubnets(whole));
          expect(parts).toHaveLength(5);
          for (const [index, part] of parts.entries()) {
            expect(contains(whole, part)).toBe(true);
            for (const other of parts.slice(index + 1)) expect(overlaps(part, other)).toBe(false);
          }
        },
      ),
    );
  });
});

describe("FirmNetwork", () => {
  test("defaults: two subnets with rules of their own, one way out", async () => {
    expect(counted(await record())).toEqual({
      "cabinet:firm:FirmEgress": 1,
      "cabinet:firm:FirmNetwork": 1,
      "network:NatGateway": 1,
      "network:NetworkSecurityGroup": 2,
      "network:PublicIPAddress": 1,
      "network:Subnet": 2,
      "network:VirtualNetwork": 1,
    });
  });

  test("everything: parts of the address space, and the zones of the region", async () => {
    const list = await record();
    expect(inputsOf(list, "network-vnet")).toMatchObject({
      addressSpace: { addressPrefixes: ["10.64.8.0/23"] },
    });
    expect(inputsOf(list, "network-sessions")).toMatchObject({ addressPrefix: "10.64.8.0/24" });
    expect(inputsOf(list, "network-endpoints")).toMatchObject({ addressPrefix: "10.64.9.0/27" });
    expect(inputsOf(list, "network-egress-address")).toMatchObject({
      sku: { name: "Standard" },
      publicIPAllocationMethod: "Static",
      zones,
    });
    expect(inputsOf(await record([]), "network-egress-address")).not.toHaveProperty("zones");
  });

  test("hardened: no way out but the gateway, no inline subnets, rules on both subnets", async () => {
    const list = await record();
    expect(inputsOf(list, "network-vnet")).not.toHaveProperty("subnets");
    expect(inputsOf(list, "network-sessions")).toMatchObject({
      defaultOutboundAccess: false,
      natGateway: { id: named(list, "network-egress-gateway").id },
      networkSecurityGroup: { id: named(list, "network-sessions-rules").id },
    });
    const endpoints = inputsOf(list, "network-endpoints");
    expect(endpoints).toMatchObject({
      defaultOutboundAccess: false,
      privateEndpointNetworkPolicies: "Enabled",
      networkSecurityGroup: { id: named(list, "network-endpoints-rules").id },
    });
    expect(endpoints).not.toHaveProperty("natGateway");
  });
});

describe("network rules", () => {
  const denied = {
    access: "Deny",
    priority: 4096,
    protocol: "*",
    sourceAddressPrefix: "*",
    sourcePortRange: "*",
    destinationAddressPrefix: "*",
    destinationPortRange: "*",
  };

  test.each([
    ["hosts", sessionRules(plan, alone, nat)],
    ["hosts of a domain, with Citrix and ThinPrint", sessionRules(plan, everybody, nat)],
    ["endpoints", endpointRules(plan, alone, true)],
    ["the rehearsal of restores", rehearsalRules(plan, alone, nat)],
    ["the rehearsal in a domain", rehearsalRules(plan, everybody, nat)],
  ])("%s: names, priorities and texts are legal, and what is not allowed is denied", (_, rules) => {
    for (const direction of ["Inbound", "Outbound"]) {
      const own = rules
        .filter((rule) => rule.direction === direction)
        .toSorted((a, b) => Number(a.priority) - Number(b.priority));
      expect(own.at(-1)).toMatchObject(denied);
      expect(new Set(own.map(({ priority }) => priority)).size).toBe(own.length);
    }
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    for (const { description, priority } of rules) {
      expect(description).toEqual(expect.stringMatching(/^.{1,140}$/));
      expect(Number(priority)).toBeGreaterThanOrEqual(100);
      expect(Number(priority)).toBeLessThanOrEqual(4096);
    }
  });

  test("nobody calls a host", () => {
    const inbound = sessionRules(plan, alone, nat).filter(
      ({ direction }) => direction === "Inbound",
    );
    expect(inbound.map(({ access }) => access)).toEqual(["Deny"]);
  });

  test("hosts reach every required destination and the firm's endpoints", () => {
    const allowed = sessionRules(plan, alone, nat).filter(({ access }) => access === "Allow");
    expect(allowed.map(({ name }) => name)).toEqual([
      ...sessionHostEgress.map(({ name }) => `allow-${name}`),
      "allow-endpoints",
    ]);
    for (const rule of allowed)
      expect(rule).toMatchObject({ direction: "Outbound", sourceAddressPrefix: "10.64.8.0/24" });
    expect(allowed[0]).toMatchObject({
      protocol: "Tcp",
      destinationAddressPrefix: "WindowsVirtualDesktop",
      destinationPortRanges: ["443"],
    });
    expect(allowed.at(-1)).toMatchObject({
      protocol: "Tcp",
      destinationAddressPrefix: "10.64.9.0/27",
      destinationPortRanges: ["445", "443"],
    });
  });

  test("A04: nobody from the Internet is let in, whoever brings users to their hosts", () => {
    const inbound = [alone, everybody]
      .flatMap((neighbours) => sessionRules(plan, neighbours, nat))
      .filter(({ direction, access }) => direction === "Inbound" && access === "Allow");
    expect(inbound.map(({ sourceAddressPrefix }) => sourceAddressPrefix)).toEqual(["10.64.8.0/24"]);
  });

  test("a firewall that goes by names is the way out and answers for names; no address of one's own", async () => {
    const list = await record(zones, alone, firewall);
    expect(inputsOf(list, "network-egress-routes")).toMatchObject({
      routes: [
        {
          addressPrefix: "0.0.0.0/0",
          nextHopType: "VirtualAppliance",
          nextHopIpAddress: "10.60.0.68",
        },
      ],
    });
    expect(inputsOf(list, "network-sessions")).toMatchObject({
      routeTable: { id: named(list, "network-egress-routes").id },
    });
    expect(inputsOf(list, "network-vnet")).toMatchObject({
      dhcpOptions: { dnsServers: ["10.60.0.68"] },
    });
    expect(counted(list)).not.toHaveProperty("network:PublicIPAddress");
    expect(sessionRules(plan, alone, firewall).map(({ name }) => name)).toContain("allow-names");
  });

  test("hosts of a domain reach its controllers, and those that print with ThinPrint its server", () => {
    const rules = sessionRules(plan, everybody, nat);
    const to = (name: string) =>
      rules.find((rule) => rule.name === name)?.destinationAddressPrefixes;
    expect(to("allow-domain")).toEqual(["10.60.1.4/32", "10.60.1.5/32"]);
    expect(to("allow-thinprint")).toEqual(["10.60.0.200/32"]);
    const names = sessionRules(plan, { ...alone, broker: "citrix" }, nat).map(({ name }) => name);
    expect(names).not.toContain("allow-domain");
    expect(names).toContain("allow-citrix-cloud");
  });

  test("AVD-055: hosts of a domain ask its controllers for names, others ask Azure", async () => {
    const list = await record(zones, everybody);
    expect(inputsOf(list, "network-vnet")).toMatchObject({
      dhcpOptions: { dnsServers: ["10.60.1.4", "10.60.1.5"] },
    });
    expect(inputsOf(await record(), "network-vnet")).not.toHaveProperty("dhcpOptions");
  });

  test("endpoints answer the firm's hosts alone", () => {
    const allowed = endpointRules(plan, alone, false).filter(({ access }) => access === "Allow");
    expect(allowed).toMatchObject([
      {
        direction: "Inbound",
        sourceAddressPrefix: "10.64.8.0/24",
        destinationAddressPrefix: "10.64.9.0/27",
        destinationPortRanges: ["445", "443"],
      },
    ]);
  });
});

describe("HubLink", () => {
  const recordLink = (hub = { firewall: false, gateway: false }) =>
    registered(() => {
      const { owner, tags } = placement();
      new HubLink("hub", {
        owner,
        tags,
        firm: new FirmNetwork("network", {
          ...placement(),
          addressSpace,
          zones,
          neighbours: alone,
          egress: nat,
        }),
        firmGroupName: "rg-test",
        hubNetworkId: "hub-id",
        hubNetworkName: "vnet-hub",
        hubGroupName: "rg-hub",
        hub,
        zoneNames: { file: "file.example", blob: "blob.example", vault: "vault.example" },
        hubProvider: new Provider("platform", { subscriptionId: ids.platformSubscription }),
      });
    });

  test("defaults: peered both ways, and linked to each zone", async () => {
    const list = await recordLink();
    const own = list.filter(({ name, type }) => name.startsWith("hub") && !type.includes("firm:"));
    expect(counted(own)).toEqual({
      "network:VirtualNetworkPeering": 2,
      "privatedns:VirtualNetworkLink": 3,
    });
  });

  test("everything: what the hub's firewall let out comes back, and its gateway is lent", async () => {
    const closed = await recordLink();
    const open = await recordLink({ firewall: true, gateway: true });
    const at = (list: typeof open, end: string) => inputsOf(list, `hub-${end}-hub`);
    expect(at(closed, "to")).toMatchObject({
      allowForwardedTraffic: false,
      useRemoteGateways: false,
    });
    expect(at(closed, "from")).toMatchObject({ allowGatewayTransit: false });
    expect(at(open, "to")).toMatchObject({ allowForwardedTraffic: true, useRemoteGateways: true });
    expect(at(open, "from")).toMatchObject({
      allowForwardedTraffic: false,
      allowGatewayTransit: true,
      useRemoteGateways: false,
    });
  });

  test("everything: each side stands in its own subscription and group", async () => {
    const list = await recordLink();
    const firm = `/subscriptions/${ids.firmSubscription}/resourceGroups/rg-test/providers/Microsoft.Network/virtualNetworks/vnet-prod-dupont-main`;
    const hub = `/subscriptions/${ids.platformSubscription}/resourceGroups/rg-hub/providers/Microsoft.Network`;
    expect(named(list, "hub-to-hub").id).toBe(
      `${firm}/virtualNetworkPeerings/peer-prod-dupont-hub`,
    );
    expect(named(list, "hub-from-hub").id).toBe(
      `${hub}/virtualNetworks/vnet-hub/virtualNetworkPeerings/peer-prod-dupont-firm`,
    );
    expect(inputsOf(list, "hub-to-hub")).toMatchObject({ remoteVirtualNetwork: { id: "hub-id" } });
    expect(inputsOf(list, "hub-from-hub")).toMatchObject({ remoteVirtualNetwork: { id: firm } });
    expect(named(list, "hub-file-zone").id).toBe(
      `${hub}/privateDnsZones/file.example/virtualNetworkLinks/link-prod-dupont-main`,
    );
  });

  test("hardened: traffic of third networks does not pass, machines register no names", async () => {
    const list = await recordLink();
    for (const name of ["hub-to-hub", "hub-from-hub"])
      expect(inputsOf(list, name)).toMatchObject({
        allowVirtualNetworkAccess: true,
        allowForwardedTraffic: false,
        allowGatewayTransit: false,
        useRemoteGateways: false,
      });
    for (const name of ["hub-file-zone", "hub-vault-zone"])
      expect(inputsOf(list, name)).toMatchObject({ registrationEnabled: false });
  });
});

describe("servers that the firm brings along", () => {
  const own: HostNeighbours = {
    ...everybody,
    domainControllers: [address("10.64.9.52"), address("10.64.9.53")],
    licenceServers: [address("10.64.9.54")],
  };

  test("have a subnet and rules where they stand in the firm's network, and only there", async () => {
    const nouns = async (neighbours: HostNeighbours) =>
      (await record(zones, neighbours)).map(({ name }) => name).filter((n) => /servers/.test(n));
    expect(await nouns(own)).toEqual(["network-servers-rules", "network-servers"]);
    expect(await nouns(everybody)).toEqual([]);
    expect(await nouns(alone)).toEqual([]);
  });

  test("are where the firm's file is told that they must be: addresses 52 to 62 of the second half", () => {
    for (const text of ["10.64.8.0/24", "10.64.8.0/23", "10.64.16.0/22", "10.64.16.0/20"]) {
      const whole = network(text);
      const { servers } = firmSubnets(whole);
      expect(servers.first - whole.first - whole.size / 2).toBe(48);
      expect(servers.size).toBe(16);
    }
  });

  test("answer hosts, file server and offices, and nobody from outside", () => {
    const rules = serverRules(plan, own);
    const inbound = rules.filter(({ direction }) => direction === "Inbound");
    expect(inbound.map(({ name, access }) => ({ name, access }))).toEqual([
      { name: "allow-domain-in", access: "Allow" },
      { name: "allow-thinprint-in", access: "Allow" },
      { name: "deny-inbound", access: "Deny" },
    ]);
    expect(inbound[0]).toMatchObject({
      sourceAddressPrefixes: [
        plan.sessions.text,
        plan.files.text,
        plan.servers.text,
        "192.168.10.0/24",
      ],
      destinationAddressPrefix: plan.servers.text,
    });
    expect(inbound[1]).toMatchObject({ sourceAddressPrefix: plan.sessions.text });
    const priorities = rules.map(({ direction, priority }) =>
      JSON.stringify([direction, priority]),
    );
    expect(new Set(priorities).size).toBe(rules.length);
  });

  test("a second controller is set up from the office's first one, and from nowhere else", () => {
    const [first] = own.domainControllers;
    const rules = serverRules(plan, {
      ...own,
      secondControllers: first === undefined ? [] : [first],
      officeControllers: [address("192.168.10.3")],
    });
    const desktops = rules.filter(({ destinationPortRange }) => destinationPortRange === "3389");
    expect(desktops).toMatchObject([
      {
        direction: "Inbound",
        sourceAddressPrefixes: ["192.168.10.3"],
        destinationAddressPrefixes: ["10.64.9.52"],
      },
    ]);
  });

  test("the rehearsal of restores asks controllers for names, where there is one", () => {
    const asking = (rehearses: boolean) =>
      serverRules(plan, own, rehearses).filter(({ name }) => name === "allow-rehearsal-in");
    expect(asking(false)).toEqual([]);
    expect(asking(true)).toMatchObject([
      { sourceAddressPrefix: plan.rehearsal.text, destinationPortRange: "53" },
    ]);
  });

  test("desks reach the share of client files only from an office whose scans are carried, wherever the share is", () => {
    const lan = network("192.168.10.0/24");
    const sources = (rules: readonly Rule[]) =>
      rules.filter(({ name }) => name === "allow-scans").map((rule) => rule.sourceAddressPrefixes);
    const carrying = { ...own, scanningOffices: [lan] };
    expect(sources(fileServerRules(plan, own))).toEqual([]);
    expect(sources(fileServerRules(plan, carrying))).toEqual([[lan.text]]);
    expect(sources(endpointRules(plan, carrying, false))).toEqual([]);
    expect(sources(endpointRules(plan, { ...carrying, store: "azureFiles" }, true))).toEqual([
      [lan.text],
    ]);
  });

  test("what stands elsewhere is let in nowhere", () => {
    const names = serverRules(plan, everybody).map(({ name }) => name);
    expect(names).toEqual(["allow-names", "allow-updates", "deny-outbound", "deny-inbound"]);
  });

  test("without a domain there are no rules of one", () => {
    const names = serverRules(plan, { ...alone, licenceServers: [address("10.64.9.52")] }).map(
      ({ name }) => name,
    );
    expect(names).toEqual([
      "allow-thinprint-in",
      "allow-names",
      "allow-updates",
      "deny-outbound",
      "deny-inbound",
    ]);
  });
});
