import * as monitor from "@pulumi/azure-native/monitor";
import type * as pulumi from "@pulumi/pulumi";

export interface WindowsReportsArgs {
  readonly resourceGroupName: pulumi.Input<string>;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Azure's name of the rule. */
  readonly ruleName: string;
  /** Log workspace that gets what machines report; in the same region. */
  readonly workspaceId: pulumi.Input<string>;
  /** What is counted, as Windows names it, and every so many seconds. */
  readonly counters: readonly {
    readonly name: string;
    readonly seconds: number;
    readonly specifiers: readonly string[];
  }[];
  /** Events that are sent, as queries of Windows' event log. */
  readonly events: readonly string[];
}

/** A rule of what Windows machines send to the firm's logs. */
export function windowsReports(
  name: string,
  args: WindowsReportsArgs,
  opts: pulumi.CustomResourceOptions,
): monitor.DataCollectionRule {
  const { resourceGroupName, location, tags } = args;
  return new monitor.DataCollectionRule(
    name,
    {
      resourceGroupName,
      dataCollectionRuleName: args.ruleName,
      location,
      kind: "Windows",
      dataSources: {
        performanceCounters: args.counters.map(({ name: word, seconds, specifiers }) => ({
          name: word,
          streams: ["Microsoft-Perf"],
          samplingFrequencyInSeconds: seconds,
          counterSpecifiers: [...specifiers],
        })),
        windowsEventLogs: [
          { name: "events", streams: ["Microsoft-Event"], xPathQueries: [...args.events] },
        ],
      },
      destinations: { logAnalytics: [{ name: "firm", workspaceResourceId: args.workspaceId }] },
      dataFlows: [{ streams: ["Microsoft-Perf", "Microsoft-Event"], destinations: ["firm"] }],
      tags,
    },
    opts,
  );
}
