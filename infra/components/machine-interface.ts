import * as network from "@pulumi/azure-native/network";
import type * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Placement } from "./placement";

export interface MachineInterface extends Omit<Placement, "tags"> {
  /** Machine it is for; takes part in the name. */
  readonly vmName: string;
  readonly subnetId: pulumi.Input<string>;
  readonly tags: Readonly<Record<string, pulumi.Input<string>>>;
  /** What its one address is for. */
  readonly purpose: string;
}

/** A machine's network interface: one address inside the firm's network, and none outside of it. */
export function machineInterface(
  name: string,
  { owner, location, resourceGroupName, tags, vmName, subnetId, purpose }: MachineInterface,
  opts: pulumi.CustomResourceOptions,
): network.NetworkInterface {
  return new network.NetworkInterface(
    name,
    {
      resourceGroupName,
      networkInterfaceName: azureName("networkInterface", owner, vmName),
      location,
      enableAcceleratedNetworking: true,
      ipConfigurations: [
        {
          name: purpose,
          subnet: { id: subnetId },
          privateIPAllocationMethod: network.IPAllocationMethod.Dynamic,
        },
      ],
      tags,
    },
    opts,
  );
}
