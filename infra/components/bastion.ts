import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Placement } from "./placement";
import { publicAddress } from "./public-address";

export interface BastionArgs extends Placement {
  /** Required. Azure's name of the tier. */
  readonly tier: "Basic" | "Standard";
  /** Required. The hub's `AzureBastionSubnet`. */
  readonly subnetId: pulumi.Input<string>;
  /** Required. Zones of the region; empty where there are none. */
  readonly zones: readonly string[];
}

/**
 * Consoles of the hub's machines in the browser of the provider's engineers, signed in with Entra; no
 * file and no link for others, and with Standard no clipboard. Firms' hosts let nobody in, the hub included. Costs by the
 * hour.
 */
export class Bastion extends pulumi.ComponentResource {
  readonly bastionId: pulumi.Output<string>;

  constructor(name: string, args: BastionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:platform:Bastion", name, {}, opts);
    const { owner, location, resourceGroupName, tags, tier } = args;

    const address = publicAddress(
      `${name}-address`,
      { ...args, purpose: "bastion" },
      { parent: this },
    );

    const bastion = new network.BastionHost(
      `${name}-bastion`,
      {
        resourceGroupName,
        bastionHostName: azureName("bastion", owner),
        location,
        sku: { name: tier },
        ipConfigurations: [
          {
            name: "default",
            subnet: { id: args.subnetId },
            publicIPAddress: { id: address.id },
            privateIPAllocationMethod: network.IPAllocationMethod.Dynamic,
          },
        ],
        // Basic cannot forbid it. Files, tunnels and links are off unless asked for.
        disableCopyPaste: tier === "Standard",
        tags,
      },
      { parent: this },
    );

    this.bastionId = bastion.id;
    this.registerOutputs({ bastionId: this.bastionId });
  }
}
