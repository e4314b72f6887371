import * as compute from "@pulumi/azure-native/compute";
import * as keyvault from "@pulumi/azure-native/keyvault";
import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { azureName } from "../azure/names";
import { DataDisk } from "./data-disk";
import { fileServerScript } from "./file-server-script";
import { joinDeployment, type DomainJoin } from "./host-join";
import { hostMachine, machineInputsKept } from "./host-machine";
import { antiMalware, extensionOf, guestAttestation, monitorAgent } from "./host-software";
import { machineInterface } from "./machine-interface";
import type { Placement } from "./placement";
import { windowsServer } from "./windows-server";
import { patchInWindow } from "./patches";

export interface FileServerArgs extends Placement {
  /** Required. Room for client files, 100 to 32,767 GiB. */
  readonly dossiersGiB: number;
  /** Required. Zones of the region; empty where there are none. */
  readonly zones: readonly string[];
  /** Required. Subnet for file servers. */
  readonly subnetId: pulumi.Input<string>;
  /** Required. Domain that knows the users: a Windows server asks nobody else. */
  readonly join: DomainJoin;
  /** Required. Key its disks are encrypted with. */
  readonly diskEncryptionSetId: pulumi.Input<string>;
  /** Required. When it is patched. */
  readonly maintenanceId: pulumi.Input<string>;
  /** Required. Vault that keeps the local administrator's password, and the group it is in. */
  readonly vaultName: pulumi.Input<string>;
  readonly vaultGroupName: pulumi.Input<string>;
}

/** 4 processors, 16 GiB: what copies files is the disk. */
const size = "Standard_D4as_v5";

const shareName = "dossiers";

/**
 * A Windows server with the client files, for suites whose databases are files that many write at
 * once: it grants no leases, which Azure Files always does, and Jet databases break on them. Its data
 * is on a disk of its own, which outlives the machine. Runs day and night; costs by the hour, and its
 * disks by their size. One machine: while it is patched or its zone fails, nobody works.
 */
export class FileServer extends pulumi.ComponentResource {
  readonly vmId: pulumi.Output<string>;
  readonly vmName: string;
  readonly dataDiskId: pulumi.Output<string>;
  /** As Windows writes it: `\\server.domain\dossiers`. */
  readonly uncPath: string;

  constructor(name: string, args: FileServerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:FileServer", name, {}, opts);
    const { owner, location, resourceGroupName, tags, join, zones } = args;
    this.vmName = azureName("virtualMachine", owner, "files");

    const disk = new DataDisk(
      `${name}-data`,
      { ...args, purpose: "dossiers", gibibytes: args.dossiersGiB },
      { parent: this },
    );
    const password = new random.RandomPassword(
      `${name}-password`,
      { length: 32, minLower: 1, minUpper: 1, minNumeric: 1, minSpecial: 1 },
      { parent: this },
    ).result;
    const nic = machineInterface(
      `${name}-nic`,
      { ...args, vmName: this.vmName, purpose: "files" },
      { parent: this },
    );

    const machine = hostMachine({
      ...args,
      vmName: this.vmName,
      size,
      zone: zones[0],
      image: windowsServer,
      password,
      nicId: nic.id,
      licence: "Windows_Server",
      patching: "platform",
    });
    const vm = new compute.VirtualMachine(
      `${name}-vm`,
      {
        resourceGroupName,
        location,
        tags,
        ...machine,
        storageProfile: { ...machine.storageProfile, dataDisks: [disk.attachment] },
      },
      { parent: this, ignoreChanges: machineInputsKept },
    );

    for (const extension of [antiMalware, guestAttestation, monitorAgent])
      new compute.VirtualMachineExtension(
        `${name}-${extension.noun}`,
        { resourceGroupName, location, vmName: vm.name, tags, ...extensionOf(extension) },
        { parent: this, deletedWith: vm },
      );
    const joined = new resources.Deployment(
      `${name}-join`,
      {
        resourceGroupName,
        deploymentName: `join-${this.vmName}`,
        properties: {
          mode: resources.DeploymentMode.Incremental,
          ...joinDeployment(this.vmName, location, { kind: "domain", ...join }),
        },
      },
      { parent: this, dependsOn: vm, ignoreChanges: ["properties"] },
    );
    // Named after the disk's size: a disk that has grown is taken up at once.
    const runCommandName = `files-${disk.gibibytes}`;
    new compute.VirtualMachineRunCommandByVirtualMachine(
      `${name}-${runCommandName}`,
      {
        resourceGroupName,
        location,
        vmName: vm.name,
        runCommandName,
        source: { script: fileServerScript({ share: shareName }) },
        timeoutInSeconds: 1800,
        treatFailureAsDeploymentFailure: true,
        asyncExecution: false,
        tags,
      },
      { parent: this, dependsOn: [joined, disk], deletedWith: vm },
    );
    patchInWindow(
      name,
      {
        resourceGroupName,
        location,
        maintenanceId: args.maintenanceId,
        of: "azure",
        machineName: vm.name,
        machineId: vm.id,
      },
      { parent: this, deletedWith: vm },
    );
    new keyvault.Secret(
      `${name}-secret`,
      {
        resourceGroupName: args.vaultGroupName,
        vaultName: args.vaultName,
        secretName: "file-server",
        properties: { contentType: "text/plain", value: password },
        tags,
      },
      // Azure has no way to delete a secret from outside the vault; it goes with the vault.
      { parent: this, retainOnDelete: true },
    );

    this.vmId = vm.id;
    this.dataDiskId = disk.diskId;
    this.uncPath = `\\\\${this.vmName}.${join.domain}\\${shareName}`;
    this.registerOutputs({ vmId: this.vmId, uncPath: this.uncPath });
  }
}
