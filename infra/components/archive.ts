import * as storage from "@pulumi/azure-native/storage";
import type * as inputs from "@pulumi/azure-native/types/input";
import * as pulumi from "@pulumi/pulumi";
import { BlobStore, type BlobStoreArgs } from "./blob-store";

/** A legal duty to keep, and the container for it. */
export interface ArchiveDuration {
  /** Required. Name of the duty, `comptable10`; in lower case it is the container's name. */
  readonly name: string;
  /** Required. Years for which nothing in it can be altered or deleted, 1 to 399. */
  readonly years: number;
}

export interface ArchiveArgs extends Omit<
  BlobStoreArgs,
  "purpose" | "softDeleteDays" | "lifecycle" | "sasPolicy"
> {
  /** Required. What is kept how long; each once. */
  readonly durations: readonly ArchiveDuration[];
}

const softDeleteDays = 90;

/**
 * What the law has the firm keep: a container for each duration, in which a blob can be written once
 * and then neither altered nor deleted before its time. The law counts from the close of the fiscal
 * year and Azure from the day of writing, so a year that is archived after its close is kept long
 * enough. Policies are never locked here, because a lock cannot be undone and would forbid erasing a
 * firm that leaves; `az storage container immutability-policy lock` does it when the firm asks in
 * writing. A building block, not a certified archiving system (NF Z42-013). Costs as blobs do.
 */
export class Archive extends pulumi.ComponentResource {
  readonly accountId: pulumi.Output<string>;
  /** The account's blob service, which keeps logs. */
  readonly serviceId: pulumi.Output<string>;
  readonly accountName: pulumi.Output<string>;
  /** Names of the containers, in the order of the durations. */
  readonly containers: readonly string[];

  constructor(name: string, args: ArchiveArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:Archive", name, {}, opts);
    const { durations, ...store } = args;

    const { account, accountId, accountName, service } = new BlobStore(
      `${name}-store`,
      { ...store, purpose: "archive", softDeleteDays, lifecycle: [coolDown] },
      { parent: this },
    );

    this.containers = durations.map((duration) => {
      const containerName = duration.name.toLowerCase();
      const container = new storage.BlobContainer(
        `${name}-${containerName}`,
        {
          resourceGroupName: args.resourceGroupName,
          accountName,
          containerName,
          publicAccess: storage.PublicAccess.None,
        },
        // While it holds anything Azure deletes it with its whole account only, if at all.
        { parent: this, dependsOn: service, deletedWith: account },
      );
      // On the container, not on each version: such a container can be deleted, once its policy is,
      // when a firm leaves.
      new storage.BlobContainerImmutabilityPolicy(
        `${name}-${containerName}-policy`,
        {
          resourceGroupName: args.resourceGroupName,
          accountName,
          containerName: container.name,
          immutabilityPolicyName: "default",
          immutabilityPeriodSinceCreationInDays: daysOf(duration.years),
          allowProtectedAppendWrites: false,
        },
        // The provider cannot delete it: https://github.com/pulumi/pulumi-azure-native/issues/2156
        { parent: this, deletedWith: account, retainOnDelete: true },
      );
      return containerName;
    });

    this.serviceId = service.id;
    this.accountId = accountId;
    this.accountName = accountName;
    this.registerOutputs({ accountId });
  }
}

/** Days that no span of so many years exceeds. */
export function daysOf(years: number): number {
  return years * 365 + Math.ceil(years / 4);
}

// Not on to the archive tier, which accounts with copies in zones do not have, and from which a
// document that a tax inspector asks for takes hours to come back:
// https://learn.microsoft.com/azure/storage/blobs/access-tiers-overview#archive-access-tier
const coolDown: inputs.storage.ManagementPolicyRuleArgs = {
  name: "cool-down",
  enabled: true,
  type: storage.RuleType.Lifecycle,
  definition: {
    filters: { blobTypes: ["blockBlob"] },
    actions: {
      baseBlob: {
        tierToCool: { daysAfterModificationGreaterThan: 30 },
        tierToCold: { daysAfterModificationGreaterThan: 90 },
      },
    },
  },
};
