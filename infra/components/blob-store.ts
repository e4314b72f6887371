import * as storage from "@pulumi/azure-native/storage";
import type * as inputs from "@pulumi/azure-native/types/input";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import { closedAccount } from "./closed-account";
import type { StorageEncryption } from "./firm-key";
import type { Placement } from "./placement";
import { PrivateEndpoint, type EndpointPlace } from "./private-endpoint";

/** Where copies are: in three zones, in a second region too, or there alone where a region has no zones. */
export type BlobCopies = "zone" | "zoneAndRegion" | "region";

export interface BlobStoreArgs extends Placement {
  /** Required. What it holds, in one word; part of the account's name. */
  readonly purpose: string;
  /** Required. Where its copies are; never in one data centre alone. */
  readonly copies: BlobCopies;
  /** Required. Days for which deleted blobs and containers can be had back, 1 to 365. */
  readonly softDeleteDays: number;
  /** How long a shared access signature may last at most. Default: nothing is said, as none can be made. */
  readonly sasPolicy?: inputs.storage.SasPolicyArgs;
  /** Services of Microsoft's that may reach it in spite of the closed network. Default none. */
  readonly bypass?: storage.Bypass;
  /** Required. What happens to blobs as they grow older. */
  readonly lifecycle: readonly inputs.storage.ManagementPolicyRuleArgs[];
  /** Required. The firm's key; the account waits for `keyReady`. */
  readonly encryption: StorageEncryption;
  readonly keyReady: pulumi.Resource;
  /** Required. Where its private endpoint goes. */
  readonly endpoint: EndpointPlace;
}

const skus = {
  zone: storage.SkuName.Standard_ZRS,
  zoneAndRegion: storage.SkuName.Standard_GZRS,
  region: storage.SkuName.Standard_GRS,
} as const;

/**
 * An account for blobs: reached over its private endpoint only, by Entra identities only; what is
 * overwritten or deleted can be had back. Costs by the gigabyte kept and by the ten thousand calls.
 */
export class BlobStore extends pulumi.ComponentResource {
  readonly accountId: pulumi.Output<string>;
  readonly accountName: pulumi.Output<string>;
  readonly account: pulumi.Resource;
  /** Containers wait for it: Azure answers 409 when a container and its service change at once. */
  readonly service: storage.BlobServiceProperties;

  constructor(name: string, args: BlobStoreArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:BlobStore", name, {}, opts);
    const { owner, location, resourceGroupName, tags, purpose, sasPolicy, bypass } = args;
    const softDelete = { enabled: true, days: args.softDeleteDays };

    const account = new storage.StorageAccount(
      `${name}-account`,
      {
        ...closedAccount(args.encryption),
        ...(bypass === undefined
          ? {}
          : { networkRuleSet: { defaultAction: storage.DefaultAction.Deny, bypass } }),
        resourceGroupName,
        accountName: azureName("storageAccount", owner, purpose),
        location,
        kind: storage.Kind.StorageV2,
        sku: { name: skus[args.copies] },
        accessTier: storage.AccessTier.Hot,
        ...(sasPolicy === undefined ? {} : { sasPolicy }),
        tags,
      },
      { parent: this, dependsOn: args.keyReady },
    );
    const inAccount = { resourceGroupName, accountName: account.name };

    this.service = new storage.BlobServiceProperties(
      `${name}-service`,
      {
        ...inAccount,
        blobServicesName: "default",
        isVersioningEnabled: true,
        deleteRetentionPolicy: softDelete,
        containerDeleteRetentionPolicy: softDelete,
      },
      { parent: this },
    );

    new storage.ManagementPolicy(
      `${name}-lifecycle`,
      {
        ...inAccount,
        managementPolicyName: "default",
        policy: { rules: [...args.lifecycle] },
      },
      { parent: this, dependsOn: this.service },
    );

    new PrivateEndpoint(
      `${name}-private`,
      {
        owner,
        location,
        resourceGroupName,
        tags,
        purpose,
        targetId: account.id,
        service: "blob",
        place: args.endpoint,
      },
      { parent: this },
    );

    this.account = account;
    this.accountId = account.id;
    this.accountName = account.name;
    this.registerOutputs({ accountId: this.accountId });
  }
}

/** Deletes each blob, and each former version of one, so many days after it was written. */
export function expireAfter(days: number): inputs.storage.ManagementPolicyRuleArgs {
  return {
    name: "expire",
    enabled: true,
    type: storage.RuleType.Lifecycle,
    definition: {
      filters: { blobTypes: ["blockBlob"] },
      actions: {
        baseBlob: { delete: { daysAfterModificationGreaterThan: days } },
        version: { delete: { daysAfterCreationGreaterThan: days } },
      },
    },
  };
}
