import * as compute from "@pulumi/azure-native/compute";
import * as keyvault from "@pulumi/azure-native/keyvault";
import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { azureName } from "../azure/names";
import type { Address } from "../azure/network";
import type { Backup } from "../firm/firm";
import { dataDiskScript } from "../windows/data-disk-script";
import { hostMachine, machineInputsKept } from "./host-machine";
import { antiMalware, extensionOf, guestAttestation, monitorAgent } from "./host-software";
import type { Placement } from "./placement";
import { patchInWindow } from "./patches";
import { ServerBackup } from "./server-backup";
import { windowsServer } from "./windows-server";

export interface SecondControllerArgs extends Placement {
  /** Required. Computer name, at most 15 characters. */
  readonly computerName: string;
  /** Required. Its address, which hosts and offices know it by; in the subnet. */
  readonly address: Address;
  readonly subnetId: pulumi.Input<string>;
  /** Required. The domain's other controllers, which it asks for names: it finds the domain by them alone. */
  readonly otherControllers: readonly Address[];
  /** Required. Zones of the region; empty where there are none. */
  readonly zones: readonly string[];
  /** Required. Key its disks are encrypted with. */
  readonly diskEncryptionSetId: pulumi.Input<string>;
  /** Required. When it is patched. */
  readonly maintenanceId: pulumi.Input<string>;
  /** Required. Vault that keeps the local administrator's password, and the group it is in. */
  readonly vaultName: pulumi.Input<string>;
  readonly vaultGroupName: pulumi.Input<string>;
  /** Required. Where and how long its copies are kept; `stays`: whether they do when it goes. */
  readonly copies: {
    readonly backup: Backup;
    readonly vaultName: pulumi.Input<string>;
    readonly stay: boolean;
  };
}

/** 2 processors, 8 GiB: a directory of hundreds of accounts is held in memory many times over. */
const size = "Standard_D2as_v5";

/** A directory of hundreds of accounts takes less than one GiB; the smallest Premium disk that is not too slow. */
const directoryGiB = 32;

/**
 * A Windows server that becomes the domain's second controller, so that people sign in while their office is cut off.
 * It has the features, and a disk of its own without cache, as Microsoft asks for a directory; promoting it takes a
 * domain administrator, and is a step of the office's kit. A controller that is lost is made anew from the other one;
 * its copies are for the day on which all are lost. Costs by the hour, day and night, by its disks, and by what is kept.
 */
export class SecondController extends pulumi.ComponentResource {
  readonly vmId: pulumi.Output<string>;

  constructor(name: string, args: SecondControllerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:site:SecondController", name, {}, opts);
    const { owner, location, resourceGroupName, tags, computerName, zones } = args;

    const password = new random.RandomPassword(
      `${name}-password`,
      { length: 32, minLower: 1, minUpper: 1, minNumeric: 1, minSpecial: 1 },
      { parent: this },
    ).result;
    const nic = new network.NetworkInterface(
      `${name}-nic`,
      {
        resourceGroupName,
        networkInterfaceName: azureName("networkInterface", owner, "controller"),
        location,
        enableAcceleratedNetworking: true,
        ipConfigurations: [
          {
            name: "controller",
            subnet: { id: args.subnetId },
            privateIPAllocationMethod: network.IPAllocationMethod.Static,
            privateIPAddress: args.address.text,
          },
        ],
        // Not the network's own: before it is promoted, it must not ask itself first.
        dnsSettings: {
          dnsServers: [...args.otherControllers, args.address].map(({ text }) => text),
        },
        tags,
      },
      { parent: this },
    );
    const machine = hostMachine({
      ...args,
      vmName: computerName,
      size,
      zone: zones[0],
      image: windowsServer,
      password,
      nicId: nic.id,
      licence: "Windows_Server",
      patching: "platform",
    });
    const { storageProfile } = machine;
    const vm = new compute.VirtualMachine(
      `${name}-vm`,
      {
        resourceGroupName,
        location,
        tags,
        ...machine,
        storageProfile: {
          ...storageProfile,
          // It goes with the machine: what is on it is on the other controllers as well.
          dataDisks: [
            {
              lun: 0,
              name: azureName("dataDisk", owner, "directory"),
              createOption: compute.DiskCreateOptionTypes.Empty,
              deleteOption: compute.DiskDeleteOptionTypes.Delete,
              diskSizeGB: directoryGiB,
              // The directory loses what a cache had not written yet.
              caching: compute.CachingTypes.None,
              managedDisk: storageProfile.osDisk.managedDisk,
            },
          ],
        },
      },
      { parent: this, ignoreChanges: machineInputsKept },
    );

    for (const extension of [antiMalware, guestAttestation, monitorAgent])
      new compute.VirtualMachineExtension(
        `${name}-${extension.noun}`,
        { resourceGroupName, location, vmName: vm.name, tags, ...extensionOf(extension) },
        { parent: this, deletedWith: vm },
      );
    new compute.VirtualMachineRunCommandByVirtualMachine(
      `${name}-features`,
      {
        resourceGroupName,
        location,
        vmName: vm.name,
        runCommandName: "features",
        source: { script: controllerScript },
        timeoutInSeconds: 1800,
        treatFailureAsDeploymentFailure: true,
        asyncExecution: false,
        tags,
      },
      { parent: this, deletedWith: vm },
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
      `${name}-kept`,
      {
        resourceGroupName: args.vaultGroupName,
        vaultName: args.vaultName,
        secretName: `controller-${computerName.toLowerCase()}`,
        properties: { contentType: "text/plain", value: password },
        tags,
      },
      // Azure has no way to delete a secret from outside the vault; it goes with the vault.
      { parent: this, retainOnDelete: true },
    );

    new ServerBackup(
      `${name}-backup`,
      {
        owner,
        ...args.copies,
        resourceGroupName: args.vaultGroupName,
        vmId: vm.id,
        vmName: computerName,
        vmGroupName: resourceGroupName,
      },
      { parent: this },
    );

    this.vmId = vm.id;
    this.registerOutputs({ vmId: this.vmId });
  }
}

/**
 * The disk, features and no spooler: a script for Windows PowerShell 5.1 that may run any number of times. Database,
 * logs and SYSVOL must not lie on the system disk:
 * https://learn.microsoft.com/windows-server/identity/ad-ds/deploy/virtual-dc/adds-on-azure-vm
 */
const controllerScript = [
  "$ErrorActionPreference = 'Stop'",
  "$ProgressPreference = 'SilentlyContinue'",
  ...dataDiskScript,
  "Install-WindowsFeature -Name AD-Domain-Services, DNS -IncludeManagementTools | Out-Null",
  "Stop-Service -Name Spooler",
  "Set-Service -Name Spooler -StartupType Disabled",
  "",
].join("\n");
