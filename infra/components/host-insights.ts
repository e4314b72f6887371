import * as pulumi from "@pulumi/pulumi";
import type { Placement } from "./placement";
import { windowsReports } from "./windows-reports";

export interface HostInsightsArgs extends Placement {
  /** Required. Log workspace that gets what hosts report. */
  readonly workspaceId: pulumi.Input<string>;
}

/**
 * What session hosts report on themselves, as the workbook AVD Insights wants it: it finds the rule
 * by its name, `microsoft-avdi-` and the region. Costs by the gigabyte the workspace takes in.
 */
export class HostInsights extends pulumi.ComponentResource {
  readonly ruleId: pulumi.Output<string>;

  constructor(name: string, args: HostInsightsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:monitoring:HostInsights", name, {}, opts);
    const { location, resourceGroupName, tags } = args;

    const rule = windowsReports(
      `${name}-rule`,
      {
        resourceGroupName,
        location,
        tags,
        ruleName: `microsoft-avdi-${location}`,
        workspaceId: args.workspaceId,
        counters: [
          { name: "busy", seconds: 30, specifiers: busyCounters },
          { name: "slow", seconds: 60, specifiers: slowCounters },
        ],
        events: eventQueries,
      },
      { parent: this },
    );

    this.ruleId = rule.id;
    this.registerOutputs({ ruleId: this.ruleId });
  }
}

// What the workbook asks for, by its own configuration:
// https://learn.microsoft.com/azure/virtual-desktop/insights
const busyCounters = [
  "\\LogicalDisk(C:)\\Avg. Disk Queue Length",
  "\\LogicalDisk(C:)\\Current Disk Queue Length",
  "\\Memory\\Available Mbytes",
  "\\Memory\\Page Faults/sec",
  "\\Memory\\Pages/sec",
  "\\Memory\\% Committed Bytes In Use",
  "\\PhysicalDisk(*)\\Avg. Disk Queue Length",
  "\\PhysicalDisk(*)\\Avg. Disk sec/Read",
  "\\PhysicalDisk(*)\\Avg. Disk sec/Transfer",
  "\\PhysicalDisk(*)\\Avg. Disk sec/Write",
  "\\Processor Information(_Total)\\% Processor Time",
  "\\User Input Delay per Process(*)\\Max Input Delay",
  "\\User Input Delay per Session(*)\\Max Input Delay",
  "\\RemoteFX Network(*)\\Current TCP RTT",
  "\\RemoteFX Network(*)\\Current UDP Bandwidth",
];
const slowCounters = [
  "\\LogicalDisk(C:)\\% Free Space",
  "\\LogicalDisk(C:)\\Avg. Disk sec/Transfer",
  "\\Terminal Services(*)\\Active Sessions",
  "\\Terminal Services(*)\\Inactive Sessions",
  "\\Terminal Services(*)\\Total Sessions",
];
const noticed = "[System[(Level=2 or Level=3 or Level=4 or Level=0)]]";
const serious = "[System[(Level=2 or Level=3)]]";
const eventQueries = [
  `Microsoft-Windows-TerminalServices-RemoteConnectionManager/Admin!*${noticed}`,
  `Microsoft-Windows-TerminalServices-LocalSessionManager/Operational!*${noticed}`,
  `Microsoft-FSLogix-Apps/Operational!*${noticed}`,
  `Microsoft-FSLogix-Apps/Admin!*${noticed}`,
  `System!*${serious}`,
  `Application!*${serious}`,
];
