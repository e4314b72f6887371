import * as storage from "@pulumi/azure-native/storage";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Identity } from "../firm/firm";
import { closedAccount } from "./closed-account";
import type { StorageEncryption } from "./firm-key";
import type { Placement } from "./placement";
import { PrivateEndpoint, type EndpointPlace } from "./private-endpoint";

export interface FileStoreArgs extends Placement {
  /** Required. What the share holds; its name, and part of the account's. */
  readonly purpose: "profiles" | "dossiers";
  /** Required. Provisioned size, 100 to 102,400 GiB; it decides price and speed alike. */
  readonly quotaGiB: number;
  /**
   * Required. Copies in one datacentre, or in three zones. `geo` is three zones too: no premium share
   * has copies in a second region, the backup's vault has them.
   */
  readonly redundancy: "local" | "zone" | "geo";
  /** Required. Whether a backup vault takes copies of the share, for which it needs the account's key. */
  readonly vaultCopies: boolean;
  /** Required. What users' tickets come from. */
  readonly identity: Identity["mode"];
  /** Required. The firm's key; the account waits for `keyReady`. */
  readonly encryption: StorageEncryption;
  readonly keyReady: pulumi.Resource;
  /** Required. Where its private endpoint goes. */
  readonly endpoint: EndpointPlace;
}

export const shareSkus = {
  local: storage.SkuName.Premium_LRS,
  zone: storage.SkuName.Premium_ZRS,
  geo: storage.SkuName.Premium_ZRS,
} as const;

// Hybrid users too get their tickets from Entra, which knows them by synchronisation: an account that
// joined the firm's own domain would stop answering when its password expires there.
const directories = {
  entra: storage.DirectoryServiceOptions.AADKERB,
  hybrid: storage.DirectoryServiceOptions.AADKERB,
  domainServices: storage.DirectoryServiceOptions.AADDS,
} as const;

const shareSoftDeleteDays = 14;

/**
 * One SMB share on solid-state disks in an account of its own: reached over its private endpoint
 * only, with Kerberos, the strongest encryption SMB has and the firm's own key at rest. Costs by the provisioned gibibyte.
 */
export class FileStore extends pulumi.ComponentResource {
  readonly accountId: pulumi.Output<string>;
  readonly accountName: pulumi.Output<string>;
  /** The account's file service, which Azure measures. */
  readonly serviceId: pulumi.Output<string>;
  readonly shareId: pulumi.Output<string>;
  readonly shareName: pulumi.Output<string>;
  /** As Windows writes it: `\\account.file.core.windows.net\dossiers`. */
  readonly uncPath: pulumi.Output<string>;

  constructor(name: string, args: FileStoreArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:FileStore", name, {}, opts);
    const { owner, location, resourceGroupName, tags, purpose } = args;

    const account = new storage.StorageAccount(
      `${name}-account`,
      { resourceGroupName, location, tags, ...accountSettings(args) },
      { parent: this, dependsOn: args.keyReady },
    );

    const service = new storage.FileServiceProperties(
      `${name}-service`,
      { resourceGroupName, accountName: account.name, ...serviceSettings },
      { parent: this },
    );

    const share = new storage.FileShare(
      `${name}-share`,
      {
        resourceGroupName,
        accountName: account.name,
        shareName: purpose,
        accessTier: storage.ShareAccessTier.Premium,
        enabledProtocols: storage.EnabledProtocols.SMB,
        shareQuota: args.quotaGiB,
      },
      // Azure answers 409 when a share and its service's settings change at once. With its account it goes whole,
      // snapshots that a backup holds included.
      { parent: this, dependsOn: service, deletedWith: account },
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
        service: "file",
        place: args.endpoint,
      },
      { parent: this },
    );

    this.accountId = account.id;
    this.accountName = account.name;
    this.serviceId = service.id;
    this.shareId = share.id;
    this.shareName = share.name;
    this.uncPath = pulumi.interpolate`\\\\${account.name}.file.core.windows.net\\${share.name}`;
    this.registerOutputs({ shareId: this.shareId, uncPath: this.uncPath });
  }
}

type OwnSettings = Omit<storage.StorageAccountArgs, "resourceGroupName" | "location" | "tags">;

function accountSettings(args: FileStoreArgs): OwnSettings {
  return {
    ...closedAccount(args.encryption),
    accountName: azureName("storageAccount", args.owner, args.purpose),
    kind: storage.Kind.FileStorage,
    sku: { name: shareSkus[args.redundancy] },
    networkRuleSet: {
      defaultAction: storage.DefaultAction.Deny,
      // Azure Backup reads an account closed to the internet as a trusted service only:
      // https://learn.microsoft.com/azure/backup/backup-azure-files#prerequisites
      bypass: storage.Bypass.AzureServices,
    },
    // Azure Backup copies shares to the vault with the account's key (azure-file-share-support-matrix,
    // February 2025). Nobody else gets it: no role given here may list keys, and SMB takes Kerberos alone.
    allowSharedKeyAccess: args.vaultCopies,
    azureFilesIdentityBasedAuthentication: {
      directoryServiceOptions: directories[args.identity],
      defaultSharePermission: storage.DefaultSharePermission.None,
    },
  };
}

/** What every file service of a firm speaks. */
export const fileProtocol = {
  smb: {
    versions: "SMB3.1.1",
    authenticationMethods: "Kerberos",
    kerberosTicketEncryption: "AES-256",
    channelEncryption: "AES-256-GCM",
    multichannel: { enabled: true },
  },
};

const serviceSettings = {
  fileServicesName: "default",
  protocolSettings: fileProtocol,
  shareDeleteRetentionPolicy: { enabled: true, days: shareSoftDeleteDays },
};
