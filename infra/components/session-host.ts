import * as compute from "@pulumi/azure-native/compute";
import * as network from "@pulumi/azure-native/network";
import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { HostPoolReference } from "./desktops";
import { agentDeployment } from "./host-registration";
import {
  entraJoin,
  guestAttestation,
  hostImage,
  monitorAgent,
  type HostExtension,
} from "./host-software";
import type { Placement } from "./placement";
import { timeZone } from "./scaling-schedules";

export interface SessionHostArgs extends Placement {
  /** Required. Name of the machine and of its resource, at most 15 characters. */
  readonly vmName: string;
  /** Required. Azure's name of the size. */
  readonly size: string;
  /** Required. Zone the host stands in; none lets Azure choose a place. */
  readonly zone: string | undefined;
  /** Required. Subnet of its network interface. */
  readonly subnetId: pulumi.Input<string>;
  /** Required. Password of the local administrator. */
  readonly password: pulumi.Input<string>;
  /** Required. Pool the host joins. */
  readonly hostPool: Pick<HostPoolReference, "id" | "name">;
  /** Required. What mints the token the agent registers with. */
  readonly token: pulumi.Resource;
}

const localAdministrator = "cabinetadmin";

/**
 * One machine that carries sessions, joined to Entra and registered with its host pool. It belongs
 * to a generation: what it was built with is never changed on the living host. Costs by the hour it
 * runs, and its disk by the month.
 */
export class SessionHost extends pulumi.ComponentResource {
  constructor(name: string, args: SessionHostArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:SessionHost", name, {}, opts);
    const { location, resourceGroupName, vmName } = args;
    // By this tag Azure's cost analysis adds a host's cost to its pool's.
    const tags = { ...args.tags, "cm-resource-parent": args.hostPool.id };

    const nic = new network.NetworkInterface(
      `${name}-nic`,
      {
        resourceGroupName,
        networkInterfaceName: azureName("networkInterface", args.owner, vmName),
        location,
        enableAcceleratedNetworking: true,
        ipConfigurations: [
          {
            name: "sessions",
            subnet: { id: args.subnetId },
            privateIPAllocationMethod: network.IPAllocationMethod.Dynamic,
          },
        ],
        tags,
      },
      { parent: this },
    );

    const vm = new compute.VirtualMachine(
      `${name}-vm`,
      { resourceGroupName, location, tags, ...machine(args, nic.id) },
      { parent: this, ignoreChanges: ["osProfile", "storageProfile", "securityProfile", "zones"] },
    );

    const extend = (extension: HostExtension): compute.VirtualMachineExtension =>
      new compute.VirtualMachineExtension(
        `${name}-${extension.noun}`,
        { resourceGroupName, location, vmName: vm.name, tags, ...settingsOf(extension) },
        // A stopped host refuses any change of its extensions, their removal too; they go with it.
        { parent: this, ignoreChanges: extensionInputs, deletedWith: vm },
      );
    const join = extend(entraJoin);
    extend(guestAttestation);
    extend(monitorAgent);

    new resources.Deployment(
      `${name}-agent`,
      {
        resourceGroupName,
        deploymentName: `agent-${vmName}`,
        properties: {
          mode: resources.DeploymentMode.Incremental,
          ...agentDeployment(vmName, args.hostPool, location),
        },
      },
      // The agent wants a host that is joined, and a token that is fresh.
      { parent: this, dependsOn: [vm, join, args.token], ignoreChanges: ["properties"] },
    );

    this.registerOutputs({});
  }
}

function machine(
  { owner, vmName, size, zone, password }: SessionHostArgs,
  nicId: pulumi.Input<string>,
) {
  return {
    vmName,
    hardwareProfile: { vmSize: size },
    ...(zone === undefined ? {} : { zones: [zone] }),
    licenseType: "Windows_Client",
    identity: { type: compute.ResourceIdentityType.SystemAssigned },
    securityProfile: {
      securityType: compute.SecurityTypes.TrustedLaunch,
      uefiSettings: { secureBootEnabled: true, vTpmEnabled: true },
      // Needs the subscription's feature Microsoft.Compute/EncryptionAtHost.
      encryptionAtHost: true,
    },
    storageProfile: {
      imageReference: hostImage,
      osDisk: {
        name: azureName("osDisk", owner, vmName),
        createOption: compute.DiskCreateOptionTypes.FromImage,
        deleteOption: compute.DiskDeleteOptionTypes.Delete,
        caching: compute.CachingTypes.ReadWrite,
        diskSizeGB: 128,
        managedDisk: { storageAccountType: compute.StorageAccountTypes.Premium_LRS },
      },
    },
    osProfile: {
      computerName: vmName,
      adminUsername: localAdministrator,
      adminPassword: password,
      windowsConfiguration: {
        provisionVMAgent: true,
        timeZone,
        // Between two generations Windows patches itself; Azure's own patching knows servers only.
        enableAutomaticUpdates: true,
        patchSettings: { patchMode: compute.WindowsVMGuestPatchMode.AutomaticByOS },
      },
    },
    networkProfile: {
      networkInterfaces: [{ id: nicId, primary: true, deleteOption: compute.DeleteOptions.Delete }],
    },
    diagnosticsProfile: { bootDiagnostics: { enabled: true } },
  };
}

const extensionInputs = [
  "publisher",
  "type",
  "typeHandlerVersion",
  "autoUpgradeMinorVersion",
  "enableAutomaticUpgrade",
  "settings",
  "tags",
];

function settingsOf({ publisher, type, version, automaticUpgrade, settings }: HostExtension) {
  return {
    vmExtensionName: type,
    publisher,
    type,
    typeHandlerVersion: version,
    autoUpgradeMinorVersion: true,
    enableAutomaticUpgrade: automaticUpgrade,
    ...(settings === undefined ? {} : { settings }),
  };
}
