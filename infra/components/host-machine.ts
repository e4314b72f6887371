import * as compute from "@pulumi/azure-native/compute";
import type { Input } from "@pulumi/pulumi";
import { azureName, type NameOwner } from "../azure/names";
import { localAdministrator } from "../windows/local-administrator";
import { timeZone } from "../windows/time-zone";

export interface HostMachine {
  readonly owner: NameOwner;
  /** Name of the machine and of its resource, at most 15 characters. */
  readonly vmName: string;
  /** Azure's name of the size. */
  readonly size: string;
  /** Zone it stands in; none lets Azure choose a place. */
  readonly zone: string | undefined;
  readonly image: MachineImage;
  readonly licence: "Windows_Client" | "Windows_Server";
  /** Password of the local administrator. */
  readonly password: Input<string>;
  /** Key its disk is encrypted with. */
  readonly diskEncryptionSetId: Input<string> | undefined;
  /** Who patches it: Windows itself between two generations, or Azure, one zone after the other. */
  readonly patching: "windows" | "platform";
  readonly nicId: Input<string>;
}

export { localAdministrator };

/** One exact image: Microsoft's, or a version in a gallery. */
export type MachineImage =
  | {
      readonly publisher: string;
      readonly offer: string;
      readonly sku: string;
      readonly version: string;
    }
  | { readonly id: Input<string> };

/** Settings of a Windows machine of the firm: trusted launch, encrypted, reached over its network only. */
export function hostMachine(machine: HostMachine) {
  const { owner, vmName, size, zone, password, nicId, diskEncryptionSetId } = machine;
  return {
    vmName,
    hardwareProfile: { vmSize: size },
    ...(zone === undefined ? {} : { zones: [zone] }),
    licenseType: machine.licence,
    identity: { type: compute.ResourceIdentityType.SystemAssigned },
    securityProfile: {
      securityType: compute.SecurityTypes.TrustedLaunch,
      uefiSettings: { secureBootEnabled: true, vTpmEnabled: true },
      // Needs the subscription's feature Microsoft.Compute/EncryptionAtHost.
      encryptionAtHost: true,
    },
    storageProfile: {
      imageReference: machine.image,
      osDisk: {
        name: azureName("osDisk", owner, vmName),
        createOption: compute.DiskCreateOptionTypes.FromImage,
        deleteOption: compute.DiskDeleteOptionTypes.Delete,
        caching: compute.CachingTypes.ReadWrite,
        diskSizeGB: 128,
        managedDisk: {
          storageAccountType: compute.StorageAccountTypes.Premium_LRS,
          ...(diskEncryptionSetId === undefined
            ? {}
            : { diskEncryptionSet: { id: diskEncryptionSetId } }),
        },
      },
    },
    osProfile: {
      computerName: vmName,
      adminUsername: localAdministrator,
      adminPassword: password,
      windowsConfiguration: { provisionVMAgent: true, timeZone, ...patching[machine.patching] },
    },
    networkProfile: {
      networkInterfaces: [{ id: nicId, primary: true, deleteOption: compute.DeleteOptions.Delete }],
    },
    diagnosticsProfile: { bootDiagnostics: { enabled: true } },
  };
}

// Azure's own patching knows servers only.
const patching = {
  windows: {
    enableAutomaticUpdates: true,
    patchSettings: { patchMode: compute.WindowsVMGuestPatchMode.AutomaticByOS },
  },
  platform: {
    enableAutomaticUpdates: true,
    patchSettings: {
      patchMode: compute.WindowsVMGuestPatchMode.AutomaticByPlatform,
      assessmentMode: compute.WindowsPatchAssessmentMode.AutomaticByPlatform,
    },
  },
} as const;

/**
 * What is never changed on a living machine: its size, image, join and place belong to the generation
 * it was built with, and a stopped one would have to be started for it.
 */
export const machineInputsKept = [
  "hardwareProfile",
  "osProfile",
  "storageProfile",
  "securityProfile",
  "zones",
];
