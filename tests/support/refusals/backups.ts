import * as compute from "@pulumi/azure-native/compute";
import * as recoveryservices from "@pulumi/azure-native/recoveryservices";
import * as storage from "@pulumi/azure-native/storage";
import type { Resource } from "@pulumi/pulumi";
import { setByHand } from "../../../infra/embedded-azure/by-hand/change";
import type { Behaviour, Stage } from "./behaviour";

const fabricName = "Azure";

/** What Azure keeps, whoever wants it gone. */
export const backups: readonly Behaviour[] = [
  {
    key: "vault-in-use",
    what: "the deletion of a recovery vault that protects something",
    source: "https://learn.microsoft.com/azure/backup/backup-azure-delete-vault",
    refusal:
      /Code="ServiceResourceNotEmptyWithContainerDetails".*existing resources within the vault/,
    change: "deletion",
    deploy(stage) {
      const account = accountOf(stage, "stinuse");
      const vault = stage.isWrong ? [] : [new Vault(stage, "rsv-in-use")];
      protectShare(stage, "rsv-in-use", account, [...vault, shareOf(stage, account)]);
    },
  },
  {
    key: "vault-with-deleted",
    what: "the deletion of a recovery vault that holds what was just deleted",
    source: "https://learn.microsoft.com/azure/backup/backup-azure-delete-vault",
    refusal: /Code="BMSUserErrorVaultDeletionNotPermitted".*soft deleted state/,
    change: "deletion",
    deploy(stage) {
      const { named, resourceGroupName, location, version } = stage;
      const machine = new compute.VirtualMachine(named("machine"), {
        resourceGroupName,
        location,
        vmName: "vm-deleted",
      });
      if (stage.isWrong) return;
      const vault = new Vault(stage, "rsv-deleted");
      // The backup went before its vault, softly; to have it back is no matter of a program.
      if (version === "first")
        new recoveryservices.ProtectedItem(named("item"), {
          resourceGroupName,
          vaultName: vault.name,
          fabricName,
          containerName: "iaasvmcontainer;iaasvmcontainerv2;rg;vm-deleted",
          protectedItemName: "vm;iaasvmcontainerv2;rg;vm-deleted",
          properties: {
            protectedItemType: "Microsoft.Compute/virtualMachines",
            sourceResourceId: machine.id,
          },
        });
    },
  },
  {
    key: "immutable-vault",
    what: "immutability of a recovery vault that is unlocked",
    source: "https://learn.microsoft.com/azure/backup/backup-azure-immutable-vault-concept",
    refusal: /Code="BMSUserErrorInvalidVaultSetting".*is Locked and cannot be changed to Unlocked/,
    deploy(stage) {
      new Vault(stage, "rsv-locked", stage.isWrong ? "Unlocked" : "Locked");
    },
  },
  {
    key: "retention",
    what: "retention in a locked recovery vault that is shortened",
    source:
      "https://learn.microsoft.com/azure/backup/backup-azure-immutable-vault-concept#how-does-immutability-work",
    refusal:
      /Code="BMSUserErrorPolicyRetentionReductionNotAllowed".*cannot be reduced from 30 days to 7/,
    deploy(stage) {
      const { named, resourceGroupName, isWrong, version } = stage;
      const days = { first: 30, wrong: 7, mended: 60 }[version];
      const vault = new Vault(stage, "rsv-retention", "Locked");
      new recoveryservices.ProtectionPolicy(named("policy"), {
        resourceGroupName,
        vaultName: vault.name,
        policyName: "daily",
        properties: {
          backupManagementType: "AzureStorage",
          workLoadType: "AzureFileShare",
          retentionPolicy: {
            retentionPolicyType: "LongTermRetentionPolicy",
            dailySchedule: { retentionDuration: { count: days, durationType: "Days" } },
          },
          ...(isWrong && { timeZone: "UTC" }),
        },
      });
    },
  },
  {
    key: "archive",
    what: "retention of a locked archive that is shortened",
    source:
      "https://learn.microsoft.com/azure/storage/blobs/immutable-time-based-retention-policy-overview",
    refusal: /Code="ContainerImmutabilityPolicyFailure".*is locked and cannot be shortened/,
    byHand: {
      wrong: (store) => {
        setByHand(store, "containers/archive/immutabilityPolicies/default", [
          { path: "state", text: "Locked" },
        ]);
      },
    },
    deploy(stage) {
      const { named, resourceGroupName, version } = stage;
      const account = accountOf(stage, "starchive");
      const container = new storage.BlobContainer(named("container"), {
        resourceGroupName,
        accountName: account.name,
        containerName: "archive",
      });
      new storage.BlobContainerImmutabilityPolicy(named("policy"), {
        resourceGroupName,
        accountName: account.name,
        containerName: container.name,
        immutabilityPolicyName: "default",
        immutabilityPeriodSinceCreationInDays: { first: 365, wrong: 30, mended: 400 }[version],
      });
    },
  },
  {
    key: "protected-share",
    what: "the deletion of a share that is backed up",
    source: "https://learn.microsoft.com/azure/backup/backup-afs",
    refusal: /Code="DeleteShareWhenSnapshotLeased".*active leases/,
    change: "deletion",
    deploy(stage) {
      const account = accountOf(stage, "stprotected");
      const share = stage.isWrong ? [] : [shareOf(stage, account)];
      protectShare(stage, "rsv-share", account, [new Vault(stage, "rsv-share"), ...share]);
    },
  },
];

class Vault extends recoveryservices.Vault {
  constructor(
    { named, resourceGroupName, location }: Stage,
    vaultName: string,
    immutability: "Disabled" | "Unlocked" | "Locked" = "Disabled",
  ) {
    super(named("vault"), {
      resourceGroupName,
      location,
      vaultName,
      sku: { name: "RS0", tier: "Standard" },
      properties: {
        publicNetworkAccess: "Disabled",
        securitySettings: { immutabilitySettings: { state: immutability } },
      },
    });
  }
}

function accountOf({ named, resourceGroupName, location }: Stage, accountName: string) {
  return new storage.StorageAccount(named("account"), {
    resourceGroupName,
    location,
    accountName,
    kind: "StorageV2",
    sku: { name: "Standard_LRS" },
  });
}

function shareOf({ named, resourceGroupName }: Stage, account: storage.StorageAccount) {
  return new storage.FileShare(named("share"), {
    resourceGroupName,
    accountName: account.name,
    shareName: "files",
  });
}

/** Names vault and share by text: they may be left out while this stays. */
function protectShare(
  { named, resourceGroupName }: Stage,
  vaultName: string,
  account: storage.StorageAccount,
  dependsOn: readonly Resource[],
): void {
  const inVault = { resourceGroupName, vaultName, fabricName };
  const container = new recoveryservices.ProtectionContainer(
    named("container"),
    {
      ...inVault,
      containerName: `StorageContainer;storage;rg;${vaultName}`,
      properties: {
        containerType: "StorageContainer",
        backupManagementType: "AzureStorage",
        sourceResourceId: account.id,
      },
    },
    { dependsOn: [...dependsOn] },
  );
  new recoveryservices.ProtectedItem(named("item"), {
    ...inVault,
    containerName: container.name,
    protectedItemName: "AzureFileShare;files",
    properties: {
      protectedItemType: "AzureFileShareProtectedItem",
      sourceResourceId: account.id,
    },
  });
}
