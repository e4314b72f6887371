import { addressIn, type Address, type Network } from "../azure/network";
import { domainPorts, type HostNeighbours } from "./neighbour-rules";
import type { FirmSubnets } from "./firm-subnets";
import { allow, denyRest, from, to, type Rule } from "./security-rule";

/**
 * Servers that the firm brings along, such as its domain controllers: its hosts and offices use them. They call each
 * other and the offices, fetch updates, and tell Entra what changes.
 */
export function serverRules(
  { sessions, files, servers, rehearsal }: FirmSubnets,
  {
    domainControllers,
    secondControllers,
    officeControllers,
    licenceServers,
    offices,
    resolver,
  }: HostNeighbours,
  rehearses = false,
): Rule[] {
  const here = (machine: Address) => addressIn(servers, machine);
  return [
    ...(![...domainControllers, ...secondControllers].some(here)
      ? []
      : [
          {
            ...allow("domain-in", "who is a member of the domain", 100, "Inbound"),
            protocol: "*",
            sourceAddressPrefixes: texts([sessions, files, servers, ...offices]),
            sourcePortRange: "*",
            ...to(servers),
            destinationPortRanges: domainPorts,
          },
          ...(rehearses
            ? [
                {
                  ...allow(
                    "rehearsal-in",
                    "the rehearsal of restores asks for names",
                    105,
                    "Inbound",
                  ),
                  protocol: "*",
                  ...from(rehearsal),
                  ...to(servers),
                  destinationPortRange: "53",
                },
              ]
            : []),
          {
            ...allow("domain", "controllers among themselves", 1000, "Outbound"),
            protocol: "*",
            ...from(servers),
            destinationAddressPrefixes: texts([servers, ...offices]),
            destinationPortRanges: domainPorts,
          },
        ]),
    ...(secondControllers.length === 0 || officeControllers.length === 0
      ? []
      : [
          {
            // Whoever is on the one rules the domain anyway; nobody else gets to the other.
            ...allow(
              "promotion-in",
              "second controllers are set up from the first ones",
              120,
              "Inbound",
            ),
            protocol: "Tcp",
            sourceAddressPrefixes: officeControllers.map(({ text }) => text),
            sourcePortRange: "*",
            destinationAddressPrefixes: secondControllers.map(({ text }) => text),
            destinationPortRange: "3389",
          },
        ]),
    ...(!licenceServers.some(here)
      ? []
      : [
          {
            // Its ports differ from version to version.
            ...allow("thinprint-in", "hosts that ask for licences", 110, "Inbound"),
            protocol: "Tcp",
            ...from(sessions),
            ...to(servers),
            destinationPortRange: "*",
          },
        ]),
    {
      ...allow("names", "private names, from the hub's resolver", 1010, "Outbound"),
      protocol: "*",
      ...from(servers),
      destinationAddressPrefix: resolver,
      destinationPortRange: "53",
    },
    {
      ...allow("updates", "updates, and synchronisation with Entra", 1020, "Outbound"),
      protocol: "Tcp",
      ...from(servers),
      destinationAddressPrefix: "Internet",
      destinationPortRanges: ["80", "443"],
    },
    denyRest("Outbound"),
    denyRest("Inbound"),
  ];
}

function texts(networks: readonly Network[]): string[] {
  return networks.map(({ text }) => text);
}
