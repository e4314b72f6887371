import { sessionHostEgress } from "../azure/egress";
import { domainPorts, type HostNeighbours } from "./neighbour-rules";
import type { FirmSubnets } from "./firm-subnets";
import { allow, denyRest, destination, from, scansIn, to, type Rule } from "./security-rule";

/** Of what session hosts need, the part that has to do with desktops. */
const desktopsOnly = new Set(["desktop-service", "desktop-relay", "marketplace"]);

/** The file server answers the firm's hosts, over SMB; it calls its domain, Azure, and nobody else. */
export function fileServerRules(
  { sessions, files }: FirmSubnets,
  { domainControllers, scanningOffices }: HostNeighbours,
): Rule[] {
  const egress = sessionHostEgress
    .filter(({ name }) => !desktopsOnly.has(name))
    .map(({ name, why, to: target, protocol, ports }, place): Rule => ({
      ...allow(name, why, 100 + 10 * place, "Outbound"),
      protocol,
      ...from(files),
      ...destination(target),
      destinationPortRanges: ports.map(String),
    }));
  return [
    {
      ...allow("sessions", "the firm's session hosts", 100, "Inbound"),
      protocol: "Tcp",
      ...from(sessions),
      ...to(files),
      destinationPortRange: "445",
    },
    ...scansIn(scanningOffices, files),
    ...egress,
    {
      ...allow("domain", "names, sign-in and policies of the domain", 1000, "Outbound"),
      protocol: "*",
      ...from(files),
      destinationAddressPrefixes: domainControllers.map(({ text }) => `${text}/32`),
      destinationPortRanges: domainPorts,
    },
    denyRest("Outbound"),
    denyRest("Inbound"),
  ];
}
