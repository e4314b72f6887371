import * as recoveryservices from "@pulumi/azure-native/recoveryservices";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Backup } from "../firm/firm";
import { dossiersPolicy, profilesPolicy } from "./backup-policy";
import type { FileStore } from "./file-store";
import type { Placement } from "./placement";

export interface RecoveryArgs extends Placement {
  /** Required. How long and how firmly backups are kept. */
  readonly backup: Backup;
  /** Required. The platform's guard of this region, which changes that harm backups must pass. */
  readonly guardId: pulumi.Input<string>;
  /** Required. Where the vault's copies are; fixed once the first share is protected. */
  readonly redundancy: "local" | "zone" | "geo";
  /** Required. Whether the region's vaults take copies of file shares; else snapshots are all there is. */
  readonly vaultCopies: boolean;
  /** Optional. Whether the firm is leaving: only then can its backups be deleted before their time. @default false */
  readonly leaving?: boolean;
  /** Required. What is protected, and the group it is in; client files may be on a server instead. */
  readonly profiles: FileStore;
  readonly dossiers: FileStore | undefined;
  readonly dataGroupName: pulumi.Input<string>;
}

const storageRedundancy = {
  local: recoveryservices.StandardTierStorageRedundancy.LocallyRedundant,
  zone: recoveryservices.StandardTierStorageRedundancy.ZoneRedundant,
  geo: recoveryservices.StandardTierStorageRedundancy.GeoRedundant,
} as const;

const immutability = {
  enabled: recoveryservices.ImmutabilityState.Unlocked,
  locked: recoveryservices.ImmutabilityState.Locked,
} as const;

const fabricName = "Azure";

/**
 * The firm's backups: every share in a vault that keeps what is deleted and refuses to lose what must
 * be kept. A destroyed vault stays until its last soft-deleted copy has expired: Azure deletes no
 * vault that holds one. Costs by share, by gigabyte kept, and by what the region doubles.
 */
export class Recovery extends pulumi.ComponentResource {
  readonly vaultId: pulumi.Output<string>;
  readonly vaultName: pulumi.Output<string>;
  /** What protects client files on a share, where they are on one. */
  readonly dossiersItemId: pulumi.Output<string> | undefined;

  constructor(name: string, args: RecoveryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:Recovery", name, {}, opts);
    const { resourceGroupName, backup } = args;
    const policies = {
      profiles: profilesPolicy(backup),
      dossiers: dossiersPolicy(backup, args.vaultCopies),
    };

    const vault = new recoveryservices.Vault(`${name}-vault`, vaultSettings(args), {
      parent: this,
    });
    const vaultName = vault.name;
    const inVault = { resourceGroupName, vaultName };

    new recoveryservices.ResourceGuardProxy(
      `${name}-guard`,
      {
        ...inVault,
        // The one name Azure knows: https://learn.microsoft.com/rest/api/backup/resource-guard-proxy/put
        resourceGuardProxyName: "VaultProxy",
        properties: { resourceGuardResourceId: args.guardId },
      },
      // To take it off is itself guarded; it goes with the vault.
      { parent: this, deletedWith: vault },
    );

    const protect = (purpose: "profiles" | "dossiers", store: FileStore) => {
      const policy = new recoveryservices.ProtectionPolicy(
        `${name}-${purpose}-policy`,
        {
          ...inVault,
          policyName: azureName("backupPolicy", args.owner, purpose),
          properties: policies[purpose],
        },
        { parent: this },
      );

      const source = sourceOf(args, purpose, store);
      const stopped = purpose === "dossiers" && endsLocked(args);
      const container = new recoveryservices.ProtectionContainer(
        `${name}-${purpose}-account`,
        {
          ...inVault,
          fabricName,
          containerName: pulumi.interpolate`StorageContainer;storage;${source.groupName};${source.accountName}`,
          properties: {
            containerType: "StorageContainer",
            backupManagementType: recoveryservices.BackupManagementType.AzureStorage,
            sourceResourceId: source.accountId,
            // The lock that keeps whoever deletes the account from leaving its backups without it.
            acquireStorageAccountLock: stopped
              ? recoveryservices.AcquireStorageAccountLock.NotAcquire
              : recoveryservices.AcquireStorageAccountLock.Acquire,
          },
        },
        { parent: this },
      );

      return new recoveryservices.ProtectedItem(
        `${name}-${purpose}-share`,
        {
          ...inVault,
          fabricName,
          containerName: container.name,
          protectedItemName: pulumi.interpolate`AzureFileShare;${source.shareName}`,
          properties: {
            protectedItemType: "AzureFileShareProtectedItem",
            policyId: policy.id,
            sourceResourceId: source.accountId,
            ...(stopped
              ? { protectionState: recoveryservices.ProtectionState.BackupsSuspended }
              : {}),
          },
        },
        { parent: this },
      );
    };
    protect("profiles", args.profiles);
    this.dossiersItemId =
      args.dossiers === undefined ? undefined : protect("dossiers", args.dossiers).id;

    this.vaultId = vault.id;
    this.vaultName = vaultName;
    this.registerOutputs({ vaultId: this.vaultId });
  }
}

