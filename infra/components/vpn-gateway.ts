import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Placement } from "./placement";
import { publicAddress } from "./public-address";

export interface VpnGatewayArgs extends Placement {
  /** Required. Azure's name of the size. */
  readonly size: "VpnGw1AZ" | "VpnGw2AZ" | "VpnGw3AZ";
  /** Required. The hub's `GatewaySubnet`. */
  readonly subnetId: pulumi.Input<string>;
  /** Required. Zones of the region; empty where there are none. */
  readonly zones: readonly string[];
}

/**
 * The hub's end of the tunnels to offices; each office brings its own connection. For directory,
 * names and printing, not for people, who come over the internet. Costs by the hour, and by the
 * tunnel beyond ten.
 */
export class VpnGateway extends pulumi.ComponentResource {
  readonly gatewayId: pulumi.Output<string>;
  /** Address offices' routers call. */
  readonly address: pulumi.Output<string | undefined>;

  constructor(name: string, args: VpnGatewayArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:platform:VpnGateway", name, {}, opts);
    const { owner, location, resourceGroupName, tags, size } = args;

    const address = publicAddress(`${name}-address`, { ...args, purpose: "vpn" }, { parent: this });

    const gateway = new network.VirtualNetworkGateway(
      `${name}-gateway`,
      {
        resourceGroupName,
        virtualNetworkGatewayName: azureName("vpnGateway", owner),
        location,
        gatewayType: network.VirtualNetworkGatewayType.Vpn,
        vpnType: network.VpnType.RouteBased,
        vpnGatewayGeneration: generations[size],
        sku: { name: size, tier: size },
        activeActive: false,
        enableBgp: false,
        ipConfigurations: [
          {
            name: "default",
            subnet: { id: args.subnetId },
            publicIPAddress: { id: address.id },
            privateIPAllocationMethod: network.IPAllocationMethod.Dynamic,
          },
        ],
        tags,
      },
      { parent: this },
    );

    this.gatewayId = gateway.id;
    this.address = address.ipAddress;
    this.registerOutputs({ gatewayId: this.gatewayId });
  }
}

// https://learn.microsoft.com/azure/vpn-gateway/about-gateway-skus: the first size has one generation.
const generations = {
  VpnGw1AZ: network.VpnGatewayGeneration.Generation1,
  VpnGw2AZ: network.VpnGatewayGeneration.Generation2,
  VpnGw3AZ: network.VpnGatewayGeneration.Generation2,
} as const;
