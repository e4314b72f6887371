import type { Address, Network } from "../azure/network";
import type { Region } from "../azure/regions";
import type { CalendarDate } from "../document/calendar-date";
import type { RuleException } from "../rules/exceptions";
import type { Arrival } from "./arrival";
import type { LicencePrices } from "./licences";
import type { HostSize } from "./host-sizes";
import type { AccessRequest } from "./requests";
import type { Desks, Site } from "./site";

/**
 * One accounting firm, complete: every default is applied, every text is parsed, and what the types
 * allow is allowed. Made by `readFirm` from `infra/firms/<key>.yaml`; the keys are explained in
 * `schema.ts`, where each default has its reason.
 */
export interface Firm {
  /** Base name of the firm's file, `dupont`; also the second part of its stacks' names. */
  readonly key: string;
  /** Name as people write it, `Cabinet Dupont & Associés`; 1 to 80 characters. */
  readonly name: string;
  /** Azure subscription that holds everything of this firm: a GUID in lower case. */
  readonly subscription: string;
  /** Azure region, one of the platform's allowed regions. */
  readonly region: Region;
  /** The firm's slice of the platform's address plan, /20 to /24. */
  readonly network: Network;
  /** Production software of the firm. */
  readonly suite: Suite;
  readonly people: People;
  readonly workday: Workday;
  readonly sessions: Sessions;
  readonly data: FirmData;
  /** What users and hosts are known to. */
  readonly identity: Identity;
  readonly backup: Backup;
  /** What the firm offers its clients. */
  readonly services: Services;
  readonly logs: LogLevel;
  /** Which key vault of the firm's this is, from 1: the name of a destroyed one stays taken for 90 days. */
  readonly keyVault: number;
  /** Who gets in, and from where. */
  readonly access: FirmAccess;
  /** People by name, in the order of the request file; none where there is no such file. */
  readonly requests: readonly AccessRequest[];
  readonly budget: Budget;
  /** What is taken over from the firm's old server; has arrived where the stage is `verified` or `live`. */
  readonly landing: Landing;
  readonly stage: Stage;
  /** Workplaces, in an office or at home. */
  readonly desks: Desks;
  /** The firm's offices, in the order of the file. */
  readonly sites: readonly Site[];
  /** Guardrails set aside for a while. */
  readonly exceptions: readonly RuleException[];
  /** What licences cost the firm: its own prices, and the platform's for the others. */
  readonly licences: LicencePrices;
  /** Whose tenant its people are users of; the platform's to say. */
  readonly tenancy: Tenancy;
}

/** Whose Entra tenant it is: decides which licences give a right to Windows. */
export type Tenancy = "provider" | "firm";
export type Suite = "quadra" | "acd" | "sage" | "agiris" | "other";
export type Load = "light" | "medium" | "heavy";

export interface FirmAccess {
  /** What becomes of unmanaged devices of staff; `refuse` only where `sessions.devices` is `managed`. */
  readonly devices: "report" | "refuse";
  /** Each person once at a time. */
  readonly technicians: readonly Technician[];
}

/** Access to the firm's hosts for a time, at most 31 days. */
export interface Technician {
  readonly who: string;
  readonly from: CalendarDate;
  /** Day on which it is gone. */
  readonly until: CalendarDate;
  readonly reason: string;
}

/** How long sign-ins, sessions and changes stay searchable: 180 or 365 days. */
export type LogLevel = "standard" | "strict";

/** Where the firm is in its life; people get in only when it is `live`, the technician's disk only while `landing`. */
export type Stage = "landing" | "verified" | "live" | "leaving";

/**
 * `none`: the firm has nothing to take over. `technician`: he uploads his disk from the firm's network.
 * `importExport`: a bare SATA disk is sent to Microsoft, whose service reads it into the landing place.
 */
export type Landing =
  | { readonly kind: "none" }
  | {
      readonly kind: "disk";
      readonly carrier: "technician" | "importExport";
      /** Undefined until everything was found whole in the firm's share. */
      readonly arrived: Arrival | undefined;
    };

