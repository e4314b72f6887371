import * as monitor from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";
import { azureName, type NameOwner } from "../azure/names";

export interface ActivityLogArgs {
  /** Required. Whose subscription it is, which is that of the provider it is made with. */
  readonly owner: NameOwner;
  /** Required. Log workspace that gets the records: the owner's own. */
  readonly workspaceId: pulumi.Input<string>;
}

/**
 * Who changed what in the subscription, kept as long as the workspace keeps its records; Azure itself
 * forgets after 90 days. News of Azure's own state are not kept: alerts tell them. Taking these
 * records in costs nothing. https://learn.microsoft.com/azure/azure-monitor/platform/activity-log
 */
export class ActivityLog extends pulumi.ComponentResource {
  constructor(name: string, args: ActivityLogArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:monitoring:ActivityLog", name, {}, opts);

    new monitor.SubscriptionDiagnosticSetting(
      `${name}-setting`,
      {
        name: azureName("diagnosticSetting", args.owner),
        workspaceId: args.workspaceId,
        // A subscription knows no groups of categories.
        logs: categories.map((category) => ({ category, enabled: true })),
      },
      { parent: this },
    );

    this.registerOutputs({});
  }
}

const categories = ["Administrative", "Security", "Policy", "Alert"];
