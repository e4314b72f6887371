import * as compute from "@pulumi/azure-native/compute";
import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { azureName } from "../azure/names";
import { connectorDeployment, type CitrixCloud } from "./citrix-connector-software";
import { joinDeployment, type DomainJoin, type HostJoin } from "./host-join";
import { hostMachine, machineInputsKept } from "./host-machine";
import { antiMalware, extensionOf, guestAttestation } from "./host-software";
import { machineInterface } from "./machine-interface";
import type { Placement } from "./placement";
import { windowsServer } from "./windows-server";

export interface CitrixConnectorsArgs extends Placement {
  /** Required. Zones to spread them over; empty where there are none. */
  readonly zones: readonly string[];
  /** Required. Subnet of their network interfaces: that of the hosts. */
  readonly subnetId: pulumi.Input<string>;
  /** Required. Key their disks are encrypted with. */
  readonly diskEncryptionSetId: pulumi.Input<string>;
  /** Required. Domain of the hosts: Citrix knows machines by it. */
  readonly join: HostJoin & DomainJoin;
  /** Required. Where they register. */
  readonly cloud: CitrixCloud;
}

/** The fewest that go on when one fails, or is being patched. */
const count = 2;

/** 2 processors, 8 GiB; Citrix asks for two and four: https://docs.citrix.com/en-us/citrix-cloud/citrix-cloud-resource-locations/citrix-cloud-connector/technical-details */
const size = "Standard_D2as_v5";

/**
 * Two machines through which Citrix Cloud reaches the firm's hosts; they call out, nobody calls them.
 * Unlike hosts they run day and night. Costs by the hour, and their disks by the month.
 */
export class CitrixConnectors extends pulumi.ComponentResource {
  /** Names by which hosts find them. */
  readonly hostNames: readonly string[];
  /** Local administrators' passwords, by the machine's name. */
  readonly passwords: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(name: string, args: CitrixConnectorsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:CitrixConnectors", name, {}, opts);
    const { owner, location, resourceGroupName, tags, join } = args;
    const machines = Array.from({ length: count }, (_, place) => ({
      place,
      child: `${name}-${place + 1}`,
      vmName: azureName("virtualMachine", owner, `connector${place + 1}`),
    }));

    const passwords = machines.map(({ place, child, vmName }) => {
      const password = new random.RandomPassword(
        `${child}-password`,
        { length: 32, minLower: 1, minUpper: 1, minNumeric: 1, minSpecial: 1 },
        { parent: this },
      ).result;
      const nic = machineInterface(
        `${child}-nic`,
        { ...args, vmName, purpose: "connector" },
        { parent: this },
      );
      const settings = {
        ...args,
        vmName,
        size,
        zone: args.zones[place % args.zones.length],
        image: windowsServer,
        password,
        nicId: nic.id,
        licence: "Windows_Server",
        patching: "platform",
      } as const;
      const vm = new compute.VirtualMachine(
        `${child}-vm`,
        { resourceGroupName, location, tags, ...hostMachine(settings) },
        { parent: this, ignoreChanges: machineInputsKept },
      );
      for (const extension of [antiMalware, guestAttestation])
        new compute.VirtualMachineExtension(
          `${child}-${extension.noun}`,
          { resourceGroupName, location, vmName: vm.name, tags, ...extensionOf(extension) },
          { parent: this, deletedWith: vm },
        );
      const deploy = (
        noun: string,
        properties: ReturnType<typeof joinDeployment | typeof connectorDeployment>,
        after: pulumi.Resource,
      ): resources.Deployment =>
        new resources.Deployment(
          `${child}-${noun}`,
          {
            resourceGroupName,
            deploymentName: `${noun}-${vmName}`,
            properties: { mode: resources.DeploymentMode.Incremental, ...properties },
          },
          { parent: this, dependsOn: after, ignoreChanges: ["properties"] },
        );
      const joined = deploy("join", joinDeployment(vmName, location, join), vm);
      deploy("connector", connectorDeployment(vmName, location, args.cloud), joined);
      return [vmName, password] as const;
    });

    this.passwords = Object.fromEntries(passwords);
    this.hostNames = machines.map(({ vmName }) => `${vmName}.${join.domain}`);
    this.registerOutputs({ hostNames: this.hostNames });
  }
}
