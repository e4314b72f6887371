import type { Address, Network } from "../azure/network";
import type { CalendarDate } from "../document/calendar-date";
import type { MachineRole, SlimProfile } from "../slim-server/machine-role";
import type { Installer } from "./firm";
import type { PrinterDriver } from "./printer-drivers";

/**
 * An office and the slim server in it, complete: made by `read-sites.ts`; the keys are explained in
 * `schema-sites.ts`.
 */
export interface Site {
  /** Name of the office in the file, `meylan`; also the third part of its stack's name. */
  readonly key: string;
  /** Postal address for people, in one line; empty when the file has none. */
  readonly place: string;
  /** Private network of the office. */
  readonly lan: Network;
  /** The router's address in it. */
  readonly gateway: Address;
  readonly profile: SlimProfile;
  /** The profile's machines, in the order of `profileRoles`. */
  readonly machines: readonly SiteMachine[];
  /** Windows features beyond the profile's that its machines may have, as Windows writes them. */
  readonly features: readonly string[];
  readonly directory: SiteDirectory;
  readonly dhcp: Dhcp;
  readonly dns: SiteDns;
  readonly printers: readonly Printer[];
  readonly link: SiteLink;
  /** A second domain controller, in Azure. */
  readonly secondController: SecondController;
  readonly supervision: Supervision;
  readonly visit: Visit;
}

/** A machine in the office. */
export interface SiteMachine {
  readonly role: MachineRole;
  /** Computer name in upper case, at most 15 characters; unique in the firm. */
  readonly name: string;
  /** Its fixed address in the LAN. */
  readonly address: Address;
}

/** The Active Directory domain the office's controller serves. */
export interface SiteDirectory {
  /** DNS name in lower case. */
  readonly domain: string;
  /** Its short name, at most 15 characters, in upper case. */
  readonly netbios: string;
  /** `existing`: the controller joins a domain that is there. `new`: it makes the domain. */
  readonly forest: "existing" | "new";
  /**
   * How accounts come into Entra from here: not at all, by the agent of Entra Cloud Sync, or by Entra Connect Sync,
   * which alone synchronises devices.
   */
  readonly sync: "none" | "cloudSync" | "connect";
}

/** Addresses from one to another, both included. */
export interface AddressRange {
  readonly from: Address;
  readonly until: Address;
}

export interface Dhcp {
  /** Inside the LAN; holds no fixed address and no reservation. */
  readonly range: AddressRange;
  /** Days an address is lent, 1 to 30. */
  readonly leaseDays: number;
  /** DNS servers that clients are told of; at least one. */
  readonly dnsServers: readonly Address[];
  /** Reserved addresses in the LAN outside of the range, each address and card once; printers with a card included. */
  readonly reservations: readonly Reservation[];
  /** Further options of the scope, ascending; router, DNS and domain have fields of their own. */
  readonly options: readonly DhcpOption[];
}

export interface Reservation {
  /** What is behind the address, for people. */
  readonly name: string;
  readonly address: Address;
  /** Hardware address, `00-17-C8-1A-2B-3C`, as Windows' DHCP server takes it. */
  readonly mac: string;
}

/** https://www.iana.org/assignments/bootp-dhcp-parameters */
export interface DhcpOption {
  /** Number of the option, such as 42. */
  readonly id: number;
  readonly values: readonly string[];
}

export interface SiteDns {
  /** Resolvers that the controller asks about the rest of the world: one to four. */
  readonly forwarders: readonly string[];
  /** Domains whose questions go to servers of their own. */
  readonly zones: readonly ForwardedZone[];
}

export interface ForwardedZone {
  /** DNS name in lower case. */
  readonly name: string;
  /** One to four addresses. */
  readonly servers: readonly string[];
}

