import type * as inputs from "@pulumi/azure-native/types/input";
import type { Network } from "../azure/network";

type Rule = inputs.network.SecurityRuleArgs;

const anywhere = {
  sourceAddressPrefix: "*",
  sourcePortRange: "*",
  destinationAddressPrefix: "*",
} as const;

const denyInbound: Rule = {
  name: "deny-inbound",
  description: "Everything not allowed above, the peered networks included.",
  priority: 4096,
  direction: "Inbound",
  access: "Deny",
  protocol: "*",
  ...anywhere,
  destinationPortRange: "*",
};

/** Firms and, over the gateway, their offices ask for names; nobody asks for anything else. */
export function resolverRules(resolver: Network): Rule[] {
  const ask: Rule = {
    name: "allow-names",
    description: "private names, for peered networks and those behind the gateway",
    priority: 100,
    direction: "Inbound",
    access: "Allow",
    protocol: "*",
    sourceAddressPrefix: "VirtualNetwork",
    sourcePortRange: "*",
    destinationAddressPrefix: resolver.text,
    destinationPortRange: "53",
  };
  return [ask, denyInbound];
}

/**
 * What Azure Bastion demands of its subnet, and no more; it is the one service here that answers the
 * internet: https://learn.microsoft.com/azure/bastion/bastion-nsg
 */
export function bastionRules(): Rule[] {
  const own = ["8080", "5701"];
  return [
    rule("Inbound", 0, "engineers", ["Internet", "*"], ["443"]),
    rule("Inbound", 1, "control", ["GatewayManager", "*"], ["443"]),
    rule("Inbound", 2, "probes", ["AzureLoadBalancer", "*"], ["443"]),
    rule("Inbound", 3, "own-in", ["VirtualNetwork", "VirtualNetwork"], own),
    denyInbound,
    rule("Outbound", 0, "machines", ["*", "VirtualNetwork"], ["22", "3389"]),
    rule("Outbound", 1, "azure", ["*", "AzureCloud"], ["443"]),
    rule("Outbound", 2, "own-out", ["VirtualNetwork", "VirtualNetwork"], own),
    rule("Outbound", 3, "certificates", ["*", "Internet"], ["80"]),
    { ...denyInbound, name: "deny-outbound", direction: "Outbound" },
  ];
}

function rule(
  direction: "Inbound" | "Outbound",
  place: number,
  name: string,
  [source, destination]: readonly [string, string],
  ports: readonly string[],
): Rule {
  return {
    name: `allow-${name}`,
    priority: 100 + 10 * place,
    direction,
    access: "Allow",
    protocol: direction === "Inbound" && ports.length === 1 ? "Tcp" : "*",
    sourceAddressPrefix: source,
    sourcePortRange: "*",
    destinationAddressPrefix: destination,
    destinationPortRanges: [...ports],
  };
}
