import * as storage from "@pulumi/azure-native/storage";
import type { StorageEncryption } from "./firm-key";

type Settings = Omit<
  storage.StorageAccountArgs,
  "resourceGroupName" | "location" | "tags" | "accountName" | "kind" | "sku"
>;

/**
 * What every storage account of a firm has in common: nobody outside reaches it, nobody holds a key
 * of it, and it is encrypted twice, once with the firm's own key. Each exception stands, with its
 * reason, with the component that needs it.
 */
export function closedAccount({ identity, encryption }: StorageEncryption): Settings {
  return {
    identity,
    minimumTlsVersion: storage.MinimumTlsVersion.TLS1_2,
    enableHttpsTrafficOnly: true,
    publicNetworkAccess: storage.PublicNetworkAccess.Disabled,
    networkRuleSet: { defaultAction: storage.DefaultAction.Deny, bypass: storage.Bypass.None },
    allowSharedKeyAccess: false,
    defaultToOAuthAuthentication: true,
    allowBlobPublicAccess: false,
    allowCrossTenantReplication: false,
    isLocalUserEnabled: false,
    isSftpEnabled: false,
    encryption: {
      ...encryption,
      requireInfrastructureEncryption: true,
      services: {
        blob: { enabled: true, keyType: storage.KeyType.Account },
        file: { enabled: true, keyType: storage.KeyType.Account },
      },
    },
  };
}
