import type { GuardrailCase } from "../support/case";
import { add, set } from "../support/change";

const allow = (sourceAddressPrefix: string) => ({
  name: "allow-vendor",
  direction: "Inbound",
  access: "Allow",
  protocol: "Tcp",
  priority: 200,
  sourceAddressPrefix,
  sourcePortRange: "*",
  destinationAddressPrefix: "*",
  destinationPortRange: "3389",
});
const deny = {
  ...allow("*"),
  name: "deny-inbound",
  access: "Deny",
  protocol: "*",
  priority: 4096,
  destinationPortRange: "*",
};
const guard = (...rules: readonly object[]) =>
  set("network-sessions-rules", { securityRules: [...rules, deny] });
const strange =
  "/subscriptions/6f1d2c3b-0000-4000-8000-000000000099/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v";

export const networkCases: readonly GuardrailCase[] = [
  {
    rule: "public-address",
    what: "a host that the Internet reaches",
    change: set("hosts-g1-2-nic", {
      ipConfigurations: [{ name: "sessions", publicIPAddress: { id: "/subscriptions/x" } }],
    }),
    met: ["hosts-g1-2-nic: sessions has a public address"],
  },
  {
    rule: "public-address",
    what: "a machine that brings one with it",
    change: set("hosts-g1-1-vm", {
      "networkProfile.networkInterfaceConfigurations": [
        { ipConfigurations: [{ name: "own", publicIPAddressConfiguration: { name: "x" } }] },
      ],
    }),
    met: ["hosts-g1-1-vm: own has a public address"],
  },
  { rule: "public-address", what: "hosts behind the address of the NAT gateway", met: [] },
  ...["*", "Internet", "0.0.0.0/0", "51.4.1.1", "8.0.0.0/6"].map((source) => ({
    rule: "internet-inbound" as const,
    what: `remote desktop from ${source}`,
    change: guard(allow(source)),
    met: [`network-sessions-rules: allow-vendor lets in ${source}`],
  })),
  {
    rule: "internet-inbound",
    what: "one public address among private ones, in a rule of its own",
    change: add("network-sessions-rules", "rule", {
      type: "azure-native:network:SecurityRule",
      id: undefined,
      inputs: {
        ...allow("10.64.8.0/24"),
        sourceAddressPrefix: undefined,
        sourceAddressPrefixes: ["10.64.8.0/24", "51.4.1.1/32"],
      },
    }),
    met: ["rule: allow-vendor lets in 51.4.1.1/32"],
  },
  {
    rule: "internet-inbound",
    what: "an office, and Azure's own balancer",
    change: guard(allow("192.168.10.0/24"), allow("AzureLoadBalancer")),
    met: [],
  },
  { rule: "internet-inbound", what: "engineers at the Bastion's page", of: "hub", met: [] },
  {
    rule: "internet-inbound",
    what: "remote desktop past the Bastion",
    of: "hub",
    change: set("hub-bastion-rules", { securityRules: [allow("Internet"), deny] }),
    met: ["hub-bastion-rules: allow-vendor lets in Internet"],
  },
  {
    rule: "closed-networks",
    what: "rules without an end",
    change: set("network-sessions-rules", { securityRules: [allow("10.64.8.0/24")] }),
    met: ["network-sessions-rules: no rule denies what no other rule lets in"],
  },
  {
    rule: "closed-networks",
    what: "an end for TCP only",
    change: set("network-sessions-rules", { securityRules: [{ ...deny, protocol: "Tcp" }] }),
    met: ["network-sessions-rules: no rule denies what no other rule lets in"],
  },
  {
    rule: "closed-networks",
    what: "every network that is connected, another firm's among them",
    change: guard(allow("VirtualNetwork")),
    met: ["network-sessions-rules: allow-vendor lets in every connected network"],
  },
  { rule: "closed-networks", what: "the hub answers names for all", of: "prod", met: [] },
  {
    rule: "subnet-rules",
    what: "hosts in the open",
    change: set("network-sessions", { networkSecurityGroup: undefined }),
    met: ["network-sessions: no security group guards it"],
  },
  {
    rule: "subnet-rules",
    what: "the gateway's own subnet",
    change: set("network-sessions", {
      networkSecurityGroup: undefined,
      subnetName: "GatewaySubnet",
    }),
    met: [],
  },
  {
    rule: "default-outbound",
    what: "an address that Azure lends",
    change: set("network-sessions", { defaultOutboundAccess: undefined }),
    met: ["network-sessions: defaultOutboundAccess is not set"],
  },
  { rule: "default-outbound", what: "the resolver's subnets", of: "prod", met: [] },
  {
    rule: "peerings",
    what: "two firms joined for a merger",
    change: add("hub-to-hub", "to-other", {
      id: undefined,
      inputs: { remoteVirtualNetwork: { id: strange } },
    }),
    met: ["to-other: it joins a network of the subscription 6f1d2c3b-0000-4000-8000-000000000099"],
  },
  { rule: "peerings", what: "both ends at the hub", met: [] },
  {
    rule: "firewall-filter",
    what: "a firewall that only watches",
    of: "hub",
    change: set("firewall-policy", { threatIntelMode: "Alert" }),
    met: ['firewall-policy: threatIntelMode is "Alert"'],
  },
  {
    rule: "firewall-filter",
    what: "a firewall that refuses",
    of: "hub",
    met: [],
  },
  {
    rule: "private-names",
    what: "hosts that enter their names among the accounts'",
    change: set("hub-file-zone", { registrationEnabled: true }),
    met: ["hub-file-zone: registrationEnabled is true"],
  },
  {
    rule: "private-names",
    what: "a zone of the firm's own",
    change: set("hub-file-zone", { registrationEnabled: true, privateZoneName: "dupont.internal" }),
    met: [],
  },
];
