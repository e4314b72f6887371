import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Placement } from "./placement";

/** `nat`: by a gateway and an address of the firm's own. `firewall`: through the platform's, which goes by names. */
export type EgressWay =
  | { readonly kind: "nat" }
  | {
      readonly kind: "firewall";
      /** Its address in the hub. */
      readonly address: pulumi.Input<string>;
    };

export interface FirmEgressArgs extends Placement {
  readonly way: EgressWay;
  /** Required. Zones of the region; empty where there are none. */
  readonly zones: readonly string[];
}

/** What brings a firm's hosts to the world: one fixed address of its own, or a route to the firewall. */
export class FirmEgress extends pulumi.ComponentResource {
  /** What a subnet takes to use it. */
  readonly ofSubnet: Pick<network.SubnetArgs, "natGateway" | "routeTable">;
  /** The address the world sees; undefined where it is the firewall's. */
  readonly address: pulumi.Output<string | undefined> | undefined;

  constructor(name: string, args: FirmEgressArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:FirmEgress", name, {}, opts);
    const { owner, location, resourceGroupName, tags, zones, way } = args;
    const common = { resourceGroupName, location, tags };

    switch (way.kind) {
      case "nat": {
        const address = new network.PublicIPAddress(
          `${name}-address`,
          {
            ...common,
            publicIpAddressName: azureName("publicIpAddress", owner, "egress"),
            sku: { name: network.PublicIPAddressSkuName.Standard },
            publicIPAllocationMethod: network.IPAllocationMethod.Static,
            publicIPAddressVersion: network.IPVersion.IPv4,
            ...(zones.length === 0 ? {} : { zones: [...zones] }),
          },
          { parent: this },
        );
        const gateway = new network.NatGateway(
          `${name}-gateway`,
          {
            ...common,
            natGatewayName: azureName("natGateway", owner),
            sku: { name: network.NatGatewaySkuName.Standard },
            idleTimeoutInMinutes: 4,
            publicIpAddresses: [{ id: address.id }],
          },
          { parent: this },
        );
        this.ofSubnet = { natGateway: { id: gateway.id } };
        this.address = address.ipAddress;
        break;
      }
      case "firewall": {
        const table = new network.RouteTable(
          `${name}-routes`,
          {
            ...common,
            routeTableName: azureName("routeTable", owner),
            // Routes that gateways announce would lead around the firewall.
            disableBgpRoutePropagation: true,
            routes: [
              {
                name: "world",
                addressPrefix: "0.0.0.0/0",
                nextHopType: network.RouteNextHopType.VirtualAppliance,
                nextHopIpAddress: way.address,
              },
            ],
          },
          { parent: this },
        );
        this.ofSubnet = { routeTable: { id: table.id } };
        this.address = undefined;
      }
    }
    this.registerOutputs({});
  }
}
