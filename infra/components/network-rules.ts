import { sessionHostEgress } from "../azure/egress";
import type { EgressWay } from "./firm-egress";
import { neighbourRules, serviceRules, type HostNeighbours } from "./neighbour-rules";
import type { FirmSubnets } from "./firm-subnets";
import { allow, denyRest, destination, from, scansIn, to, type Rule } from "./security-rule";

// Files and keys; nothing else stands behind an endpoint.
const endpointPorts = ["445", "443"];

/**
 * Hosts call out, to what they and their broker need and to the firm's own endpoints; nobody calls
 * them, not even from the peered hub, which Azure would let in by default.
 */
export function sessionRules(
  { sessions, endpoints, files }: FirmSubnets,
  neighbours: HostNeighbours,
  way: EgressWay,
): Rule[] {
  const egress = sessionHostEgress.flatMap((entry, place): readonly Rule[] => {
    const { name, why, to: target, protocol, ports, onlyFor } = entry;
    if (onlyFor !== undefined && onlyFor !== neighbours.broker) return [];
    return [
      {
        ...allow(name, why, 100 + 10 * place, "Outbound"),
        protocol,
        ...from(sessions),
        ...destination(target),
        destinationPortRanges: ports.map(String),
      },
    ];
  });
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
    ...(way.kind === "nat"
      ? []
      : [
          {
            ...allow("names", "names, from the firewall that lets out by them", 1050, "Outbound"),
            protocol: "*",
            ...from(sessions),
            destinationAddressPrefix: way.address,
            destinationPortRange: "53",
          },
        ]),
    denyRest("Outbound"),
    denyRest("Inbound"),
    // Last in the list, where one more is one line of a preview; what counts is a rule's priority.
    ...serviceRules(sessions, neighbours),
  ];
}

/** Endpoints answer the firm's hosts, the rehearsal of restores where there is one, and nobody else. */
export function endpointRules(
  { sessions, endpoints, rehearsal }: FirmSubnets,
  { store, scanningOffices }: Pick<HostNeighbours, "store" | "scanningOffices">,
  rehearses: boolean,
): Rule[] {
  return [
    {
      ...allow("sessions", "the firm's session hosts", 100, "Inbound"),
      protocol: "Tcp",
      ...from(sessions),
      ...to(endpoints),
      destinationPortRanges: endpointPorts,
    },
    ...(rehearses
      ? [
          {
            ...allow("rehearsal", "the container that rehearses restores", 110, "Inbound"),
            protocol: "Tcp",
            ...from(rehearsal),
            ...to(endpoints),
            destinationPortRange: "443",
          },
        ]
      : []),
    ...(store === "azureFiles" ? scansIn(scanningOffices, endpoints) : []),
    denyRest("Outbound"),
    denyRest("Inbound"),
  ];
}
