import type * as inputs from "@pulumi/azure-native/types/input";
import type { EgressTarget } from "../azure/egress";
import type { Network } from "../azure/network";

export type Rule = inputs.network.SecurityRuleArgs;

type Direction = "Inbound" | "Outbound";

export function allow(name: string, why: string, priority: number, direction: Direction) {
  return { name: `allow-${name}`, description: why, priority, direction, access: "Allow" } as const;
}

/** Desks of offices that bring scans into the share of client files; none where the firm's file does not say so. */
export function scansIn(offices: readonly Network[], store: Network): Rule[] {
  if (offices.length === 0) return [];
  return [
    {
      ...allow("scans", "desks of offices, which bring scans", 120, "Inbound"),
      protocol: "Tcp",
      sourceAddressPrefixes: offices.map(({ text }) => text),
      sourcePortRange: "*",
      ...to(store),
      destinationPortRange: "445",
    },
  ];
}

export function denyRest(direction: Direction): Rule {
  return {
    name: `deny-${direction.toLowerCase()}`,
    description: "Everything not allowed above, the peered networks included.",
    priority: 4096,
    direction,
    access: "Deny",
    protocol: "*",
    sourceAddressPrefix: "*",
    sourcePortRange: "*",
    destinationAddressPrefix: "*",
    destinationPortRange: "*",
  };
}

export function from(network: Network) {
  return { sourceAddressPrefix: network.text, sourcePortRange: "*" };
}

export function to(network: Network) {
  return { destinationAddressPrefix: network.text };
}

export function destination(target: EgressTarget): Partial<Rule> {
  switch (target.kind) {
    case "serviceTag":
      return { destinationAddressPrefix: target.tag };
    case "prefixes":
      return { destinationAddressPrefixes: [...target.prefixes] };
  }
}
