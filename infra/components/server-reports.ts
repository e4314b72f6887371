import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Placement } from "./placement";
import { windowsReports } from "./windows-reports";

export interface ServerReportsArgs extends Placement {
  /** Required. Log workspace that gets what machines report; in the same region. */
  readonly workspaceId: pulumi.Input<string>;
}

/** What an office's machines send to the firm's logs: what its alerts ask for, and no more. Costs by the gigabyte. */
export class ServerReports extends pulumi.ComponentResource {
  readonly ruleId: pulumi.Output<string>;

  constructor(name: string, args: ServerReportsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:site:ServerReports", name, {}, opts);
    const { owner, location, resourceGroupName, tags } = args;

    const rule = windowsReports(
      `${name}-rule`,
      {
        resourceGroupName,
        location,
        tags,
        ruleName: azureName("dataCollectionRule", owner, "servers"),
        workspaceId: args.workspaceId,
        counters: [{ name: "disks", seconds: 300, specifiers: ["\\LogicalDisk(*)\\% Free Space"] }],
        events: eventQueries,
      },
      { parent: this },
    );

    this.ruleId = rule.id;
    this.registerOutputs({ ruleId: this.ruleId });
  }
}

const serious = "[System[(Level=1 or Level=2 or Level=3)]]";

// Level 4 of the service control manager tells that a service started or stopped.
const eventQueries = [
  `System!*${serious}`,
  "System!*[System[Provider[@Name='Service Control Manager'] and EventID=7036]]",
  "System!*[System[Provider[@Name='Microsoft-Windows-DHCP-Server']]]",
  `Directory Service!*${serious}`,
  `DFS Replication!*${serious}`,
  `DNS Server!*${serious}`,
  `Microsoft-Windows-PrintService/Admin!*${serious}`,
];
