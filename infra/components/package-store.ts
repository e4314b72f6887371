import * as storage from "@pulumi/azure-native/storage";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Placement } from "./placement";

export interface PackageStoreArgs extends Placement {
  /** Required. What is put there, each with the file that holds its bytes. */
  readonly packages: readonly StoredPackage[];
  /** Required. Day on which the read links end, `2028-06-30`, at its first second, UTC. */
  readonly readableUntil: string;
  /** Required. Whether the region has zones. */
  readonly zones: boolean;
}

export interface StoredPackage {
  readonly name: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly file: string;
}

/**
 * Packages that the office's machines read their configuration from. They hold no secret and nothing of the firm's
 * files. Machines in an office can prove themselves to Azure by nothing but a link
 * (https://learn.microsoft.com/azure/governance/machine-configuration/how-to/develop-custom-package/5-access-package),
 * so this account, unlike any other, lets links be signed with its key and is reached from the internet; a link opens
 * one package for reading. `packageExceptions` sets guardrails aside for it until the links end. Costs cents.
 */
export class PackageStore extends pulumi.ComponentResource {
  /** Link to each package by its name: a secret, valid until the day in the arguments. */
  readonly links: Readonly<Record<string, pulumi.Output<string>>>;
  /** Its service, which tells who read what. */
  readonly serviceId: pulumi.Output<string>;

  constructor(name: string, args: PackageStoreArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:site:PackageStore", name, {}, opts);
    const { owner, location, resourceGroupName, tags } = args;
    const parent = { parent: this };

    const account = new storage.StorageAccount(
      `${name}-account`,
      {
        resourceGroupName,
        accountName: azureName("storageAccount", owner, "packages"),
        location,
        kind: storage.Kind.StorageV2,
        sku: { name: args.zones ? storage.SkuName.Standard_ZRS : storage.SkuName.Standard_GRS },
        accessTier: storage.AccessTier.Hot,
        minimumTlsVersion: storage.MinimumTlsVersion.TLS1_2,
        enableHttpsTrafficOnly: true,
        publicNetworkAccess: storage.PublicNetworkAccess.Enabled,
        networkRuleSet: {
          defaultAction: storage.DefaultAction.Allow,
          bypass: storage.Bypass.None,
        },
        allowSharedKeyAccess: true,
        defaultToOAuthAuthentication: true,
        allowBlobPublicAccess: false,
        allowCrossTenantReplication: false,
        isLocalUserEnabled: false,
        isSftpEnabled: false,
        encryption: {
          keySource: storage.KeySource.Microsoft_Storage,
          requireInfrastructureEncryption: true,
          services: { blob: { enabled: true, keyType: storage.KeyType.Account } },
        },
        tags,
      },
      parent,
    );
    const inAccount = { resourceGroupName, accountName: account.name };

    const service = new storage.BlobServiceProperties(
      `${name}-service`,
      {
        ...inAccount,
        blobServicesName: "default",
        isVersioningEnabled: true,
        deleteRetentionPolicy: { enabled: true, days: softDeleteDays },
        containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays },
      },
      parent,
    );
    const container = new storage.BlobContainer(
      `${name}-container`,
      {
        ...inAccount,
        containerName: "packages",
        publicAccess: storage.PublicAccess.None,
      },
      { parent: this, dependsOn: service },
    );

    this.links = Object.fromEntries(
      args.packages.map(({ name: word, sha256, file }) => {
        // Named after its content: what a machine reads is never overwritten.
        const blobName = `${word}-${sha256.slice(0, 16).toLowerCase()}.zip`;
        const blob = new storage.Blob(
          `${name}-${word}`,
          {
            ...inAccount,
            containerName: container.name,
            blobName,
            contentType: "application/zip",
            type: storage.BlobType.Block,
            source: new pulumi.asset.FileAsset(file),
          },
          parent,
        );
        return [word, this.linkTo(account, blob, blobName, args)];
      }),
    );
    this.serviceId = service.id;
    this.registerOutputs({ serviceId: this.serviceId });
  }

  private linkTo(
    account: storage.StorageAccount,
    blob: storage.Blob,
    blobName: string,
    { resourceGroupName, readableUntil }: PackageStoreArgs,
  ): pulumi.Output<string> {
    const { serviceSasToken } = storage.listStorageAccountServiceSASOutput(
      {
        resourceGroupName,
        accountName: account.name,
        canonicalizedResource: pulumi.interpolate`/blob/${account.name}/packages/${blobName}`,
        resource: storage.SignedResource.B,
        permissions: storage.Permissions.R,
        protocols: storage.HttpProtocol.Https,
        // Fixed, so that the same day makes the same link.
        sharedAccessStartTime: linksStart,
        sharedAccessExpiryTime: `${readableUntil}T00:00:00Z`,
        keyToSign: "key1",
      },
      { parent: this, dependsOn: [blob] },
    );
    return pulumi.secret(
      pulumi.interpolate`https://${account.name}.blob.core.windows.net/packages/${blobName}?${serviceSasToken}`,
    );
  }
}

const softDeleteDays = 7;

const linksStart = "2026-01-01T00:00:00Z";
