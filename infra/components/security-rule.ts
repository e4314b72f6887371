import type * as inputs from "@pulumi/azure-native/types/input";
import type { EgressTarget } from "../azure/egress";
import type { Network } from "../azure/network";

export type Rule = inputs.network.SecurityRuleArgs;

type Direction = "Inbound" | "Outbound";

export function allow(name: string, why: string, priority: number, direction: Direction) {
  return { name: `allow-${name}`, description: why, priority, direction, access: "Allow" } as const;
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
