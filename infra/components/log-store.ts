import * as operationalinsights from "@pulumi/azure-native/operationalinsights";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Placement } from "./placement";

export interface LogStoreArgs extends Placement {
  /** Required. Days the records can be queried, 30 to 730. */
  readonly retentionDays: number;
}

/**
 * A Log Analytics workspace that knows Entra identities only, and shows a reader of a resource the
 * records of that resource alone. Costs by the gigabyte taken in, and by the gigabyte kept for
 * longer than 31 days.
 */
export class LogStore extends pulumi.ComponentResource {
  readonly workspaceId: pulumi.Output<string>;

  constructor(name: string, args: LogStoreArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:monitoring:LogStore", name, {}, opts);
    const { owner, location, resourceGroupName, tags } = args;

    const workspace = new operationalinsights.Workspace(
      `${name}-workspace`,
      {
        resourceGroupName,
        workspaceName: azureName("logWorkspace", owner),
        location,
        sku: { name: operationalinsights.WorkspaceSkuNameEnum.PerGB2018 },
        retentionInDays: args.retentionDays,
        features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true },
        // Agents on session hosts and the people who read come from outside any private link scope.
        publicNetworkAccessForIngestion: "Enabled",
        publicNetworkAccessForQuery: "Enabled",
        tags,
      },
      { parent: this },
    );

    this.workspaceId = workspace.id;
    this.registerOutputs({ workspaceId: this.workspaceId });
  }
}
