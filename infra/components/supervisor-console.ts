import * as applicationinsights from "@pulumi/azure-native/applicationinsights";
import * as pulumi from "@pulumi/pulumi";
import { stableGuid } from "../azure/guid";
import { consoleContent } from "../watch/console";
import type { Placement } from "./placement";

export interface SupervisorConsoleArgs extends Placement {
  /** Required. The firm's name: the console's heading. */
  readonly firmName: string;
  /** Required. Whether Azure Virtual Desktop brings people to their hosts. */
  readonly pool: boolean;
  /** Required. Log workspace whose records it shows. */
  readonly workspaceId: pulumi.Input<string>;
  /** Required. Shares, by their account, and what each has room for. */
  readonly shares: readonly {
    readonly accountName: pulumi.Input<string>;
    readonly quotaGiB: number;
  }[];
}

/** What the firm's supervisor sees of its desktops: a workbook in the portal. Costs nothing. */
export class SupervisorConsole extends pulumi.ComponentResource {
  readonly workbookId: pulumi.Output<string>;

  constructor(name: string, args: SupervisorConsoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:monitoring:SupervisorConsole", name, {}, opts);
    const { owner, location, resourceGroupName, tags, firmName, pool, shares } = args;

    const workbook = new applicationinsights.Workbook(
      `${name}-workbook`,
      {
        resourceGroupName,
        // Azure wants a GUID.
        resourceName: stableGuid(
          "console",
          owner.environment,
          owner.firm ?? "",
          owner.subscription,
        ),
        location,
        kind: applicationinsights.WorkbookSharedTypeKind.Shared,
        category: "workbook",
        displayName: `${firmName} : console`,
        sourceId: args.workspaceId,
        version: "Notebook/1.0",
        serializedData: pulumi
          .all([args.workspaceId, pulumi.all(shares.map(({ accountName }) => accountName))])
          .apply(([workspaceId, accounts]) =>
            consoleContent({
              firmName,
              pool,
              workspaceId,
              quotas: shares.map(({ quotaGiB }, place) => [accounts[place] ?? "", quotaGiB]),
            }),
          ),
        tags,
      },
      { parent: this },
    );

    this.workbookId = workbook.id;
    this.registerOutputs({ workbookId: this.workbookId });
  }
}
