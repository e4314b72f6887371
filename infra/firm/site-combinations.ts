import { addressIn, type Address, type Network } from "../azure/network";
import type { Fault } from "../document/fault";
import type { Path } from "../document/path";
import { faultAt } from "../document/source-document";
import type { Combination } from "./combination";
import { directoryFaults } from "./directory-combinations";
import { repeated } from "./repeated";
import { addressOf, inRange } from "./server-addresses";
import type { Reservation, Site } from "./site";
import { supervisionFaults } from "./supervision-combinations";

/** Offices whose addresses, names or ways to Azure do not fit together. */
export function siteFaults(combination: Combination): readonly Fault[] {
  return [
    ...combination.firm.sites.flatMap((site) => [
      ...addressFaults(combination, site),
      ...nameFaults(combination, site),
      ...linkFaults(combination, site),
    ]),
    ...directoryFaults(combination),
    ...supervisionFaults(combination),
  ];
}

/** An address that stands still, and who has it. */
interface Fixed {
  readonly address: Address;
  readonly owner: string;
  readonly path: Path;
}

function fixedAddresses(site: Site): readonly Fixed[] {
  const at = (...path: Path): Path => ["sites", site.key, ...path];
  const { gateway, machines, printers } = site;
  return [
    { address: gateway, owner: "the router", path: at("gateway") },
    ...machines.map(({ role, name, address }) => ({
      address,
      owner: `the machine ${name}`,
      path: at("machines", role, "address"),
    })),
    ...printers.map(({ name, address }, index) => ({
      address,
      owner: `the printer ${name}`,
      path: at("printers", index, "address"),
    })),
    ...writtenReservations(site).map(({ name, address }, index) => ({
      address,
      owner: `the reservation ${name}`,
      path: at("dhcp", "reservations", index, "address"),
    })),
  ];
}

/** Those of printers come last, and have their place in the file under printers. */
function writtenReservations({ dhcp, printers }: Site): readonly Reservation[] {
  const ofPrinters = printers.filter(({ mac }) => mac !== undefined).length;
  return dhcp.reservations.slice(0, dhcp.reservations.length - ofPrinters);
}

function addressFaults({ document }: Combination, site: Site): readonly Fault[] {
  const { lan, dhcp } = site;
  const { range } = dhcp;
  const rangePath = ["sites", site.key, "dhcp", "range"];
  const fault = (path: Path, met: string, allowed: string, remedy: string) =>
    faultAt(document, path, { met, allowed, remedy });
  const fixed = fixedAddresses(site);
  const usable = `an address of ${lan.text}, from ${addressOf(lan.first + 1).text} to ${addressOf(lan.last - 1).text}`;
  const outside = fixed
    .filter(({ address }) => !isUsable(lan, address))
    .map(({ address, path }) => fault(path, address.text, usable, "write an address of the LAN"));
  if (!isUsable(lan, range.from) || !isUsable(lan, range.until))
    return [
      ...outside,
      fault(
        rangePath,
        `${range.from.text}-${range.until.text}`,
        `a range inside ${lan.text}, the office's network`,
        `write range: ${addressOf(lan.first + lan.size / 2).text}-${addressOf(lan.last - 1).text}`,
      ),
    ];
  const lent = fixed
    .filter(({ address }) => inRange(range, address))
    .map(({ address, owner, path }) =>
      fault(
        path,
        address.text,
        `an address outside of the range ${range.from.text}-${range.until.text}, which DHCP lends to others; this one is of ${owner}`,
        "move it, or write a range without it under dhcp",
      ),
    );
  const doubles = fixed.flatMap(({ address, path }, index) => {
    const other = fixed.slice(0, index).find((before) => before.address.value === address.value);
    return other === undefined
      ? []
      : [
          fault(
            path,
            address.text,
            `each address once, this one is of ${other.owner} already`,
            "write another address",
          ),
        ];
  });
  return [...outside, ...lent, ...doubles];
}

/** The network's own address and the one for everybody are nobody's. */
function isUsable(lan: Network, address: Address): boolean {
  return addressIn(lan, address) && address.value !== lan.first && address.value !== lan.last;
}

function nameFaults({ document }: Combination, site: Site): readonly Fault[] {
  const { printers } = site;
  const at = (...path: Path): Path => ["sites", site.key, ...path];
  const cards = [
    ...writtenReservations(site).map(({ mac }, index) => ({
      text: mac,
      path: at("dhcp", "reservations", index, "mac"),
    })),
    ...printers.flatMap(({ mac }, index) =>
      mac === undefined ? [] : [{ text: mac, path: at("printers", index, "mac") }],
    ),
  ];
  const queues = printers.map(({ name }, index) => ({
    text: name.toLowerCase(),
    path: at("printers", index, "name"),
  }));
  return [
    ...repeated(cards).map(({ path }) =>
      faultAt(document, path, {
        allowed: "each hardware address once",
        remedy: "write the one on the sticker of this device",
      }),
    ),
    ...repeated(queues).map(({ path }) =>
      faultAt(document, path, {
        allowed: "each printer's name once in an office, upper and lower case alike",
        remedy: "choose another name",
      }),
    ),
  ];
}

function linkFaults({ document, firm, rules }: Combination, { key, link }: Site): readonly Fault[] {
  if (link.kind === "none") return [];
  const { scanning } = firm.sessions;
  if (rules.vpnGateway !== "none")
    return link.scans === "refuse" || scanning === "folder"
      ? []
      : [
          faultAt(document, ["sites", key, "link", "scans"], {
            allowed: `refuse with scanning ${scanning}, because no desk has a scan to bring`,
            remedy: "remove it, or write scanning: folder",
          }),
        ];
  return [
    faultAt(document, ["sites", key, "link"], {
      allowed:
        "none while the platform has no VPN gateway, because nothing would answer the office",
      remedy: "have the provider set cabinet:vpnGateway: VpnGw1AZ, or write link: none",
    }),
  ];
}