/**
 * Whether the firm leaves, and its copies cannot. Then no more are made: while Azure makes them it lets nobody delete
 * what they are of, and those there are stay until each has had its time.
 * https://learn.microsoft.com/azure/backup/backup-azure-immutable-vault-concept
 */
export function endsLocked({ leaving = false, backup }: Pick<RecoveryArgs, "leaving" | "backup">) {
  return leaving && backup.immutability === "locked";
}

/**
 * What a copy is of. Where the copy outlives it, by its name and not by what Pulumi knows of it: Pulumi deletes nothing
 * that something it could not delete refers to, and would leave the client files where they are.
 */
function sourceOf(args: RecoveryArgs, purpose: "profiles" | "dossiers", store: FileStore) {
  const { owner, dataGroupName: groupName } = args;
  if (purpose === "profiles" || !endsLocked(args))
    return {
      groupName,
      accountName: store.accountName,
      accountId: store.accountId,
      shareName: store.shareName,
    };
  const accountName = azureName("storageAccount", owner, purpose);
  const accountId = `/subscriptions/${owner.subscription}/resourceGroups/${azureName("resourceGroup", owner, "data")}/providers/Microsoft.Storage/storageAccounts/${accountName}`;
  return { groupName, accountName, accountId, shareName: purpose };
}

function vaultSettings(args: RecoveryArgs): recoveryservices.VaultArgs {
  const { owner, location, resourceGroupName, tags, redundancy, backup } = args;
  const enabled = recoveryservices.AlertsState.Enabled;
  return {
    resourceGroupName,
    vaultName: azureName("recoveryVault", owner),
    location,
    sku: { name: recoveryservices.SkuName.RS0, tier: "Standard" },
    identity: { type: recoveryservices.ResourceIdentityType.SystemAssigned },
    properties: {
      // Azure Backup reaches file shares from inside Azure; nothing calls the vault from outside.
      publicNetworkAccess: recoveryservices.PublicNetworkAccess.Disabled,
      redundancySettings: {
        standardTierStorageRedundancy: storageRedundancy[redundancy],
        crossRegionRestore:
          redundancy === "geo"
            ? recoveryservices.CrossRegionRestore.Enabled
            : recoveryservices.CrossRegionRestore.Disabled,
      },
      securitySettings: {
        softDeleteSettings: {
          softDeleteState: recoveryservices.SoftDeleteState.AlwaysON,
          softDeleteRetentionPeriodInDays: backup.softDeleteDays,
        },
        // Locked only where the firm's file says so: that cannot be undone, and forbids erasing a firm that leaves.
        immutabilitySettings: { state: immutabilityOf(args) },
      },
      monitoringSettings: {
        azureMonitorAlertSettings: { alertsForAllJobFailures: enabled },
        classicAlertSettings: {
          alertsForCriticalOperations: recoveryservices.AlertsState.Disabled,
        },
      },
    },
    tags,
  };
}

/** What is not locked is let go of when the firm leaves. */
function immutabilityOf({ backup, leaving = false }: RecoveryArgs) {
  return leaving && backup.immutability !== "locked"
    ? recoveryservices.ImmutabilityState.Disabled
    : immutability[backup.immutability];
}
