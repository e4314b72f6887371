import type * as inputs from "@pulumi/azure-native/types/input";
import { sessionHostEgress, type EgressTarget } from "../azure/egress";
import type { Network } from "../azure/network";

type Rule = inputs.network.SecurityRuleArgs;

/** The firm's parts of its network. */
export interface FirmSubnets {
  /** Session hosts. */
  readonly sessions: Network;
  /** Private endpoints of what hosts use. */
  readonly endpoints: Network;
}

// Files and keys; nothing else stands behind an endpoint.
const endpointPorts = ["445", "443"];

/**
 * Hosts call out, to what Azure Virtual Desktop needs and to the firm's own endpoints; nobody calls
 * them, not even from the peered hub, which Azure would let in by default.
 */
export function sessionRules({ sessions, endpoints }: FirmSubnets): Rule[] {
  const egress = sessionHostEgress.map(
    ({ name, why, to: target, protocol, ports }, place): Rule => ({
      ...allow(name, why, 100 + 10 * place, "Outbound"),
      protocol,
      ...from(sessions),
      ...destination(target),
      destinationPortRanges: ports.map(String),
    }),
  );
  return [
    ...egress,
    {
      ...allow("endpoints", "files and keys of the firm", 1000, "Outbound"),
      protocol: "Tcp",
      ...from(sessions),
      ...to(endpoints),
      destinationPortRanges: endpointPorts,
    },
    denyRest("Outbound"),
    denyRest("Inbound"),
  ];
}

/** Endpoints answer the firm's hosts and nobody else. */
export function endpointRules({ sessions, endpoints }: FirmSubnets): Rule[] {
  return [
    {
      ...allow("sessions", "the firm's session hosts", 100, "Inbound"),
      protocol: "Tcp",
      ...from(sessions),
      ...to(endpoints),
      destinationPortRanges: endpointPorts,
    },
    denyRest("Outbound"),
    denyRest("Inbound"),
  ];
}

type Direction = "Inbound" | "Outbound";

function allow(name: string, why: string, priority: number, direction: Direction) {
  return { name: `allow-${name}`, description: why, priority, direction, access: "Allow" } as const;
}

function denyRest(direction: Direction): Rule {
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

function from(network: Network) {
  return { sourceAddressPrefix: network.text, sourcePortRange: "*" };
}

function to(network: Network) {
  return { destinationAddressPrefix: network.text };
}

function destination(target: EgressTarget): Partial<Rule> {
  switch (target.kind) {
    case "serviceTag":
      return { destinationAddressPrefix: target.tag };
    case "prefixes":
      return { destinationAddressPrefixes: [...target.prefixes] };
  }
}
