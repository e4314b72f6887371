import type { GuardrailCase } from "../support/case";
import { set, without } from "../support/change";

export const dataCases: readonly GuardrailCase[] = [
  {
    rule: "private-stores",
    what: "a store opened for a migration",
    change: set("dossiers-account", { publicNetworkAccess: "Enabled" }),
    met: ['dossiers-account: publicNetworkAccess is "Enabled"'],
  },
  {
    rule: "private-stores",
    what: "a vault with network rules that let everybody in",
    change: set("keys-vault", { "properties.networkAcls": undefined }),
    met: ["keys-vault: properties.networkAcls.defaultAction is not set"],
  },
  {
    rule: "private-stores",
    what: "a vault of backups that anybody may ask",
    change: set("recovery-vault", { "properties.publicNetworkAccess": "Enabled" }),
    met: ['recovery-vault: properties.publicNetworkAccess is "Enabled"'],
  },
  {
    rule: "private-stores",
    what: "a store that nothing reaches",
    change: without("profiles-private-endpoint"),
    met: ["profiles-account: no private endpoint reaches it"],
  },
  { rule: "private-stores", what: "the landing of files during a move", of: "petit", met: [] },
  {
    rule: "transport-encryption",
    what: "an account that speaks an old TLS, in clear too",
    change: set("archive-store-account", {
      minimumTlsVersion: "TLS1_0",
      enableHttpsTrafficOnly: false,
    }),
    met: [
      "archive-store-account: enableHttpsTrafficOnly is false",
      'archive-store-account: minimumTlsVersion is "TLS1_0"',
    ],
  },
  {
    rule: "transport-encryption",
    what: "a newer TLS",
    change: set("dossiers-account", { minimumTlsVersion: "TLS1_3" }),
    met: [],
  },
  {
    rule: "anonymous-blobs",
    what: "a container on the web",
    of: "petit",
    change: set("landing-disk", { publicAccess: "Blob" }),
    met: ['landing-disk: publicAccess is "Blob"'],
  },
  {
    rule: "anonymous-blobs",
    what: "an account that would allow one, and copies into other tenants",
    change: set("archive-store-account", {
      allowBlobPublicAccess: true,
      allowCrossTenantReplication: undefined,
    }),
    met: [
      "archive-store-account: allowBlobPublicAccess is true",
      "archive-store-account: allowCrossTenantReplication is not set",
    ],
  },
  { rule: "anonymous-blobs", what: "archives", of: "rousseau", met: [] },
  {
    rule: "shared-keys",
    what: "profiles by a key that every host would know",
    change: set("profiles-account", { allowSharedKeyAccess: undefined }),
    met: ["profiles-account: allowSharedKeyAccess is not set"],
  },
  {
    rule: "shared-keys",
    what: "an account that only snapshots protect",
    change: set("recovery-dossiers-policy", { "properties.vaultRetentionPolicy": undefined }),
    met: ["dossiers-account: allowSharedKeyAccess is true"],
  },
  { rule: "shared-keys", what: "an account that Azure Backup copies from", met: [] },
  {
    rule: "firm-keys",
    what: "Microsoft's key",
    change: set("dossiers-account", { encryption: { keySource: "Microsoft.Storage" } }),
    met: ['dossiers-account: encryption.keySource is "Microsoft.Storage"'],
  },
  {
    rule: "firm-keys",
    what: "another firm's key",
    change: set("dossiers-account", {
      "encryption.keyVaultProperties.keyVaultUri":
        "https://kv-pro-mor-main-2906bh8c.vault.azure.net",
    }),
    met: [
      "dossiers-account: its key is in https://kv-pro-mor-main-2906bh8c.vault.azure.net, which is not this firm's vault",
    ],
  },
  {
    rule: "firm-keys",
    what: "disks under Microsoft's key",
    of: "moreau",
    change: (resources) =>
      set("files-data-disk", { encryption: undefined })(
        set("files-vm", { "storageProfile.osDisk.managedDisk.diskEncryptionSet": undefined })(
          resources,
        ),
      ),
    met: [
      "files-vm: storageProfile.osDisk.managedDisk.diskEncryptionSet.id is not set",
      "files-data-disk: encryption.type is not set",
    ],
  },
  { rule: "firm-keys", what: "accounts, disks and machines", of: "moreau", met: [] },
  {
    rule: "store-redundancy",
    what: "one data centre",
    change: set("dossiers-account", { "sku.name": "Premium_LRS" }),
    met: ['dossiers-account: sku.name is "Premium_LRS"'],
  },
  {
    rule: "store-redundancy",
    what: "one data centre where there are no zones",
    change: set("dossiers-account", { "sku.name": "Premium_LRS", location: "francesouth" }),
    circumstances: { allowedRegions: ["francecentral", "francesouth"] },
    met: [],
  },
  {
    rule: "soft-delete",
    what: "a share that is gone when it is deleted",
    change: set("dossiers-service", { shareDeleteRetentionPolicy: undefined }),
    met: ["dossiers-service: shareDeleteRetentionPolicy.enabled is not set"],
  },
  {
    rule: "soft-delete",
    what: "a weekend to notice it",
    change: set("archive-store-service", { "deleteRetentionPolicy.days": 2 }),
    met: ["archive-store-service: deleteRetentionPolicy.days is 2"],
  },
  { rule: "soft-delete", what: "the landing", of: "petit", met: [] },
  {
    rule: "archive-lock",
    what: "books that can be changed",
    change: without("archive-comptable10-policy"),
    met: ["archive-comptable10: its content can be changed and deleted"],
  },
  { rule: "archive-lock", what: "the landing, whose files go", of: "petit", met: [] },
  {
    rule: "share-protocol",
    what: "old dialects",
    change: set("profiles-service", {
      "protocolSettings.smb.versions": "SMB2.1;SMB3.1.1",
      "protocolSettings.smb.kerberosTicketEncryption": "RC4-HMAC;AES-256",
    }),
    met: [
      'profiles-service: protocolSettings.smb.versions is "SMB2.1;SMB3.1.1"',
      'profiles-service: protocolSettings.smb.kerberosTicketEncryption is "RC4-HMAC;AES-256"',
    ],
  },
  { rule: "share-protocol", what: "both shares", of: "rousseau", met: [] },
  {
    rule: "local-users",
    what: "SFTP for a vendor",
    of: "petit",
    change: set("landing-store-account", { isSftpEnabled: true, isLocalUserEnabled: true }),
    met: [
      "landing-store-account: isSftpEnabled is true",
      "landing-store-account: isLocalUserEnabled is true",
    ],
  },
  { rule: "local-users", what: "a landing for tokens", of: "petit", met: [] },
  {
    rule: "deletion-lock",
    what: "backups that one command removes",
    change: without("locks-recovery"),
    met: ["recovery-vault: no lock keeps it from being deleted"],
  },
  {
    rule: "deletion-lock",
    what: "a lock of another resource",
    change: set("locks-keys", { scope: "/subscriptions/x/resourceGroups/y" }),
    met: ["keys-vault: no lock keeps it from being deleted"],
  },
  {
    rule: "deletion-lock",
    what: "a firm that leaves",
    change: without("locks-recovery", "locks-keys", "locks-dossiers", "locks-profiles"),
    circumstances: { leaving: true },
    met: [],
  },
  {
    rule: "key-vault-protection",
    what: "a key that can be deleted for ever",
    change: set("keys-vault", {
      "properties.enablePurgeProtection": undefined,
      "properties.softDeleteRetentionInDays": 7,
    }),
    met: [
      "keys-vault: properties.enablePurgeProtection is not set",
      "keys-vault: properties.softDeleteRetentionInDays is 7",
    ],
  },
  { rule: "key-vault-protection", what: "a firm's vault", of: "petit", met: [] },
];
