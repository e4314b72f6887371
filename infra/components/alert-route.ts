import * as alertsmanagement from "@pulumi/azure-native/alertsmanagement";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Placement } from "./placement";

export interface AlertRouteArgs extends Omit<Placement, "location"> {
  /** Required. One word for where the alerts come from; takes part in the name. */
  readonly purpose: string;
  /** Required. Why, for whoever meets the rule in the portal. */
  readonly description: string;
  /** Required. Resources whose alerts are meant, in the rule's own subscription. */
  readonly scopes: readonly pulumi.Input<string>[];
  /** Required. Whom they are told. */
  readonly actionGroupId: pulumi.Input<string>;
}

/**
 * Tells people of alerts that Azure raises by itself, such as failed backups: no rule of ours makes them, so none could
 * name whom to tell. Costs nothing. https://learn.microsoft.com/azure/backup/backup-azure-monitoring-alerts
 */
export class AlertRoute extends pulumi.ComponentResource {
  constructor(name: string, args: AlertRouteArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:monitoring:AlertRoute", name, {}, opts);
    const { owner, resourceGroupName, tags, purpose, description, scopes, actionGroupId } = args;

    new alertsmanagement.AlertProcessingRuleByName(
      `${name}-rule`,
      {
        resourceGroupName,
        alertProcessingRuleName: azureName("alertProcessingRule", owner, purpose),
        location: "global",
        properties: {
          description,
          enabled: true,
          scopes: [...scopes],
          actions: [{ actionType: "AddActionGroups", actionGroupIds: [actionGroupId] }],
        },
        tags,
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
