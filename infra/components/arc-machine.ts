import * as guestconfiguration from "@pulumi/azure-native/guestconfiguration";
import * as hybridcompute from "@pulumi/azure-native/hybridcompute";
import * as monitor from "@pulumi/azure-native/monitor";
import * as pulumi from "@pulumi/pulumi";
import { parseArmId } from "../azure/arm-ids";
import type { AssignmentType } from "../slim-server/assignment-type";
import { monitorAgent } from "./host-software";
import { patchInWindow } from "./patches";

export interface ArcMachineArgs {
  /** Required. Id of the machine, which was onboarded and is never created or removed here. */
  readonly machineId: string;
  /** Required. Region it was onboarded into. */
  readonly location: string;
  /** Required. Put on every resource that takes tags. */
  readonly tags: Readonly<Record<string, string>>;
  /** Required. What it should be, where it reads that, and what happens when it is not. */
  readonly configuration: {
    readonly name: string;
    readonly version: string;
    readonly sha256: string;
    readonly link: pulumi.Input<string>;
    readonly assignment: AssignmentType;
  };
  /** Required. What it sends to the firm's logs. */
  readonly collectionRuleId: pulumi.Input<string>;
  /** Required. When it is patched. */
  readonly maintenanceId: pulumi.Input<string>;
}

/**
 * One machine of an office in Azure Arc: what it should be, what it reports, when it is patched. Azure asks for
 * assignments every five minutes and looks at the machine every fifteen. Costs by the machine where it is set right,
 * and by the gigabyte it reports.
 */
export class ArcMachine extends pulumi.ComponentResource {
  constructor(name: string, args: ArcMachineArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:site:ArcMachine", name, {}, opts);
    const { machineId, location, tags, configuration } = args;
    const { resourceGroup: resourceGroupName = "", names } = parseArmId(machineId);
    const machineName = names.at(-1) ?? "";
    const parent = { parent: this };

    new guestconfiguration.GuestConfigurationHCRPAssignment(
      `${name}-configuration`,
      {
        resourceGroupName,
        machineName,
        guestConfigurationAssignmentName: configuration.name,
        name: configuration.name,
        location,
        properties: {
          context: "cabinet",
          guestConfiguration: {
            name: configuration.name,
            version: configuration.version,
            kind: guestconfiguration.Kind.DSC,
            assignmentType: configuration.assignment,
            contentUri: configuration.link,
            contentHash: configuration.sha256,
            configurationParameter: [
              {
                name: "[SlimServer]Machine;Correct",
                value: String(configuration.assignment === "ApplyAndAutoCorrect"),
              },
            ],
          },
        },
      },
      parent,
    );

    const agent = new hybridcompute.MachineExtension(
      `${name}-${monitorAgent.noun}`,
      {
        resourceGroupName,
        machineName,
        extensionName: monitorAgent.type,
        location,
        properties: {
          publisher: monitorAgent.publisher,
          type: monitorAgent.type,
          typeHandlerVersion: monitorAgent.version,
          autoUpgradeMinorVersion: true,
          enableAutomaticUpgrade: monitorAgent.automaticUpgrade,
        },
        tags,
      },
      parent,
    );
    new monitor.DataCollectionRuleAssociation(
      `${name}-reports`,
      {
        resourceUri: machineId,
        associationName: "cabinet",
        dataCollectionRuleId: args.collectionRuleId,
      },
      { parent: this, dependsOn: agent },
    );

    patchInWindow(
      name,
      {
        resourceGroupName,
        location,
        maintenanceId: args.maintenanceId,
        of: "arc",
        machineName,
        machineId,
      },
      parent,
    );

    this.registerOutputs({});
  }
}
