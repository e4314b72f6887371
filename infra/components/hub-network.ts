import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Network } from "../azure/network";
import type { Placement } from "./placement";

export interface HubNetworkArgs extends Placement {
  /** Required. Address space of the hub; outside the firms' address plan. */
  readonly addressSpace: Network;
}

/**
 * The network every firm's network is peered with. It holds no subnet yet: gateways and resolvers
 * bring their own, as resources apart, because a network with inline subnets deletes all others.
 * A network costs nothing; peered traffic does, by the gigabyte.
 */
export class HubNetwork extends pulumi.ComponentResource {
  readonly networkId: pulumi.Output<string>;
  readonly networkName: string;

  constructor(name: string, args: HubNetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:platform:HubNetwork", name, {}, opts);
    const { owner, location, resourceGroupName, tags } = args;

    this.networkName = azureName("virtualNetwork", owner, "hub");
    const vnet = new network.VirtualNetwork(
      `${name}-vnet`,
      {
        resourceGroupName,
        virtualNetworkName: this.networkName,
        location,
        addressSpace: { addressPrefixes: [args.addressSpace.text] },
        tags,
      },
      { parent: this },
    );

    this.networkId = vnet.id;
    this.registerOutputs({ networkId: this.networkId });
  }
}
