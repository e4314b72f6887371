import * as network from "@pulumi/azure-native/network";
import type { Stage } from "./behaviour";

export function networkOf(
  { named, resourceGroupName, location }: Stage,
  part: string,
  virtualNetworkName: string,
  { range = "10.0.0.0/24", subnets }: NetworkParts = {},
): network.VirtualNetwork {
  return new network.VirtualNetwork(named(part), {
    resourceGroupName,
    location,
    virtualNetworkName,
    addressSpace: { addressPrefixes: [range] },
    ...(subnets !== undefined && { subnets: [...subnets] }),
  });
}

interface NetworkParts {
  readonly range?: string;
  readonly subnets?: readonly { readonly name: string; readonly addressPrefix: string }[];
}

export function subnetOf(
  { named, resourceGroupName }: Stage,
  net: network.VirtualNetwork,
  subnetName: string,
  addressPrefix: string,
): network.Subnet {
  return new network.Subnet(named(`subnet-${subnetName}`), {
    resourceGroupName,
    virtualNetworkName: net.name,
    subnetName,
    addressPrefix,
  });
}
