import { FileStore, type FileStoreArgs } from "../../infra/components/file-store";
import { firmKey } from "../support/components";
import { placement } from "../support/builders";
import { counted, inputsOf, named, registered } from "../support/harness";

type Changes = Partial<Omit<FileStoreArgs, "encryption" | "keyReady">>;

const args = (changes: Changes = {}): Omit<FileStoreArgs, "encryption" | "keyReady"> => ({
  ...placement(),
  purpose: "dossiers",
  quotaGiB: 100,
  redundancy: "zone",
  vaultCopies: false,
  identity: "entra",
  endpoint: { subnetId: "subnet-id", zoneId: "zone-id" },
  ...changes,
});

const record = async (changes?: Changes) => {
  const list = await registered(() => {
    const key = firmKey();
    new FileStore("dossiers", {
      ...args(changes),
      encryption: key.forStorage,
      keyReady: key.ready,
    });
  });
  return list.filter(({ name }) => !name.startsWith("key"));
};

describe("FileStore", () => {
  test("defaults: an account, its service, one share, one private endpoint", async () => {
    const list = await record();
    expect(counted(list)).toEqual({
      "cabinet:firm:FileStore": 1,
      "cabinet:network:PrivateEndpoint": 1,
      "network:PrivateDnsZoneGroup": 1,
      "network:PrivateEndpoint": 1,
      "storage:FileServiceProperties": 1,
      "storage:FileShare": 1,
      "storage:StorageAccount": 1,
    });
    expect(inputsOf(list, "dossiers-share")).toMatchObject({
      shareName: "dossiers",
      shareQuota: 100,
      accessTier: "Premium",
      enabledProtocols: "SMB",
    });
    expect(inputsOf(list, "dossiers-account")).toMatchObject({
      kind: "FileStorage",
      sku: { name: "Premium_ZRS" },
      location: "francecentral",
      tags: { firm: "dupont" },
    });
  });

  test("everything: purpose, size and redundancy reach Azure", async () => {
    const list = await record({ purpose: "profiles", quotaGiB: 1234, redundancy: "local" });
    expect(inputsOf(list, "dossiers-share")).toMatchObject({
      shareName: "profiles",
      shareQuota: 1234,
    });
    expect(inputsOf(list, "dossiers-account")).toMatchObject({ sku: { name: "Premium_LRS" } });
  });

  test("everything (STO-16): geo is three zones here, the second region is the vault's", async () => {
    const list = await record({ redundancy: "geo" });
    expect(inputsOf(list, "dossiers-account")).toMatchObject({ sku: { name: "Premium_ZRS" } });
  });

  test.each([
    ["entra", "AADKERB"],
    ["hybrid", "AADKERB"],
    ["domainServices", "AADDS"],
  ] as const)("everything (AVD-063): %s users show tickets of %s", async (identity, directory) => {
    expect(inputsOf(await record({ identity }), "dossiers-account")).toMatchObject({
      azureFilesIdentityBasedAuthentication: {
        directoryServiceOptions: directory,
        defaultSharePermission: "None",
      },
    });
  });

  test("hardened (STO-10): only the vault's copies, where there are any, may use the account's key", async () => {
    for (const vaultCopies of [true, false])
      expect(inputsOf(await record({ vaultCopies }), "dossiers-account")).toMatchObject({
        allowSharedKeyAccess: vaultCopies,
      });
  });

  test("hardened (AVD-114, AVD-115, STO-01, STO-06, STO-07): closed to the internet, Kerberos and AES-256 only, deleted shares restorable", async () => {
    const list = await record();
    const account = named(list, "dossiers-account");
    expect(account.inputs).toMatchObject({
      publicNetworkAccess: "Disabled",
      networkRuleSet: { defaultAction: "Deny", bypass: "AzureServices" },
      minimumTlsVersion: "TLS1_2",
      enableHttpsTrafficOnly: true,
      allowBlobPublicAccess: false,
      allowCrossTenantReplication: false,
      allowSharedKeyAccess: false,
      defaultToOAuthAuthentication: true,
      isLocalUserEnabled: false,
      isSftpEnabled: false,
      azureFilesIdentityBasedAuthentication: {
        directoryServiceOptions: "AADKERB",
        defaultSharePermission: "None",
      },
      encryption: {
        keySource: "Microsoft.Keyvault",
        keyVaultProperties: { keyName: "key-prod-dupont-data" },
        requireInfrastructureEncryption: true,
        services: { file: { enabled: true, keyType: "Account" } },
      },
    });
    expect(inputsOf(list, "dossiers-service")).toEqual({
      resourceGroupName: "rg-test",
      accountName: account.inputs["accountName"],
      fileServicesName: "default",
      protocolSettings: {
        smb: {
          versions: "SMB3.1.1",
          authenticationMethods: "Kerberos",
          kerberosTicketEncryption: "AES-256",
          channelEncryption: "AES-256-GCM",
          multichannel: { enabled: true },
        },
      },
      shareDeleteRetentionPolicy: { enabled: true, days: 14 },
    });
    expect(inputsOf(list, "dossiers-private-endpoint")).toMatchObject({
      subnet: { id: "subnet-id" },
      privateLinkServiceConnections: [
        { name: "file", privateLinkServiceId: account.id, groupIds: ["file"] },
      ],
    });
    expect(inputsOf(list, "dossiers-private-dns")).toMatchObject({
      privateDnsZoneConfigs: [{ name: "file", privateDnsZoneId: "zone-id" }],
    });
  });
});
