import type { Network } from "../azure/network";
import type { Region } from "../azure/regions";
import type { Today, Weekday } from "../document/calendar-date";
import type { RuleException } from "../rules/exceptions";
import type { LicencePrices } from "../firm/licences";
import type { Budget, Tenancy, TimeRange, WebService } from "../firm/firm";

/**
 * The provider's platform, complete: what `Pulumi.<environment>.yaml` says under `cabinet:`, parsed,
 * with every default applied. The keys are explained in `schema.ts`.
 */
export interface Platform {
  /** From the file's name: `prod` of `Pulumi.prod.yaml`. First part of every stack's name. */
  readonly environment: string;
  /** Name of the company that runs the platform. */
  readonly provider: string;
  /** Second level of support: whom firms call, and who is told of alerts. */
  readonly support: SupportContact;
  /** Microsoft Entra tenant of users and key vaults: a GUID in lower case. */
  readonly tenant: string;
  /** Whose tenant that is: the provider's, which holds the users of all its firms, or one firm's own. */
  readonly tenancy: Tenancy;
  /** Whether firms' subscriptions are enrolled in per-user access pricing; with the provider's tenant they always are. */
  readonly perUserAccess: "none" | "enrolled";
  /** Azure subscription of the platform's own resources: a GUID in lower case. */
  readonly subscription: string;
  /** Region of the hub; also the region of firms that name none. One of `allowedRegions`. */
  readonly location: Region;
  /** Regions in which firms' data may be; at least one. */
  readonly allowedRegions: readonly Region[];
  /** Address space of the hub network, /16 to /24; `hubSubnets` cuts it up. */
  readonly hubNetwork: Network;
  /** Address plan: every firm's network is a slice of it. Does not overlap the hub. */
  readonly firmNetworks: Network;
  /** Tunnels to firms' offices. */
  readonly vpnGateway: VpnGateway;
  /** What firms' hosts send out, filtered by name; without it each firm's NAT gateway sends it. */
  readonly firewall: Firewall;
  /** Names that the firewall lets firms' hosts reach for vendors' services; without a firewall nobody asks for them. */
  readonly serviceHosts: Readonly<Partial<Record<WebService, readonly string[]>>>;
  /** Console of machines for the provider's engineers, through the browser. */
  readonly bastion: Bastion;
  /** Plans of Defender for Cloud in every subscription; one that is not named stays as it is. */
  readonly defender: Defender;
  /** What new generations of session hosts are built from. */
  readonly image: HostImage;
  /** When servers are patched, once a week; outside of every firm's hours. */
  readonly maintenance: MaintenanceWindow;
  /** Day whose week's schedules are deployed. Undated, ordinary weeks are deployed all year and nothing goes by its date. */
  readonly today: Today;
  /** Price list of licences, for firms that name no price of their own. */
  readonly licences: LicencePrices;
  /** Put on every resource that takes tags. */
  readonly tags: Readonly<Record<string, string>>;
  /** Days the platform's own log workspace keeps its records, 30 to 730; firms have presets. */
  readonly logRetentionDays: number;
  /** What the platform's own subscription may cost. */
  readonly budget: Budget;
  /** Entra group of the accounts that must always get in: no rule of access counts for them. Undefined: no such rules. */
  readonly breakGlassGroup: string | undefined;
  /** Where live runs keep their state. */
  readonly backend: Backend;
  /** What encrypts the secrets in live runs' state. */
  readonly secretsProvider: SecretsProvider;
  /** Guardrails set aside for the platform and all its firms. */
  readonly exceptions: readonly RuleException[];
}

export interface SupportContact {
  readonly email: string;
  /** As people dial it, `+33 4 76 00 00 00`; empty where there is none. */
  readonly phone: string;
}

/** `local`: a folder of the work tree, for trials. `remote`: a Pulumi backend URL such as `azblob://state`. */
export type Backend =
  { readonly kind: "local" } | { readonly kind: "remote"; readonly url: string };

/** `keyVault`: a Pulumi secrets provider URL in which `{firm}` stands for the firm's key. */
export type SecretsProvider =
  { readonly kind: "passphrase" } | { readonly kind: "keyVault"; readonly urlPattern: string };

/** Azure's name of the size; each spans the zones. */
export type VpnGateway = "none" | "VpnGw1AZ" | "VpnGw2AZ" | "VpnGw3AZ";

/** Azure's name of the tier; Basic can neither answer DNS for hosts nor refuse known bad addresses. */
export type Firewall = "none" | "Standard" | "Premium";

export type Bastion = "none" | "Basic" | "Standard";

/** P1 protects machines as Defender for Endpoint does; P2 searches their disks and files as well. */
export interface Defender {
  readonly servers?: "off" | "P1" | "P2" | undefined;
  readonly storage?: "off" | "on" | undefined;
  readonly keyVaults?: "off" | "on" | undefined;
}

/** Windows for session hosts: Microsoft's image, or one of the platform's own gallery. */
export interface HostImage {
  readonly source: "marketplace" | "gallery";
  /** Exact version, `26100.3775.250406`. */
  readonly version: string;
  /** Where a version of the gallery is: in every region that firms may be in. Undefined of Microsoft's image. */
  readonly regions?: readonly Region[] | undefined;
}

/** Weekly, Europe/Paris, 90 to 235 minutes long as Azure's maintenance configurations demand. */
export interface MaintenanceWindow {
  readonly day: Weekday;
  readonly hours: TimeRange;
}
