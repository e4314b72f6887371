import type * as inputs from "@pulumi/azure-native/types/input";
import { sessionHostEgress, type EgressTarget } from "../azure/egress";
import type { Address, Network } from "../azure/network";

type Rule = inputs.network.SecurityRuleArgs;

/** The firm's parts of its network. */
export interface FirmSubnets {
  /** Session hosts. */
  readonly sessions: Network;
  /** Private endpoints of what hosts use. */
  readonly endpoints: Network;
  /** A file server, where the firm has one. */
  readonly files: Network;
}

/** Machines outside of the firm's endpoints that hosts need, and who brings users to them. */
export interface HostNeighbours {
  /** Domain controllers; empty where hosts are joined to Entra alone. */
  readonly domainControllers: readonly Address[];
  /** Server that licenses ThinPrint, where the firm prints with it. */
  readonly licenceServers: readonly Address[];
  readonly broker: "avd" | "citrix";
  /** Where client files are: behind an endpoint, or on a server of the firm's. */
  readonly store: "azureFiles" | "fileServer";
}

// Files and keys; nothing else stands behind an endpoint.
const endpointPorts = ["445", "443"];

/** Microsoft, "How to configure a firewall for Active Directory domains and trusts", the list of 2026-08. */
export const domainPorts = [
  "53",
  "88",
  "123",
  "135",
  "389",
  "445",
  "464",
  "636",
  "3268-3269",
  "49152-65535",
];

/** Citrix, ports of Virtual Delivery Agents and Cloud Connectors: brokering, ICA and session reliability. */
const citrixPorts = ["80", "443", "1494", "2598"];

/**
 * Hosts call out, to what Azure Virtual Desktop needs and to the firm's own endpoints; nobody calls
 * them, not even from the peered hub, which Azure would let in by default.
 */
export function sessionRules(
  { sessions, endpoints, files }: FirmSubnets,
  neighbours: HostNeighbours,
): Rule[] {
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
    ...(neighbours.store === "azureFiles"
      ? []
      : [
          {
            ...allow("files", "client files on the firm's own server", 1005, "Outbound"),
            protocol: "Tcp",
            ...from(sessions),
            ...to(files),
            destinationPortRange: "445",
          },
        ]),
    ...neighbourRules(sessions, neighbours),
    denyRest("Outbound"),
    denyRest("Inbound"),
  ];
}

function neighbourRules(
  sessions: Network,
  { domainControllers, licenceServers, broker }: HostNeighbours,
): Rule[] {
  const out = (name: string, why: string, place: number): Rule => ({
    ...allow(name, why, 1010 + 10 * place, "Outbound"),
    ...from(sessions),
    protocol: "*",
  });
  const machines = (addresses: readonly Address[]) => ({
    destinationAddressPrefixes: addresses.map(({ text }) => `${text}/32`),
  });
  return [
    ...(domainControllers.length === 0
      ? []
      : [
          {
            ...out("domain", "names, sign-in and policies of the domain", 0),
            ...machines(domainControllers),
            destinationPortRanges: domainPorts,
          },
        ]),
    ...(licenceServers.length === 0
      ? []
      : [
          {
            // Its ports differ from version to version, and the address is one machine's.
            ...out("thinprint", "licences of the ThinPrint Engine", 1),
            ...machines(licenceServers),
            protocol: "Tcp",
            destinationPortRange: "*",
          },
        ]),
    ...(broker === "avd"
      ? []
      : [
          {
            // Citrix publishes names, no addresses: https://docs.citrix.com/en-us/citrix-cloud/overview/requirements/internet-connectivity-requirements
            ...out("citrix-cloud", "Citrix Cloud and its gateway", 2),
            protocol: "Tcp",
            destinationAddressPrefix: "Internet",
            destinationPortRange: "443",
          },
          {
            ...out("citrix-hosts", "hosts and connectors among themselves", 3),
            ...to(sessions),
            destinationPortRanges: citrixPorts,
          },
          {
            ...allow("citrix-hosts-in", "hosts and connectors among themselves", 100, "Inbound"),
            protocol: "*",
            ...from(sessions),
            ...to(sessions),
            destinationPortRanges: citrixPorts,
          },
        ]),
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
