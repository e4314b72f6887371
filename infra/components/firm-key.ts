import * as compute from "@pulumi/azure-native/compute";
import * as keyvault from "@pulumi/azure-native/keyvault";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import type * as inputs from "@pulumi/azure-native/types/input";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Placement } from "./placement";
import { grantRole } from "./role-grant";

export interface FirmKeyArgs extends Placement {
  /** Required. The firm's vault, in the group of the placement. */
  readonly vaultId: pulumi.Input<string>;
  readonly vaultName: pulumi.Input<string>;
}

/** What a storage account needs to encrypt with the firm's key. */
export interface StorageEncryption {
  readonly identity: inputs.storage.IdentityArgs;
  readonly encryption: Pick<
    inputs.storage.EncryptionArgs,
    "keySource" | "encryptionIdentity" | "keyVaultProperties"
  >;
}

/**
 * The one key that all of the firm's data is encrypted with: disks, storage accounts, later backups.
 * Renewed every year; Azure then wraps the data's own keys anew, so nobody waits and nothing is lost.
 * Destroying it is the firm's cryptographic erasure, of copies too that are out of reach otherwise.
 * The vault keeps a deleted key for 90 days and gives nobody the right to purge it earlier: the data
 * is unreadable at once, and unreadable for good after those days. A grant takes Azure minutes to
 * spread: what is refused for want of it in a firm's first deployment is made by the next. Costs by
 * the ten thousand uses.
 */
export class FirmKey extends pulumi.ComponentResource {
  /** Encrypts managed disks. */
  readonly diskEncryptionSetId: pulumi.Output<string>;
  readonly keyId: pulumi.Output<string>;
  /** For a storage account, which may be made only once the identity may use the key. */
  readonly forStorage: StorageEncryption;
  readonly ready: pulumi.Resource;

  constructor(name: string, args: FirmKeyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:FirmKey", name, {}, opts);
    const { owner, location, resourceGroupName, tags, vaultId, vaultName } = args;
    const keyName = azureName("key", owner, "data");

    const key = new keyvault.Key(
      `${name}-key`,
      { resourceGroupName, vaultName, keyName, properties: keyProperties, tags },
      // Azure has no way to delete a key from outside the vault; it goes with the vault.
      { parent: this, retainOnDelete: true },
    );

    const identity = new managedidentity.UserAssignedIdentity(
      `${name}-user`,
      {
        resourceGroupName,
        resourceName: azureName("managedIdentity", owner, "key"),
        location,
        tags,
      },
      { parent: this },
    );

    const grant = grantRole(
      `${name}-use`,
      {
        owner,
        role: "keyVaultCryptoServiceEncryptionUser",
        scope: key.id,
        scopeWord: "key-data",
        principalId: identity.principalId,
        principalWord: "key-user",
        principalType: "ServicePrincipal",
      },
      { parent: this },
    );

    const disks = new compute.DiskEncryptionSet(
      `${name}-disks`,
      {
        resourceGroupName,
        diskEncryptionSetName: azureName("diskEncryptionSet", owner),
        location,
        encryptionType: compute.DiskEncryptionSetType.EncryptionAtRestWithCustomerKey,
        rotationToLatestKeyVersionEnabled: true,
        activeKey: { keyUrl: key.keyUriWithVersion, sourceVault: { id: vaultId } },
        identity: {
          type: compute.DiskEncryptionSetIdentityType.UserAssigned,
          userAssignedIdentities: [identity.id],
        },
        tags,
      },
      // Azure wants a version here and then moves on to newer ones by itself.
      { parent: this, dependsOn: grant, ignoreChanges: ["activeKey"] },
    );

    this.keyId = key.id;
    this.diskEncryptionSetId = disks.id;
    this.ready = grant;
    this.forStorage = {
      identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
      encryption: {
        keySource: "Microsoft.Keyvault",
        encryptionIdentity: { encryptionUserAssignedIdentity: identity.id },
        // Without a version: the account takes each new one within a day.
        keyVaultProperties: {
          keyName,
          keyVaultUri: pulumi.interpolate`https://${vaultName}.vault.azure.net`,
        },
      },
    };
    this.registerOutputs({ keyId: this.keyId });
  }
}

// RSA, because disks and storage take no other; 3072 bits, which ANSSI's guide PG-083 asks for when
// it has to hold beyond 2030. No date of expiry: if a renewal failed, the firm would be
// locked out of its own data on that day.
const keyProperties = {
  kty: keyvault.JsonWebKeyType.RSA,
  keySize: 3072,
  keyOps: [keyvault.JsonWebKeyOperation.WrapKey, keyvault.JsonWebKeyOperation.UnwrapKey],
  attributes: { enabled: true, exportable: false },
  rotationPolicy: {
    lifetimeActions: [
      {
        action: { type: keyvault.KeyRotationPolicyActionType.Rotate },
        trigger: { timeAfterCreate: "P1Y" },
      },
    ],
  },
};
