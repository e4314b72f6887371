import type { Address, Network } from "../azure/network";
import type { WebService } from "../firm/firm";
import { webServiceNames, webServices } from "../firm/services";
import { allow, from, to, type Rule } from "./security-rule";

/** Machines outside of the firm's endpoints that hosts need, and who brings users to them. */
export interface HostNeighbours {
  /** Domain controllers; empty where hosts are joined to Entra alone. */
  readonly domainControllers: readonly Address[];
  /** Controllers that offices have in the firm's network, which hosts need only where they join a domain. */
  readonly secondControllers: readonly Address[];
  /** Networks of offices whose desks bring scans into the share of client files. */
  readonly scanningOffices: readonly Network[];
  /** Controllers in offices behind a tunnel, from which second ones are set up. */
  readonly officeControllers: readonly Address[];
  /** Server that licenses ThinPrint, where the firm prints with it. */
  readonly licenceServers: readonly Address[];
  /** Networks of the firm's offices, whose domain controllers are of the same domain. */
  readonly offices: readonly Network[];
  readonly broker: "avd" | "citrix";
  /** Vendors' services that hosts reach. */
  readonly services: readonly WebService[];
  /** Where client files are: behind an endpoint, or on a server of the firm's. */
  readonly store: "azureFiles" | "fileServer";
  /** Where the hub answers for private names. */
  readonly resolver: string;
}

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

/** What hosts may reach besides Azure and the firm's endpoints, and who may reach them. */
export function neighbourRules(
  sessions: Network,
  { domainControllers, licenceServers, broker }: HostNeighbours,
): Rule[] {
  const out = (name: string, why: string, place: number): Rule => ({
    ...allow(name, why, 1010 + 10 * place, "Outbound"),
    ...from(sessions),
    protocol: "*",
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

function machines(addresses: readonly Address[]) {
  return { destinationAddressPrefixes: addresses.map(({ text }) => `${text}/32`) };
}

/** Vendors' services, each by a rule of its own: one that comes or goes changes no other. */
export function serviceRules(sessions: Network, { services }: HostNeighbours): Rule[] {
  return services.map((service) => ({
    ...allow(
      service.toLowerCase(),
      `${webServices[service].name}; its vendor publishes no addresses`,
      1100 + 10 * webServiceNames.indexOf(service),
      "Outbound",
    ),
    ...from(sessions),
    protocol: "Tcp",
    destinationAddressPrefix: "Internet",
    destinationPortRange: "443",
  }));
}
