import { FileStore, type FileStoreArgs } from "../../infra/components/file-store";
import { placement } from "../support/builders";
import { counted, inputsOf, named, registered } from "../support/harness";

const args = (changes: Partial<FileStoreArgs> = {}): FileStoreArgs => ({
  ...placement(),
  purpose: "dossiers",
  quotaGiB: 100,
  redundancy: "zone",
  endpoint: { subnetId: "subnet-id", zoneId: "zone-id" },
  ...changes,
});

const record = (changes?: Partial<FileStoreArgs>) =>
  registered(() => {
    new FileStore("dossiers", args(changes));
  });

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

  test("hardened: closed to the internet, Kerberos and AES-256 only, deleted shares restorable", async () => {
    const list = await record();
    const account = named(list, "dossiers-account");
    expect(account.inputs).toMatchObject({
      publicNetworkAccess: "Disabled",
      networkRuleSet: { defaultAction: "Deny", bypass: "AzureServices" },
      minimumTlsVersion: "TLS1_2",
      enableHttpsTrafficOnly: true,
      allowBlobPublicAccess: false,
      allowCrossTenantReplication: false,
      allowSharedKeyAccess: true,
      defaultToOAuthAuthentication: true,
      isLocalUserEnabled: false,
      isSftpEnabled: false,
      azureFilesIdentityBasedAuthentication: {
        directoryServiceOptions: "AADKERB",
        defaultSharePermission: "None",
      },
      encryption: {
        keySource: "Microsoft.Storage",
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
