import { addressIn, type Address } from "../azure/network";
import type { Fault } from "../document/fault";
import type { Path } from "../document/path";
import { faultAt } from "../document/source-document";
import type { Combination } from "./combination";
import { inRange, serverAddresses } from "./server-addresses";

/** Servers that session hosts could not reach, and domains that hang on one controller. */
export function reachFaults(combination: Combination): readonly Fault[] {
  const { document, firm } = combination;
  const { identity } = firm;
  const { printing } = firm.sessions;
  const faults: Fault[] = [];
  if (printing.kind === "thinprint")
    faults.push(
      ...unreachable(combination, printing.licenceServer, [
        "sessions",
        "thinprint",
        "licenceServer",
      ]),
    );
  if (identity.mode === "entra") return faults;
  const { dnsServers, joinAccount } = identity.domain;
  if (
    printing.kind === "thinprint" &&
    dnsServers.some(({ value }) => value === printing.licenceServer.value)
  )
    faults.push(
      faultAt(document, ["sessions", "thinprint", "licenceServer"], {
        allowed:
          "a server of its own, this one is a domain controller: what opens a print service there opens the domain",
        remedy: "install the licence server on another machine",
      }),
    );
  faults.push(
    ...dnsServers.flatMap((server, index) =>
      unreachable(combination, server, ["identity", "dnsServers", index]),
    ),
  );
  const inOffice = (address: Address) => firm.sites.some(({ lan }) => addressIn(lan, address));
  const manager = dnsServers.findIndex(inOffice);
  if (identity.mode === "domainServices" && manager >= 0)
    faults.push(
      faultAt(document, ["identity", "dnsServers", manager], {
        allowed:
          "addresses of the managed domain, which is in Azure, with identity.mode domainServices; this one is in an office",
        remedy: "write the two addresses that Entra Domain Services shows, or mode: hybrid",
      }),
    );
  if (dnsServers.length === 1 && manager < 0)
    faults.push(
      faultAt(document, ["identity", "dnsServers"], {
        allowed: "two domain controllers at least, when none is in an office",
        remedy: "add a second one: without the only one nobody signs in",
      }),
    );
  if (joinAccount === firm.people.supervisor)
    faults.push(
      faultAt(document, ["identity", "joinAccount"], {
        allowed: "an account that joins machines and does nothing else",
        remedy: "create one of its own for it, the supervisor is a person",
      }),
    );
  return faults;
}

/** Hosts reach their own network, the hub, and offices if the hub has a gateway to them. */
function unreachable(
  { document, firm, rules }: Combination,
  address: Address,
  path: Path,
): readonly Fault[] {
  const refused = (allowed: string, remedy: string) => [
    faultAt(document, path, { allowed, remedy }),
  ];
  const { network, sites } = firm;
  if (addressIn(network, address)) {
    const servers = serverAddresses(network);
    return inRange(servers, address)
      ? []
      : refused(
          `an address from ${servers.from.text} to ${servers.until.text}, the part of ${network.text} that is kept for servers`,
          "move the server there",
        );
  }
  if (addressIn(rules.hubNetwork, address)) return [];
  const office = sites.find(({ lan }) => addressIn(lan, address));
  if (office === undefined)
    return refused(
      `an address that hosts reach: in the firm's network ${network.text}, the hub ${rules.hubNetwork.text}, or the network of an office under sites`,
      "write such an address, or add the office it is in to sites",
    );
  if (rules.vpnGateway === "none")
    return refused(
      `an address in Azure while the platform has no VPN gateway, this one is in the office ${office.key}`,
      "have the provider set cabinet:vpnGateway: VpnGw1AZ, or put the server into the firm's network",
    );
  return [];
}
