import type { Network } from "../azure/network";
import type { Region } from "../azure/regions";
import type { HostSize } from "./host-sizes";

/**
 * One accounting firm, complete: every default is applied, every text is parsed, and what the types
 * allow is allowed. Made by `parseFirm` from `infra/firms/<key>.yaml`; the keys are explained in
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
  readonly backup: BackupLevel;
  readonly budget: Budget;
  readonly stage: Stage;
  /** The firm's offices, in the order of the file. */
  readonly sites: readonly Site[];
}

export type Suite = "quadra" | "acd" | "sage" | "agiris" | "other";
export type Load = "light" | "medium" | "heavy";
export type BackupLevel = "standard" | "strict";

/** Where the firm is in its life; people get in only when it is `live`. */
export type Stage = "landing" | "verified" | "live" | "leaving";

export interface People {
  /** Entra sign-in name of the firm's own administrator. */
  readonly supervisor: string;
  /** Collaborators with a desktop, 1 to 500. */
  readonly staff: number;
}

/** When the firm works. Times are Europe/Paris. */
export interface Workday {
  readonly weekdays: TimeRange;
  readonly saturday: Saturday;
}

export type Saturday =
  { readonly kind: "closed" } | { readonly kind: "open"; readonly hours: TimeRange };

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
  /** What one user asks of a host. */
  readonly load: Load;
  readonly hosts: Hosts;
  /** 1 to 999; a new number builds new hosts. */
  readonly generation: number;
  /** Which devices people work from; only managed ones share the clipboard with a session. */
  readonly devices: "managed" | "any";
  readonly printing: "redirect" | "none";
}

/** `auto`: `sizeSessionHosts` decides. */
export type Hosts =
  | { readonly kind: "auto" }
  | { readonly kind: "fixed"; readonly size: HostSize; readonly count: number };

export interface FirmData {
  /** Provisioned size of the share for client files, 100 to 102,400 GiB. */
  readonly dossiersGiB: number;
  /** Size limit of one user's profile, 5 to 100 GiB. */
  readonly profileGiB: number;
  readonly redundancy: "local" | "zone";
}

export type Budget =
  { readonly kind: "none" } | { readonly kind: "monthly"; readonly euros: number };

export interface Site {
  /** Name of the office in the file, `meylan`; also the third part of its stack's name. */
  readonly key: string;
  /** Private network of the office. */
  readonly lan: Network;
}
