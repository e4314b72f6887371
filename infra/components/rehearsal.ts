import * as app from "@pulumi/azure-native/app";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import { rehearsalEveryDays, rehearsalLateDays } from "../firm/rehearsal";
import { rehearsalScript } from "../rehearsal/script";
import { RehearsalRole } from "./rehearsal-role";
import { RehearsalStore, type RehearsalStoreArgs } from "./rehearsal-store";

export interface RehearsalArgs extends RehearsalStoreArgs {
  readonly owner: RehearsalStoreArgs["owner"] & { readonly firm: string };
  /** Required. Id of the group, in which nothing else is. */
  readonly groupId: pulumi.Input<string>;
  /** Required. Subnet that is the container's alone. */
  readonly subnetId: pulumi.Input<string>;
  /** Required. The share: its account, its name, its provisioned size and what protects it. */
  readonly share: {
    readonly accountId: pulumi.Input<string>;
    readonly accountName: pulumi.Input<string>;
    readonly name: pulumi.Input<string>;
    readonly quotaGiB: number;
    readonly vaultId: pulumi.Input<string>;
    readonly itemId: pulumi.Input<string>;
  };
  /** Required. Name of the deployment that carries the verdict. */
  readonly verdictName: string;
}

/**
 * Node on Microsoft's own Linux, by its digest, so that it is the same tomorrow:
 * https://github.com/microsoft/azurelinux, images azurelinux/base/nodejs
 */
const image =
  "mcr.microsoft.com/azurelinux/base/nodejs:24.21.0-1-azl3.0.20261005@sha256:c30e39a396fb0ad2c7bf2fe6b4e2fe1598a9b79f09831c07d763fe09927e8779";

// After the night's copy of 23:00, before people come. Every day, though a restore is a month's: what fails is tried
// again the next day, and an alert, which can look back two days at the most, notices a job that says nothing.
const everyNight = "30 1 * * *";
const sampleFiles = 200;

/**
 * Restores a share's copy every month to a place of its own, compares files with those in use by SHA-256 and leaves
 * its verdict as a deployment without resources. A container that runs for minutes, in the firm's network and with an
 * identity of its own, since neither Azure Automation nor any session host may reach the shares for it. Costs by the
 * second it runs, of which each subscription has hours free a month.
 */
export class Rehearsal extends pulumi.ComponentResource {
  /** The environment, which sends what the job says. */
  readonly environmentId: pulumi.Output<string>;
  /** Account that copies are restored to. */
  readonly accountName: pulumi.Output<string>;
  /** File service of the account that copies are restored to, which keeps logs. */
  readonly fileServiceId: pulumi.Output<string>;
  readonly jobName: string;

  constructor(name: string, args: RehearsalArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:Rehearsal", name, {}, opts);
    const { owner, location, resourceGroupName, tags, share } = args;
    const common = { location, resourceGroupName, tags };
    this.jobName = azureName("containerJob", owner, "rehearsal");

    const store = new RehearsalStore(`${name}-store`, args, { parent: this });
    const environment = new app.ManagedEnvironment(
      `${name}-environment`,
      {
        ...common,
        environmentName: azureName("containerEnvironment", owner, "rehearsal"),
        // Internal: Azure gives it no public address.
        vnetConfiguration: { infrastructureSubnetId: args.subnetId, internal: true },
        publicNetworkAccess: app.PublicNetworkAccess.Disabled,
        workloadProfiles: [{ name: consumption, workloadProfileType: consumption }],
        // To the firm's workspace by a diagnostic setting; the other way would need the workspace's key.
        appLogsConfiguration: { destination: "azure-monitor" },
        zoneRedundant: false,
      },
      { parent: this },
    );
    // Apart from the job, whose every change would make Pulumi doubt who it is.
    const identity = new managedidentity.UserAssignedIdentity(
      `${name}-identity`,
      { ...common, resourceName: azureName("managedIdentity", owner, "rehearsal") },
      { parent: this },
    );
    new app.Job(
      `${name}-job`,
      {
        ...common,
        jobName: this.jobName,
        environmentId: environment.id,
        workloadProfileName: consumption,
        identity: {
          type: app.ManagedServiceIdentityType.UserAssigned,
          userAssignedIdentities: [identity.id],
        },
        configuration: {
          triggerType: app.TriggerType.Schedule,
          scheduleTriggerConfig: {
            cronExpression: everyNight,
            parallelism: 1,
            replicaCompletionCount: 1,
          },
          // A large share takes hours to come back.
          replicaTimeout: 6 * 3600,
          replicaRetryLimit: 0,
        },
        template: {
          containers: [
            {
              name: "rehearsal",
              image,
              command: ["node"],
              args: ["--eval", rehearsalScript],
              resources: { cpu: 0.25, memory: "0.5Gi" },
              env: environmentOf(args, store, identity.clientId),
            },
          ],
        },
      },
      { parent: this },
    );
    new RehearsalRole(
      `${name}-role`,
      {
        owner,
        groupId: args.groupId,
        vaultId: share.vaultId,
        sourceId: share.accountId,
        targetId: store.accountId,
        principalId: identity.principalId,
      },
      { parent: this },
    );

    this.environmentId = environment.id;
    this.accountName = store.accountName;
    this.fileServiceId = store.serviceId;
    this.registerOutputs({ environmentId: this.environmentId });
  }
}

const consumption = "Consumption";

/** Nothing of it is a secret, and nothing of it becomes part of the script. */
function environmentOf(
  { share, groupId, verdictName }: RehearsalArgs,
  store: RehearsalStore,
  clientId: pulumi.Input<string>,
) {
  const values: Readonly<Record<string, pulumi.Input<string>>> = {
    CLIENT_ID: clientId,
    ARM: "https://management.azure.com",
    ITEM_ID: share.itemId,
    SOURCE_ACCOUNT_ID: share.accountId,
    SOURCE_FILES: filesOf(share.accountName),
    SHARE: share.name,
    GIBIBYTES: String(share.quotaGiB),
    TARGET_ACCOUNT_ID: store.accountId,
    TARGET_FILES: filesOf(store.accountName),
    VERDICT_ID: pulumi.interpolate`${groupId}/providers/Microsoft.Resources/deployments/${verdictName}`,
    EVERY_DAYS: String(rehearsalEveryDays),
    LATE_DAYS: String(rehearsalLateDays),
    SAMPLE: String(sampleFiles),
    PAUSE_SECONDS: "30",
  };
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}

function filesOf(account: pulumi.Input<string>): pulumi.Output<string> {
  return pulumi.interpolate`https://${account}.file.core.windows.net`;
}
