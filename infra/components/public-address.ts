import * as network from "@pulumi/azure-native/network";
import type * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Placement } from "./placement";

export interface PublicAddressArgs extends Placement {
  /** Required. What stands behind it, in one word; part of its name. */
  readonly purpose: string;
  /** Required. Zones of the region, all of which carry it; empty where there are none. */
  readonly zones: readonly string[];
}

/** A fixed public IPv4 address of one of the hub's services. Costs by the hour. */
export function publicAddress(
  name: string,
  { owner, location, resourceGroupName, tags, purpose, zones }: PublicAddressArgs,
  opts: pulumi.CustomResourceOptions,
): network.PublicIPAddress {
  return new network.PublicIPAddress(
    name,
    {
      resourceGroupName,
      location,
      publicIpAddressName: azureName("publicIpAddress", owner, purpose),
      sku: { name: network.PublicIPAddressSkuName.Standard },
      publicIPAllocationMethod: network.IPAllocationMethod.Static,
      publicIPAddressVersion: network.IPVersion.IPv4,
      ...(zones.length === 0 ? {} : { zones: [...zones] }),
      tags,
    },
    opts,
  );
}
