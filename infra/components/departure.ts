import * as storage from "@pulumi/azure-native/storage";
import * as pulumi from "@pulumi/pulumi";
import { BlobStore, expireAfter, type BlobStoreArgs } from "./blob-store";
import { grantRole } from "./role-grant";

export interface DepartureArgs extends Omit<
  BlobStoreArgs,
  "purpose" | "softDeleteDays" | "lifecycle" | "sasPolicy"
> {
  /** Required. Object id of the firm's supervisors, who fetch what is theirs. */
  readonly supervisorsId: pulumi.Input<string>;
}

/**
 * Days for which the firm can fetch its data; the Data Act (regulation 2023/2854, article 25) wants
 * thirty after the transition at the least.
 */
export const exportDays = 60;
const softDeleteDays = 7;

/**
 * Where a firm that leaves fetches its data: an account of its own, which its supervisors may read.
 * It goes with the firm's stack. Costs as blobs do.
 */
export class Departure extends pulumi.ComponentResource {
  readonly accountName: pulumi.Output<string>;
  readonly containerName: pulumi.Output<string>;
  /** What sends records of who fetched what. */
  readonly serviceId: pulumi.Output<string>;

  constructor(name: string, args: DepartureArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:Departure", name, {}, opts);
    const { owner, resourceGroupName, supervisorsId, ...store } = args;

    const { accountId, accountName, service } = new BlobStore(
      `${name}-store`,
      {
        ...store,
        owner,
        resourceGroupName,
        purpose: "export",
        softDeleteDays,
        lifecycle: [expireAfter(exportDays)],
      },
      { parent: this },
    );
    const container = new storage.BlobContainer(
      `${name}-export`,
      {
        resourceGroupName,
        accountName,
        containerName: "export",
        publicAccess: storage.PublicAccess.None,
      },
      { parent: this, dependsOn: service },
    );
    grantRole(
      `${name}-supervisors-read`,
      {
        owner,
        role: "storageBlobDataReader",
        scope: accountId,
        scopeWord: "export",
        principalId: supervisorsId,
        principalWord: "supervisors",
        principalType: "Group",
      },
      { parent: this },
    );

    this.serviceId = service.id;
    this.accountName = accountName;
    this.containerName = container.name;
    this.registerOutputs({ accountName });
  }
}
