import * as compute from "@pulumi/azure-native/compute";
import * as monitor from "@pulumi/azure-native/monitor";
import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { joinDeployment, type HostJoin } from "./host-join";
import { hostMachine, machineInputsKept, type MachineImage } from "./host-machine";
import {
  antiMalware,
  extensionOf,
  guestAttestation,
  monitorAgent,
  type HostExtension,
} from "./host-software";
import { machineInterface } from "./machine-interface";
import type { Placement } from "./placement";

export interface SessionHostArgs extends Placement {
  /** Required. Name of the machine and of its resource, at most 15 characters. */
  readonly vmName: string;
  /** Required. Azure's name of the size. */
  readonly size: string;
  /** Required. What it is built from. */
  readonly image: MachineImage;
  /** Required. Zone the host stands in; none lets Azure choose a place. */
  readonly zone: string | undefined;
  /** Required. Subnet of its network interface. */
  readonly subnetId: pulumi.Input<string>;
  /** Required. Password of the local administrator. */
  readonly password: pulumi.Input<string>;
  /** Required. Key its disk is encrypted with. */
  readonly diskEncryptionSetId: pulumi.Input<string>;
  /** Required. What it is known to. */
  readonly join: HostJoin;
  /** Required. Pool its cost is added to, where it is in one. */
  readonly poolId: pulumi.Input<string> | undefined;
  /** Required. Script that makes it a host of the firm. */
  readonly script: pulumi.Input<string>;
  /** Required. Says what it reports on itself. */
  readonly collectionRuleId: pulumi.Input<string>;
}

/**
 * One machine that carries sessions. It belongs to a generation: what it was built with, extensions
 * and settings included, is never changed on the living host, so no deployment needs it switched on.
 * Costs by the hour it runs, and its disk by the month.
 */
export class SessionHost extends pulumi.ComponentResource {
  /** When these are there, the host may be handed to its broker. */
  readonly built: readonly pulumi.Resource[];

  constructor(name: string, args: SessionHostArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:SessionHost", name, {}, opts);
    const { location, resourceGroupName, vmName, poolId } = args;
    // By this tag Azure's cost analysis adds a host's cost to its pool's.
    const tags = {
      ...args.tags,
      ...(poolId === undefined ? {} : { "cm-resource-parent": poolId }),
    };

    const nic = machineInterface(
      `${name}-nic`,
      { ...args, tags, vmName, purpose: "sessions" },
      { parent: this },
    );

    const settings = { ...args, nicId: nic.id, ...windows };
    const vm = new compute.VirtualMachine(
      `${name}-vm`,
      { resourceGroupName, location, tags, ...hostMachine(settings) },
      { parent: this, ignoreChanges: machineInputsKept },
    );

    const extend = (extension: HostExtension): compute.VirtualMachineExtension =>
      new compute.VirtualMachineExtension(
        `${name}-${extension.noun}`,
        { resourceGroupName, location, vmName: vm.name, tags, ...extensionOf(extension) },
        // A stopped host refuses any change of its extensions, their removal too; they go with it.
        { parent: this, ignoreChanges: extensionInputs, deletedWith: vm },
      );
    const defender = extend(antiMalware);
    extend(guestAttestation);
    extend(monitorAgent);
    new monitor.DataCollectionRuleAssociation(
      `${name}-collection`,
      {
        resourceUri: vm.id,
        associationName: "sessions",
        dataCollectionRuleId: args.collectionRuleId,
      },
      { parent: this, deletedWith: vm },
    );

    const made = new compute.VirtualMachineRunCommandByVirtualMachine(
      `${name}-settings`,
      {
        resourceGroupName,
        location,
        vmName: vm.name,
        runCommandName: "settings",
        source: { script: args.script },
        // Display languages and big programs are fetched; what fails must not look like a host.
        timeoutInSeconds: 3600,
        treatFailureAsDeploymentFailure: true,
        asyncExecution: false,
        tags,
      },
      {
        parent: this,
        ignoreChanges: ["source", "timeoutInSeconds", "tags"],
        deletedWith: vm,
        // Defender must be there to be told what it may not open.
        dependsOn: [defender],
      },
    );
    // The script comes first: joining a domain restarts the host.
    const joined = new resources.Deployment(
      `${name}-join`,
      {
        resourceGroupName,
        deploymentName: `join-${vmName}`,
        properties: {
          mode: resources.DeploymentMode.Incremental,
          ...joinDeployment(vmName, location, args.join),
        },
      },
      { parent: this, dependsOn: [made], ignoreChanges: ["properties"] },
    );
    this.built = [vm, joined];
    this.registerOutputs({});
  }
}

const windows = { licence: "Windows_Client", patching: "windows" } as const;

const extensionInputs = [
  "publisher",
  "type",
  "typeHandlerVersion",
  "autoUpgradeMinorVersion",
  "enableAutomaticUpgrade",
  "settings",
  "tags",
];
