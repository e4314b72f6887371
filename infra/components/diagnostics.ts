import * as monitor from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";
import { azureName, type NameOwner } from "../azure/names";

export interface DiagnosticsArgs {
  /** Required. Whose resources they are; takes part in the names. */
  readonly owner: NameOwner;
  /** Required. Log workspace that gets the records. */
  readonly workspaceId: pulumi.Input<string>;
  /** Required. Resources that send all their logs, by a word for each. */
  readonly sources: Readonly<Record<string, pulumi.Input<string>>>;
}

/** Sends the logs of the firm's resources to the firm's own log workspace. */
export class Diagnostics extends pulumi.ComponentResource {
  constructor(name: string, args: DiagnosticsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:monitoring:Diagnostics", name, {}, opts);

    for (const [word, resourceUri] of Object.entries(args.sources)) {
      new monitor.DiagnosticSetting(
        `${name}-${word}`,
        {
          resourceUri,
          name: azureName("diagnosticSetting", args.owner),
          workspaceId: args.workspaceId,
          // Tables of their own, which are cheaper to keep and to query than the common one.
          logAnalyticsDestinationType: "Dedicated",
          logs: [{ categoryGroup: "allLogs", enabled: true }],
        },
        { parent: this },
      );
    }

    this.registerOutputs({});
  }
}
