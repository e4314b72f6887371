import type { z } from "zod";
import { addressIn, type Address, type Network } from "../azure/network";
import type { Fault } from "../document/fault";
import { refuse, type Reading, type SourceDocument } from "../document/source-document";
import { profileRoles } from "../slim-server/machine-role";
import type { Identity } from "./firm";
import { readDhcp } from "./read-dhcp";
import { readPrinters } from "./read-printers";
import { readSupervision } from "./read-supervision";
import type { firmSchema } from "./schema";
import { addressOf, inRange, serverAddresses } from "./server-addresses";
import type { SecondController, Site, SiteDirectory, SiteLink, SiteMachine } from "./site";
import { unusedMachines } from "./unused-machines";

type Written = z.output<typeof firmSchema>;
export type WrittenSite = Written["sites"][string];

/** The firm's offices in the order of the file, every default applied. What is wrong together: `site-combinations.ts`. */
export function readSites(
  document: SourceDocument,
  { sites, people, network }: Written,
  identity: Identity,
): Reading<readonly Site[]> {
  const domains = new Set<string>();
  const faults: Fault[] = [];
  const value = Object.entries(sites).flatMap(([key, written]): readonly Site[] => {
    const supervision = readSupervision(document, key, written);
    const printers = readPrinters(document, key, written.printers);
    faults.push(...unusedMachines(document, key, written));
    if (!supervision.ok || !printers.ok) {
      faults.push(...[supervision, printers].flatMap((part) => (part.ok ? [] : part.faults)));
      return [];
    }
    const machines = readMachines(key, written);
    const directory = readDirectory(written, identity, people.supervisor, domains);
    domains.add(directory.domain);
    const second = readSecondController(key, written, identity, network);
    const { lan, place = "", profile, features, visit } = written;
    const gateway = written.gateway ?? addressOf(lan.first + 1);
    const dnsServers = [
      ...machines.filter(({ role }) => role === "controller" || role === "server"),
      ...(second.kind === "azure" ? [second] : []),
    ].map(({ address }) => address);
    return [
      {
        key,
        place,
        lan,
        gateway,
        profile,
        machines,
        features: [...new Set(features)],
        directory,
        dhcp: readDhcp(written, dnsServers),
        dns: {
          forwarders: written.dns.forwarders ?? [gateway.text],
          zones: written.dns.zones,
        },
        printers: printers.value,
        link: readLink(written.link),
        secondController: second,
        supervision: supervision.value,
        visit: {
          technician: visit.technician ?? "",
          contact: visit.contact ?? "",
          on: visit.on,
        },
      },
    ];
  });
  return faults.length === 0 ? { ok: true, value } : refuse(faults);
}

const suffixes = { host: "HV1", controller: "DC1", print: "PR1", server: "SRV1" } as const;

/** Behind the router the machines follow one another, in the order in which they are built. */
function readMachines(
  key: string,
  { profile, machines, lan }: WrittenSite,
): readonly SiteMachine[] {
  return profileRoles[profile].map((role, index) => ({
    role,
    name: machines[role].name ?? machineName(key, suffixes[role]),
    address: machines[role].address ?? addressOf(lan.first + 2 + index),
  }));
}

/** Windows' limit of 15 characters leaves ten to the office's name. */
function machineName(key: string, suffix: string): string {
  return `${key.slice(0, 10)}-${suffix}`.toUpperCase();
}

function readDirectory(
  { directory: { domain, netbios, forest, sync } }: WrittenSite,
  identity: Identity,
  supervisor: string,
  others: ReadonlySet<string>,
): SiteDirectory {
  const hybrid = identity.mode === "hybrid";
  const known = domain ?? (hybrid ? identity.domain.name : undefined);
  const name = known ?? `ad.${supervisor.slice(supervisor.indexOf("@") + 1)}`;
  return {
    domain: name,
    netbios: netbios ?? shortName(name),
    forest: forest ?? (known === undefined && !others.has(name) ? "new" : "existing"),
    sync: sync ?? (hybrid ? "cloudSync" : "none"),
  };
}

function shortName(domain: string): string {
  const labels = domain.split(".");
  const label = labels.find((candidate) => candidate !== "ad") ?? domain;
  return label.slice(0, 15).replace(/-+$/, "").toUpperCase();
}

function readLink(written: WrittenSite["link"]): SiteLink {
  if (written === "none") return { kind: "none" };
  const { kind, address: remote, generation, scans } = written;
  return { kind, remote, generation, scans };
}

function readSecondController(
  key: string,
  { secondController: written }: WrittenSite,
  identity: Identity,
  network: Network,
): SecondController {
  if (written === "none") return { kind: "none" };
  const { name, address } = written === "azure" ? {} : written;
  return {
    kind: "azure",
    name: name ?? machineName(key, "DC2"),
    address: address ?? secondAddress(identity, network),
  };
}

/** Where hosts look for a controller anyway. */
function secondAddress(identity: Identity, network: Network): Address {
  const servers = serverAddresses(network);
  const known = identity.mode === "hybrid" ? identity.domain.dnsServers : [];
  return (
    known.find((server) => addressIn(network, server) && inRange(servers, server)) ?? servers.from
  );
}