export interface People {
  /** Entra sign-in name of the firm's own administrator. */
  readonly supervisor: string;
  /** Collaborators with a desktop, 1 to 500. */
  readonly staff: number;
  /** Clients, their employees and other parties to a file, 0 to 5,000: published applications, never a desktop. */
  readonly externals: number;
  /** Externals at work at one time, at most `externals`; zero exactly when there are none. */
  readonly externalsAtOnce: number;
}

/** When the firm works. Times are Europe/Paris. `work-calendar.ts` says what is open on which date. */
export interface Workday {
  readonly weekdays: TimeRange;
  readonly saturday: Saturday;
  readonly season: Season;
  readonly holidays: Holidays;
  /** Further dates on which the firm is closed: ascending, each once. */
  readonly closed: readonly CalendarDate[];
}

export type Saturday =
  { readonly kind: "closed" } | { readonly kind: "open"; readonly hours: TimeRange };

/** The weeks of the year in which the firm works longer, such as the tax season. */
export type Season =
  | { readonly kind: "none" }
  | {
      readonly kind: "yearly";
      /** First and last day; `from` is before `until`, both in one year. */
      readonly from: YearDay;
      readonly until: YearDay;
      readonly weekdays: TimeRange;
      readonly saturday: Saturday;
    };

/** A day of every year; never 29 February. */
export interface YearDay {
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Public holidays the firm keeps: those of France, those of Alsace and Moselle as well, or none. */
export type Holidays = "france" | "alsaceMoselle" | "none";

/** Within one day; `from` is before `until`. */
export interface TimeRange {
  readonly from: TimeOfDay;
  readonly until: TimeOfDay;
}

export interface TimeOfDay {
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
}

export interface Sessions {
  readonly broker: Broker;
  /** Where new sessions go while the firm is open; `breadthFirst` under Citrix, which balances itself. */
  readonly balancing: "breadthFirst" | "depthFirst";
  /** What one user asks of a host. */
  readonly load: Load;
  readonly hosts: Hosts;
  /** 1 to 999; a new number builds new hosts. */
  readonly generation: number;
  /** Hosts of another generation that are still there. */
  readonly previous: PreviousGeneration;
  /**
   * Which devices staff work from. The clipboard is shared with managed devices only, and not at all where externals
   * use the same pool: theirs are never managed, and one pool has one setting.
   */
  readonly devices: "managed" | "any";
  readonly printing: Printing;
  /** `folder`: an inbox share that scans are dropped into; `twain` only with Citrix. */
  readonly scanning: "none" | "folder" | "twain";
  /** What externals may start; none exactly when there are no externals. */
  readonly applications: readonly PublishedApplication[];
}

/** Who brings users to their hosts. */
export type Broker =
  | { readonly kind: "avd" }
  | {
      readonly kind: "citrix";
      /** Customer ID of Citrix Cloud, in lower case. */
      readonly customer: string;
      /** Resource location of Citrix Cloud that the connectors join: a GUID in lower case. */
      readonly resourceLocation: string;
      /** Client of Citrix Cloud's API that registers connectors: a GUID in lower case. */
      readonly clientId: string;
      /** Name of the secret in the firm's key vault that holds the client's secret. */
      readonly clientSecretName: string;
      /** Virtual Delivery Agent of the session hosts. */
      readonly agent: Installer;
    };

/** A Windows program to be installed, and how to know that it is the one meant. */
export interface Installer {
  /** https address. */
  readonly url: string;
  /** SHA-256 of the file, 64 hexadecimal digits in lower case. */
  readonly sha256: string;
}

export type Printing =
  | { readonly kind: "redirect" }
  | { readonly kind: "none" }
  | { readonly kind: "universalPrint" }
  | {
      readonly kind: "thinprint";
      /** Server that licenses the engine. */
      readonly licenceServer: Address;
      /** ThinPrint Engine for the session hosts. */
      readonly engine: Installer;
      /** Switches that make the engine's installer ask nothing. */
      readonly engineSwitches: string;
    };

/** `auto`: `sizeSessionHosts` decides. */
export type Hosts = { readonly kind: "auto" } | ({ readonly kind: "fixed" } & FixedHosts);

export interface FixedHosts {
  readonly size: HostSize;
  /** 1 to 100. */
  readonly count: number;
}

/**
 * `kept`: the hosts of that generation take no new sessions and stay until `until`, so that one can go back to them.
 * From that date on they are removed; a deployment that knows no date keeps them.
 */
export type PreviousGeneration =
  | { readonly kind: "none" }
  | {
      readonly kind: "kept";
      /** 1 to 999, another one than `generation`. */
      readonly generation: number;
      readonly hosts: FixedHosts;
      /** Day on which they go. */
      readonly until: CalendarDate;
    };

export interface PublishedApplication {
  /** Name of its Azure resource, 3 to 24 of a-z, 0-9 and `-`; unique in the firm. */
  readonly key: string;
  /** Name that users see, 1 to 64 characters. */
  readonly name: string;
  /** Program on the host, such as `C:\Quadra\Compta.exe`. */
  readonly path: string;
  /** Command line arguments; empty for none. */
  readonly arguments: string;
}

/** How long backups are kept, and how firmly. */
export interface Backup {
  /** Days that snapshots stay with what they are of, 1 to 30. */
  readonly snapshotDays: number;
  /** How long the vault keeps a copy of each day, of each week and of each month. */
  readonly vaultDays: number;
  readonly vaultWeeks: number;
  readonly vaultMonths: number;
  /** Days that a deleted backup can be had back, 14 to 180. */
  readonly softDeleteDays: number;
  /** `locked` cannot be undone: nobody deletes a copy before its time, not even for a firm that leaves. */
  readonly immutability: "enabled" | "locked";
  /** Whether a copy is restored and compared, for practice. */
  readonly rehearsal: "monthly" | "none";
}

export interface Services {
  /** The vendor's own services, each once, in the order of `webServiceNames`. */
  readonly web: readonly WebService[];
  /** What clients start through Quadra Connect, where the firm has it. */
  readonly quadraConnect: PublishedApplication | undefined;
}

/** `services.ts` says what each is. */
export type WebService = "quadraBox" | "suiviCaisse" | "devisFact";

export interface FirmData {
  /** `fileServer`: a Windows server with disks instead of Azure Files; of profiles Azure Files always. */
  readonly store: "azureFiles" | "fileServer";
  /** Provisioned size of the share for client files, 100 to 102,400 GiB; on a file server up to 32,767. */
  readonly dossiersGiB: number;
  /** Size limit of one user's profile, 5 to 100 GiB. */
  readonly profileGiB: number;
  /** Letter under which hosts show client files, `F` to `Z`. */
  readonly drive: string;
  /**
   * `zone`: in three data centres. `geo`: as `zone`, and what is archived or backed up can be had from the region's
   * pair too; solid-state shares have no copy of their own elsewhere. `local` only where there are no zones.
   */
  readonly redundancy: Redundancy;
  /** Legal archives, each once, in the order of `archivePresets`. */
  readonly archive: readonly ArchivePreset[];
}

export type Redundancy = "local" | "zone" | "geo";

/** Legal duties to keep; `archivePresets` has their years and reasons. */
export type ArchivePreset = "comptable10" | "fiscal6" | "paie5" | "paieElectronique50";

/**
 * `entra`: hosts are joined to Entra alone. `hybrid`: to the firm's own Active Directory, which is synchronised with
 * Entra. `domainServices`: to a managed domain, Microsoft Entra Domain Services.
 */
export type Identity =
  | { readonly mode: "entra" }
  | { readonly mode: "hybrid"; readonly domain: Domain }
  | { readonly mode: "domainServices"; readonly domain: Domain };

/** An Active Directory domain that session hosts join. */
export interface Domain {
  /** DNS name in lower case, `cabinet-moreau.example`. */
  readonly name: string;
  /** Distinguished name of the organisational unit of the hosts. */
  readonly ou: string;
  /** Account that may join hosts, `svc-join@cabinet-moreau.example`. */
  readonly joinAccount: string;
  /** Name of the secret in the firm's key vault that holds the account's password. */
  readonly joinSecretName: string;
  /** Domain controllers that answer the hosts' DNS queries: one to four, all reachable. */
  readonly dnsServers: readonly Address[];
}

export type Budget =
  { readonly kind: "none" } | { readonly kind: "monthly"; readonly euros: number };
