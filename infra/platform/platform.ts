import type { Network } from "../azure/network";
import type { Region } from "../azure/regions";

/**
 * The provider's platform, complete: what `Pulumi.<environment>.yaml` says under `cabinet:`, parsed,
 * with every default applied. The keys are explained in `schema.ts`.
 */
export interface Platform {
  /** From the file's name: `prod` of `Pulumi.prod.yaml`. First part of every stack's name. */
  readonly environment: string;
  /** Name of the company that runs the platform. */
  readonly provider: string;
  /** Microsoft Entra tenant of users and key vaults: a GUID in lower case. */
  readonly tenant: string;
  /** Azure subscription of the platform's own resources: a GUID in lower case. */
  readonly subscription: string;
  /** Region of the hub; also the region of firms that name none. One of `allowedRegions`. */
  readonly location: Region;
  /** Regions in which firms' data may be; at least one. */
  readonly allowedRegions: readonly Region[];
  /** Address space of the hub network, /16 to /24. */
  readonly hubNetwork: Network;
  /** Address plan: every firm's network is a slice of it. Does not overlap the hub. */
  readonly firmNetworks: Network;
  /** Put on every resource that takes tags. */
  readonly tags: Readonly<Record<string, string>>;
  /** Days the log workspace keeps its records, 30 to 730. */
  readonly logRetentionDays: number;
  /** Where live runs keep their state. */
  readonly backend: Backend;
  /** What encrypts the secrets in live runs' state. */
  readonly secretsProvider: SecretsProvider;
}

/** `local`: a folder of the work tree, for trials. `remote`: a Pulumi backend URL such as `azblob://state`. */
export type Backend =
  { readonly kind: "local" } | { readonly kind: "remote"; readonly url: string };

/** `keyVault`: a Pulumi secrets provider URL in which `{firm}` stands for the firm's key. */
export type SecretsProvider =
  { readonly kind: "passphrase" } | { readonly kind: "keyVault"; readonly urlPattern: string };
