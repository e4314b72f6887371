import { sessionHostHosts } from "../../infra/azure/egress";
import { Bastion } from "../../infra/components/bastion";
import { DnsResolver } from "../../infra/components/dns-resolver";
import { HubFirewall } from "../../infra/components/hub-firewall";
import { HubNetwork, type HubService } from "../../infra/components/hub-network";
import { VpnGateway, type VpnGatewayArgs } from "../../infra/components/vpn-gateway";
import { network, placement } from "../support/builders";
import { counted, inputsOf, named, registered } from "../support/harness";

const place = placement({ owner: { environment: "prod", subscription: "s" } });
const zones = ["1", "2", "3"];
const every: readonly HubService[] = ["bastion", "firewall", "gateway"];

describe("HubNetwork", () => {
  const record = (services: readonly HubService[] = []) =>
    registered(() => {
      new HubNetwork("hub", { ...place, addressSpace: network("10.60.0.0/22"), services });
    });

  test("defaults: one network, with subnets for the resolvers only", async () => {
    expect(counted(await record())).toEqual({
      "cabinet:platform:HubNetwork": 1,
      "network:NetworkSecurityGroup": 1,
      "network:Subnet": 2,
      "network:VirtualNetwork": 1,
    });
  });

  test("everything: each service has the subnet that Azure looks for, where the plan has it", async () => {
    const list = await record(every);
    const subnets = list.filter(({ type }) => type.endsWith(":Subnet"));
    expect(
      Object.fromEntries(
        subnets.map(({ inputs }) => [inputs["subnetName"], inputs["addressPrefix"]]),
      ),
    ).toEqual({
      AzureBastionSubnet: "10.60.0.0/26",
      AzureFirewallSubnet: "10.60.0.64/26",
      GatewaySubnet: "10.60.0.128/27",
      "snet-prod-resolverin": "10.60.0.192/28",
      "snet-prod-resolverout": "10.60.0.208/28",
    });
    for (const part of ["hub-resolverInbound", "hub-resolverOutbound"])
      expect(inputsOf(list, part)).toMatchObject({
        delegations: [{ serviceName: "Microsoft.Network/dnsResolvers" }],
      });
    for (const part of ["hub-gateway", "hub-firewall"])
      expect(inputsOf(list, part)).not.toHaveProperty("networkSecurityGroup");
  });

  test("everything: a switch touches no subnet that is there", async () => {
    const inputs = async (services: readonly HubService[]) =>
      new Map((await record(services)).map(({ urn, inputs: own }) => [urn, JSON.stringify(own)]));
    const all = await inputs(every);
    for (const services of [[], ["gateway"], ["firewall", "bastion"]] as const)
      for (const [urn, own] of await inputs(services)) expect(all.get(urn)).toBe(own);
  });

  test("hardened: subnets are never inline, which would delete all others, and come one by one", async () => {
    const list = await record(every);
    expect(inputsOf(list, "hub-vnet")).not.toHaveProperty("subnets");
    const order = ["vnet", "resolverInbound", "resolverOutbound", "gateway", "firewall", "bastion"];
    for (const [index, part] of order.slice(1).entries())
      expect(named(list, `hub-${part}`).dependsOn).toContain(
        named(list, `hub-${String(order[index])}`).urn,
      );
  });

  test("hardened (A04): only the bastion is called from the internet, the resolver for names alone", async () => {
    const list = await record(every);
    const inbound = (name: string) => {
      const { securityRules } = inputsOf(list, name);
      if (!Array.isArray(securityRules)) throw new Error(`${name} has no rules`);
      return securityRules.filter(({ direction }) => direction === "Inbound");
    };
    expect(inbound("hub-resolverInbound-rules")).toMatchObject([
      { access: "Allow", sourceAddressPrefix: "VirtualNetwork", destinationPortRange: "53" },
      { access: "Deny", sourceAddressPrefix: "*", priority: 4096 },
    ]);
    const calls = inbound("hub-bastion-rules").filter(
      ({ sourceAddressPrefix }) => sourceAddressPrefix === "Internet",
    );
    expect(calls).toMatchObject([{ destinationPortRanges: ["443"] }]);
    expect(inbound("hub-bastion-rules").at(-1)).toMatchObject({ access: "Deny" });
  });
});

describe("DnsResolver", () => {
  const record = () =>
    registered(() => {
      new DnsResolver("resolver", {
        ...place,
        networkId: "hub-id",
        inboundSubnetId: "in-id",
        outboundSubnetId: "out-id",
        inboundAddress: "10.60.0.196",
      });
    });

  test("defaults: both endpoints and a ruleset with nothing in it", async () => {
    expect(counted(await record())).toEqual({
      "cabinet:platform:DnsResolver": 1,
      "dnsresolver:DnsForwardingRuleset": 1,
      "dnsresolver:DnsResolver": 1,
      "dnsresolver:InboundEndpoint": 1,
      "dnsresolver:OutboundEndpoint": 1,
      "dnsresolver:PrivateResolverVirtualNetworkLink": 1,
    });
  });

  test("everything: offices always ask the same address", async () => {
    const list = await record();
    expect(inputsOf(list, "resolver-inbound")).toMatchObject({
      ipConfigurations: [
        {
          subnet: { id: "in-id" },
          privateIpAllocationMethod: "Static",
          privateIpAddress: "10.60.0.196",
        },
      ],
    });
    expect(inputsOf(list, "resolver-outbound")).toMatchObject({ subnet: { id: "out-id" } });
    expect(inputsOf(list, "resolver-ruleset")).toMatchObject({
      dnsResolverOutboundEndpoints: [{ id: named(list, "resolver-outbound").id }],
    });
  });

  test("hardened: the ruleset serves the hub alone", async () => {
    expect(inputsOf(await record(), "resolver-hub")).toMatchObject({
      virtualNetwork: { id: "hub-id" },
    });
  });
});