export interface Printer {
  /** Name of queue and share, 1 to 60 characters; unique in the office. */
  readonly name: string;
  readonly address: Address;
  /** What stands there, `Kyocera ECOSYS M5526cdw`. */
  readonly model: string;
  readonly driver: SitePrinterDriver;
  readonly port: PrinterPort;
  readonly paper: "A4" | "A3";
  /** Hardware address, for a reservation; undefined when the address is set on the printer. */
  readonly mac: string | undefined;
}

/** One of the table, or a package of the firm's own: `inf` is its path in the folder of drivers that is taken along. */
export type SitePrinterDriver =
  | ({ readonly kind: "known" } & Pick<PrinterDriver, "name" | "origin">)
  | { readonly kind: "own"; readonly name: string; readonly inf: string };

/** `raw`: TCP, 1 to 65,535. `ipp`: over http, as the printer describes itself. */
export type PrinterPort =
  { readonly kind: "raw"; readonly number: number } | { readonly kind: "ipp" };

/** How the office's network reaches Azure; nobody's session goes this way. */
export type SiteLink =
  | { readonly kind: "none" }
  | {
      readonly kind: "vpn";
      /** The office's end: a public IPv4 address, or a DNS name of one that changes. */
      readonly remote:
        | { readonly kind: "address"; readonly text: string }
        | { readonly kind: "name"; readonly text: string };
      /** 1 to 999; a new number makes a new shared secret. */
      readonly generation: number;
      /** Whether desks reach the share of client files, to bring scans there; only with scanning `folder`. */
      readonly scans: "refuse" | "carry";
    };

export type SecondController =
  | { readonly kind: "none" }
  | {
      readonly kind: "azure";
      readonly name: string;
      /** In the part of the firm's network that is kept for servers. */
      readonly address: Address;
    };

/**
 * How what is on the machines is compared with what should be. `agentless`: a report that the technician brings.
 * `arc`: Azure Arc, which makes rights in Azure rights on the machine.
 */
export type Supervision =
  | { readonly kind: "agentless" }
  | {
      readonly kind: "arc";
      /** Machines that are onboarded: Azure's id of each, in the office's own resource group. */
      readonly machines: readonly ArcMachine[];
      /** Entra groups, by object id, that may administer the machines by Azure; nobody else may. */
      readonly administrators: readonly string[];
      /** What happens to the print machine when it differs: it is reported, or set right. Controllers are never changed. */
      readonly correction: "report" | "correct";
      /** Day on which the link ends by which machines read their configuration; set exactly when there are machines. */
      readonly readableUntil: CalendarDate | undefined;
    };

export interface ArcMachine {
  readonly role: MachineRole;
  readonly id: string;
}

/** Who sets the office up, and when. */
export interface Visit {
  /** Empty when not yet known: a line to be filled in on paper. */
  readonly technician: string;
  /** Who receives the technician and signs for the firm; empty for the supervisor. */
  readonly contact: string;
  readonly on: CalendarDate | undefined;
}

/** What every workplace needs for its hosted session, in an office or at home. */
export interface Desks {
  /** Least memory in GiB that passes, 4 to 64; disk and processor never decide. */
  readonly memoryGiB: number;
  /** Screens a session spans, 1 to 4. */
  readonly screens: number;
  /** Windows App, or Citrix Workspace with the broker citrix. */
  readonly client: DeskProgram;
  readonly thinprint: ThinPrintClient;
  /** Folder on the desk that its scanner writes into, `C:\Numerisations`. */
  readonly scanFolder: string;
}

/** `newest`: what its publisher has. `pinned`: exactly this file. */
export type DeskProgram = { readonly kind: "newest" } | PinnedProgram;

export interface PinnedProgram {
  readonly kind: "pinned";
  /** Least version that passes, `2.0.500.0`. */
  readonly version: string;
  readonly installer: Installer;
}

/** `none`: without printing thinprint. `byHand`: the file names no package, the technician brings one. */
export type ThinPrintClient =
  | { readonly kind: "none" }
  | { readonly kind: "byHand" }
  | (PinnedProgram & {
      /** Make its installer ask nothing. */
      readonly switches: string;
    });
