import * as monitor from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";
import { azureName, type NameOwner } from "../azure/names";

export interface DiagnosticsArgs {
  /** Required. Whose resources they are; takes part in the names. */
  readonly owner: NameOwner;
  /** Required. Log workspace that gets the records. */
  readonly workspaceId: pulumi.Input<string>;
  /** Required. Resources that send records, by a word for each. */
  readonly sources: Readonly<Record<string, pulumi.Input<string>>>;
  /** Optional. File services, likewise. @default none */
  readonly fileServices?: Readonly<Record<string, pulumi.Input<string>>>;
}

type Records = Pick<monitor.DiagnosticSettingArgs, "logs" | "metrics">;

const everything: Records = { logs: [{ categoryGroup: "allLogs", enabled: true }] };

// A database on a share is read and written thousands of times a minute: such records would cost more
// than the hosts. What was deleted is worth keeping, and how full the share is; both are little.
const deletionsAndSize: Records = {
  logs: [{ category: "StorageDelete", enabled: true }],
  metrics: [{ category: "Capacity", enabled: true }],
};

/** Sends the logs of an owner's resources to the owner's own log workspace. */
export class Diagnostics extends pulumi.ComponentResource {
  constructor(name: string, args: DiagnosticsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:monitoring:Diagnostics", name, {}, opts);

    const send = (word: string, resourceUri: pulumi.Input<string>, records: Records) =>
      new monitor.DiagnosticSetting(
        `${name}-${word}`,
        {
          resourceUri,
          name: azureName("diagnosticSetting", args.owner),
          workspaceId: args.workspaceId,
          // Tables of their own, which are cheaper to keep and to query than the common one.
          logAnalyticsDestinationType: "Dedicated",
          ...records,
        },
        { parent: this },
      );
    for (const [word, uri] of Object.entries(args.sources)) send(word, uri, everything);
    for (const [word, uri] of Object.entries(args.fileServices ?? {}))
      send(word, uri, deletionsAndSize);

    this.registerOutputs({});
  }
}
