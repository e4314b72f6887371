import { containerEgress } from "../azure/container-egress";
import type { EgressWay } from "./firm-egress";
import type { HostNeighbours } from "./neighbour-rules";
import type { FirmSubnets } from "./firm-subnets";
import { allow, denyRest, from, to, type Rule } from "./security-rule";

/**
 * The container that rehearses restores: it reaches what Azure demands of it and the firm's endpoints, and nobody
 * reaches it but Azure's own probes and its like. No session host is let in, and it is let into none.
 */
export function rehearsalRules(
  { rehearsal, endpoints }: FirmSubnets,
  { domainControllers }: HostNeighbours,
  way: EgressWay,
): Rule[] {
  const nameServers =
    domainControllers.length > 0
      ? domainControllers.map(({ text }) => `${text}/32`)
      : way.kind === "firewall"
        ? [way.address]
        : [];
  return [
    {
      ...allow("probes", "Azure's load balancer looks whether it lives", 100, "Inbound"),
      protocol: "Tcp",
      sourceAddressPrefix: "AzureLoadBalancer",
      sourcePortRange: "*",
      ...to(rehearsal),
      destinationPortRange: "30000-32767",
    },
    {
      ...allow("own-in", "parts of the environment among themselves", 110, "Inbound"),
      protocol: "*",
      ...from(rehearsal),
      ...to(rehearsal),
      destinationPortRange: "*",
    },
    {
      ...allow("own", "parts of the environment among themselves", 100, "Outbound"),
      protocol: "*",
      ...from(rehearsal),
      ...to(rehearsal),
      destinationPortRange: "*",
    },
    {
      ...allow("endpoints", "files in use, and those restored", 110, "Outbound"),
      protocol: "Tcp",
      ...from(rehearsal),
      ...to(endpoints),
      destinationPortRange: "443",
    },
    ...containerEgress.map(({ name, tag, ports, why }, place) => ({
      ...allow(name, why, 200 + 10 * place, "Outbound"),
      protocol: ports.includes("53") ? "*" : "Tcp",
      ...from(rehearsal),
      destinationAddressPrefix: tag,
      destinationPortRanges: [...ports],
    })),
    ...(nameServers.length === 0
      ? []
      : [
          {
            ...allow("names", "names, from whom the network asks", 300, "Outbound"),
            protocol: "*",
            ...from(rehearsal),
            destinationAddressPrefixes: nameServers,
            destinationPortRange: "53",
          },
        ]),
    denyRest("Outbound"),
    denyRest("Inbound"),
  ];
}
