import type { z } from "zod";
import type { Region } from "../azure/regions";
import type { Weekday } from "../document/calendar-date";
import type { SourceDocument } from "../document/source-document";
import type { Firm, TimeRange, WebService, Tenancy } from "./firm";
import type { LicencePrices } from "./licences";
import type { AddressPlan } from "./network-plan";
import type { firmSchema } from "./schema";

/** The part of the platform that a firm file is read against. */
export interface FirmRules extends AddressPlan {
  /** The platform's own; a firm has another. */
  readonly subscription: string;
  readonly tenant: string;
  /** `prod`; part of what Azure's resources are called. */
  readonly environment: string;
  /** Region of firms that name none. */
  readonly location: Region;
  readonly allowedRegions: readonly Region[];
  /** Size of the gateway that reaches offices, or `none`. */
  readonly vpnGateway: string;
  /** Size of the firewall that knows names, or `none`; and the names it lets through for vendors' services. */
  readonly firewall: string;
  readonly serviceHosts: Readonly<Partial<Record<WebService, readonly string[]>>>;
  /** Whose tenant `tenant` is. */
  readonly tenancy: Tenancy;
  /** Price list of licences. */
  readonly licences: LicencePrices;
  readonly maintenance: { readonly day: Weekday; readonly hours: TimeRange };
}

/** A firm whose keys are each right, and what they were read from. */
export interface Combination {
  readonly document: SourceDocument;
  /** As the file says it, before defaults that depend on other keys. */
  readonly written: z.output<typeof firmSchema>;
  readonly firm: Firm;
  readonly rules: FirmRules;
}
