import type { Address } from "../azure/network";
import type { Firm } from "../firm/firm";
import type { Site } from "../firm/site";

export type KitLanguage = "fr" | "en";

/** What a kit is made of. */
export interface KitWish {
  readonly firm: Firm;
  readonly site: Site;
  /** Of the work order and of what the check says; scripts themselves speak French. */
  readonly language: KitLanguage;
  /** The platform's environment, `prod`: a part of names in Azure. */
  readonly environment: string;
  /** Entra tenant of the platform: a GUID. */
  readonly tenant: string;
  /** Inbound address of the platform's DNS resolver, which knows the names of private endpoints. */
  readonly resolver: Address;
}
