import * as storage from "@pulumi/azure-native/storage";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import { closedAccount } from "./closed-account";
import { fileProtocol, shareSkus, type FileStoreArgs } from "./file-store";
import { PrivateEndpoint } from "./private-endpoint";

export type RehearsalStoreArgs = Pick<
  FileStoreArgs,
  | "owner"
  | "location"
  | "resourceGroupName"
  | "tags"
  | "redundancy"
  | "encryption"
  | "keyReady"
  | "endpoint"
>;

/**
 * Where copies are restored to for practice: an account of the same kind as the client files', empty but for the hours
 * of a rehearsal. It keeps nothing that was deleted, for what lies in it is only ever a copy. Costs its endpoint, and
 * a share by the provisioned gibibyte for those hours.
 */
export class RehearsalStore extends pulumi.ComponentResource {
  readonly accountId: pulumi.Output<string>;
  readonly accountName: pulumi.Output<string>;
  /** The account's file service, which keeps logs. */
  readonly serviceId: pulumi.Output<string>;

  constructor(name: string, args: RehearsalStoreArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:RehearsalStore", name, {}, opts);
    const { owner, location, resourceGroupName, tags } = args;

    const account = new storage.StorageAccount(
      `${name}-account`,
      {
        resourceGroupName,
        location,
        tags,
        ...closedAccount(args.encryption),
        accountName: azureName("storageAccount", owner, "rehearsal"),
        kind: storage.Kind.FileStorage,
        sku: { name: shareSkus[args.redundancy] },
        // As at the client files' account: Azure Backup writes as a trusted service, with the account's key.
        networkRuleSet: {
          defaultAction: storage.DefaultAction.Deny,
          bypass: storage.Bypass.AzureServices,
        },
        allowSharedKeyAccess: true,
      },
      { parent: this, dependsOn: args.keyReady },
    );

    const service = new storage.FileServiceProperties(
      `${name}-service`,
      {
        resourceGroupName,
        accountName: account.name,
        fileServicesName: "default",
        protocolSettings: fileProtocol,
        shareDeleteRetentionPolicy: { enabled: false },
      },
      { parent: this },
    );

    new PrivateEndpoint(
      `${name}-private`,
      {
        owner,
        location,
        resourceGroupName,
        tags,
        purpose: "rehearsal",
        targetId: account.id,
        service: "file",
        place: args.endpoint,
      },
      { parent: this },
    );

    this.accountId = account.id;
    this.accountName = account.name;
    this.serviceId = service.id;
    this.registerOutputs({ accountId: this.accountId });
  }
}
