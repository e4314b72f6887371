import * as recoveryservices from "@pulumi/azure-native/recoveryservices";
import * as pulumi from "@pulumi/pulumi";
import { azureName, type NameOwner } from "../azure/names";
import type { Backup } from "../firm/firm";
import { serverPolicy } from "./backup-policy";

export interface ServerBackupArgs {
  /** Required. Whose server it is. */
  readonly owner: NameOwner;
  /** Required. How long backups are kept. */
  readonly backup: Backup;
  /** Required. The firm's vault, and the group it is in. */
  readonly vaultName: pulumi.Input<string>;
  readonly resourceGroupName: pulumi.Input<string>;
  /** Optional. Whether the firm leaves and its copies cannot: then no more are made. @default false */
  readonly stopped?: boolean;
  /** Required. The machine, and the group it is in. Of one that its copies outlive, by names alone. */
  readonly vmId: pulumi.Input<string>;
  readonly vmName: string;
  readonly vmGroupName: pulumi.Input<string>;
  /**
   * Optional. Whether what was copied stays in the vault, until its time, when the machine goes: in a vault that is
   * locked or immutable Azure refuses to delete it. @default false
   */
  readonly stay?: boolean;
}

/**
 * A machine that holds state, in the firm's vault: system and data disk together, so that either can
 * be had back alone. Costs by the machine, by its size, and by the gigabyte kept.
 */
export class ServerBackup extends pulumi.ComponentResource {
  constructor(name: string, args: ServerBackupArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:ServerBackup", name, {}, opts);
    const { owner, backup, vaultName, resourceGroupName } = args;
    const kept = { parent: this, retainOnDelete: args.stay ?? false };

    const policy = new recoveryservices.ProtectionPolicy(
      `${name}-policy`,
      {
        resourceGroupName,
        vaultName,
        policyName: azureName("backupPolicy", owner, "servers"),
        properties: serverPolicy(backup),
      },
      kept,
    );

    const machine = pulumi.interpolate`iaasvmcontainerv2;${args.vmGroupName};${args.vmName}`;
    new recoveryservices.ProtectedItem(
      `${name}-server`,
      {
        resourceGroupName,
        vaultName,
        fabricName: "Azure",
        // Azure makes the container itself.
        containerName: pulumi.interpolate`iaasvmcontainer;${machine}`,
        protectedItemName: pulumi.interpolate`vm;${machine}`,
        properties: {
          protectedItemType: "Microsoft.Compute/virtualMachines",
          policyId: policy.id,
          sourceResourceId: args.vmId,
          ...(args.stopped === true
            ? { protectionState: recoveryservices.ProtectionState.BackupsSuspended }
            : {}),
        },
      },
      kept,
    );

    this.registerOutputs({});
  }
}
