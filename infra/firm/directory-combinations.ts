import { addressIn } from "../azure/network";
import type { Fault } from "../document/fault";
import type { Path } from "../document/path";
import { faultAt } from "../document/source-document";
import type { Combination } from "./combination";
import { repeated } from "./repeated";
import { inRange, serverAddresses } from "./server-addresses";
import type { Site } from "./site";

/** Domains, computer names and second controllers of all offices of a firm together. */
export function directoryFaults(combination: Combination): readonly Fault[] {
  const { sites } = combination.firm;
  return [
    ...computerFaults(combination),
    ...sites.flatMap((site, index) => [
      ...domainFaults(combination, site, sites.slice(0, index)),
      ...secondControllerFaults(combination, site, sites.slice(0, index)),
    ]),
  ];
}

function computerFaults({ document, firm }: Combination): readonly Fault[] {
  const names = firm.sites.flatMap(({ key, machines, secondController: second }) => {
    const at = (...path: Path): Path => ["sites", key, ...path];
    return [
      ...machines.map(({ role, name }) => ({ text: name, path: at("machines", role, "name") })),
      ...(second.kind === "azure"
        ? [{ text: second.name, path: at("secondController", "name") }]
        : []),
    ];
  });
  return repeated(names).map(({ text, path }) =>
    faultAt(document, path, {
      met: `"${text}"`,
      allowed: "each computer's name once in a firm",
      remedy: "write a name of its own",
    }),
  );
}

function domainFaults(
  { document, firm }: Combination,
  { key, directory }: Site,
  before: readonly Site[],
): readonly Fault[] {
  const at = (part: string): Path => ["sites", key, "directory", part];
  const faults: Fault[] = [];
  const { identity } = firm;
  if (identity.mode === "hybrid" && directory.domain !== identity.domain.name)
    faults.push(
      faultAt(document, at("domain"), {
        allowed: `${identity.domain.name}, the domain of identity, which the hosts join`,
        remedy: "remove it, or write the same domain in both places",
      }),
    );
  const maker = before.find(
    (site) => site.directory.domain === directory.domain && site.directory.forest === "new",
  );
  if (directory.forest === "new" && maker !== undefined)
    faults.push(
      faultAt(document, at("forest"), {
        allowed: `existing, because the office ${maker.key} makes ${directory.domain} already`,
        remedy: "remove it: this office's controller joins that domain",
      }),
    );
  const connected = before.find((site) => site.directory.sync === "connect");
  if (directory.sync === "connect" && connected !== undefined)
    faults.push(
      faultAt(document, at("sync"), {
        allowed: `connect once in a firm, ${connected.key} has it already; Entra takes one active server`,
        remedy: "write sync: none",
      }),
    );
  return faults;
}

function secondControllerFaults(
  { document, firm }: Combination,
  { key, link, secondController: second }: Site,
  before: readonly Site[],
): readonly Fault[] {
  if (second.kind === "none") return [];
  const path: Path = ["sites", key, "secondController"];
  const faults: Fault[] = [];
  const servers = serverAddresses(firm.network);
  if (!inRange(servers, second.address))
    faults.push(
      faultAt(document, [...path, "address"], {
        allowed: `an address from ${servers.from.text} to ${servers.until.text}, the part of ${firm.network.text} that is kept for servers`,
        remedy: `write address: ${servers.from.text}`,
      }),
    );
  const { printing } = firm.sessions;
  const taken =
    (printing.kind === "thinprint" && printing.licenceServer.value === second.address.value) ||
    before.some(
      ({ secondController: other }) =>
        other.kind === "azure" && other.address.value === second.address.value,
    );
  if (taken)
    faults.push(
      faultAt(document, [...path, "address"], {
        met: second.address.text,
        allowed: "an address that no other server of the firm has",
        remedy: "write secondController: { address: … } with another one",
      }),
    );
  const { identity } = firm;
  const controllerInAzure =
    identity.mode === "hybrid" &&
    identity.domain.dnsServers.some(
      (server) => addressIn(firm.network, server) && server.value !== second.address.value,
    );
  if (link.kind === "none" && !controllerInAzure)
    faults.push(
      faultAt(document, path, {
        allowed:
          "none without a link, because a second controller copies the directory from the first one",
        remedy: "add link: { kind: vpn, address: … }, or write secondController: none",
      }),
    );
  return faults;
}