describe("VpnGateway", () => {
  const record = (changes: Partial<VpnGatewayArgs> = {}) =>
    registered(() => {
      new VpnGateway("vpn", { ...place, size: "VpnGw1AZ", subnetId: "gw-id", zones, ...changes });
    });

  test("defaults: a gateway and its address", async () => {
    expect(counted(await record())).toEqual({
      "cabinet:platform:VpnGateway": 1,
      "network:PublicIPAddress": 1,
      "network:VirtualNetworkGateway": 1,
    });
  });

  test.each([
    ["VpnGw1AZ", "Generation1"],
    ["VpnGw2AZ", "Generation2"],
    ["VpnGw3AZ", "Generation2"],
  ] as const)("everything: size %s is of %s", async (size, vpnGatewayGeneration) => {
    expect(inputsOf(await record({ size }), "vpn-gateway")).toMatchObject({
      sku: { name: size, tier: size },
      vpnGatewayGeneration,
    });
  });

  test("hardened (AVD-087): routes, in all zones of the region", async () => {
    const list = await record();
    expect(inputsOf(list, "vpn-gateway")).toMatchObject({
      gatewayType: "Vpn",
      vpnType: "RouteBased",
      ipConfigurations: [
        { subnet: { id: "gw-id" }, publicIPAddress: { id: named(list, "vpn-address").id } },
      ],
    });
    expect(inputsOf(list, "vpn-address")).toMatchObject({ sku: { name: "Standard" }, zones });
    expect(inputsOf(await record({ zones: [] }), "vpn-address")).not.toHaveProperty("zones");
  });
});

describe("HubFirewall", () => {
  const record = (tier: "Standard" | "Premium" = "Standard") =>
    registered(() => {
      const firmNetworks = network("10.64.0.0/12");
      new HubFirewall("firewall", {
        ...place,
        tier,
        subnetId: "fw-id",
        firmNetworks,
        serviceHosts: { suiviCaisse: ["caisse.example"] },
        zones,
      });
    });

  test("defaults: a firewall, its address, policy and rules", async () => {
    expect(counted(await record())).toEqual({
      "cabinet:platform:HubFirewall": 1,
      "network:AzureFirewall": 1,
      "network:FirewallPolicy": 1,
      "network:FirewallPolicyRuleCollectionGroup": 1,
      "network:PublicIPAddress": 1,
    });
  });

  test("everything (AVD-091): every name of the list that is called over the web is allowed", async () => {
    const list = await record("Premium");
    const rules = JSON.stringify(inputsOf(list, "firewall-rules"));
    for (const { host } of sessionHostHosts.filter(({ port }) => port !== 1688))
      expect(rules).toContain(`"targetFqdns":["${host}"]`);
    expect(rules).toContain(`"targetFqdns":["caisse.example"]`);
    expect(inputsOf(list, "firewall-firewall")).toMatchObject({
      sku: { name: "AZFW_VNet", tier: "Premium" },
      zones,
    });
  });

  test("hardened (HUB-06, HUB-08, HUB-09, AVD-094): known dangers refused, nothing deciphered", async () => {
    const list = await record("Premium");
    const policy = inputsOf(list, "firewall-policy");
    expect(policy).toMatchObject({
      threatIntelMode: "Deny",
      dnsSettings: { enableProxy: true },
    });
    expect(policy).not.toHaveProperty("transportSecurity");
    expect(JSON.stringify(inputsOf(list, "firewall-rules"))).not.toContain("terminateTLS");
  });

  test("hardened (HUB-06): no rule is as wide as Azure or the internet, none is for others than firms", async () => {
    const { ruleCollections } = inputsOf(await record(), "firewall-rules");
    const text = JSON.stringify(ruleCollections);
    for (const wide of ['"*"', "AzureCloud", "Internet", "AzureFrontDoor", "169.254.169.254"])
      expect(text).not.toContain(wide);
    const sources = [...text.matchAll(/"sourceAddresses":(\[[^\]]*\])/g)].map(([, own]) => own);
    expect(new Set(sources)).toEqual(new Set(['["10.64.0.0/12"]']));
  });

  test("hardened: rules have names that Azure takes", async () => {
    const text = JSON.stringify(inputsOf(await record(), "firewall-rules"));
    const names = [...text.matchAll(/"name":"([^"]*)"/g)].map(([, own]) => own ?? "");
    expect(names.length).toBeGreaterThan(30);
    expect(names.filter((own) => !/^[A-Za-z0-9][\w.-]{0,79}$/.test(own))).toEqual([]);
  });
});

describe("Bastion", () => {
  const record = (tier: "Basic" | "Standard") =>
    registered(() => {
      new Bastion("bastion", { ...place, tier, subnetId: "bastion-id", zones });
    });

  test("defaults: a bastion and its address", async () => {
    expect(counted(await record("Basic"))).toEqual({
      "cabinet:platform:Bastion": 1,
      "network:BastionHost": 1,
      "network:PublicIPAddress": 1,
    });
  });

  test("everything: the tier and its subnet reach Azure, and nothing the tier does not have", async () => {
    expect(inputsOf(await record("Basic"), "bastion-bastion")).toMatchObject({
      sku: { name: "Basic" },
      ipConfigurations: [{ subnet: { id: "bastion-id" } }],
      disableCopyPaste: false,
    });
  });

  test("hardened: a screen, and no way for files or clipboard", async () => {
    expect(inputsOf(await record("Standard"), "bastion-bastion")).toMatchObject({
      disableCopyPaste: true,
      enableFileCopy: false,
      enableIpConnect: false,
      enableShareableLink: false,
      enableTunneling: false,
    });
  });
});
