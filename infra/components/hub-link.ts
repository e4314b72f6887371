import * as network from "@pulumi/azure-native/network";
import * as privatedns from "@pulumi/azure-native/privatedns";
import * as pulumi from "@pulumi/pulumi";
import { azureName, type NameOwner } from "../azure/names";
import type { FirmNetwork } from "./firm-network";
import { privateServices, type PrivateService } from "./private-endpoint";

export interface HubLinkArgs {
  /** Required. Whose network it is; takes part in the names on both sides. */
  readonly owner: NameOwner;
  /** Required. Put on every resource that takes tags. */
  readonly tags: Readonly<Record<string, string>>;
  /** Required. The firm's network, and the group it is in. */
  readonly firm: FirmNetwork;
  readonly firmGroupName: pulumi.Input<string>;
  /** Required. The hub, and the group that holds it and the DNS zones. */
  readonly hubNetworkId: pulumi.Input<string>;
  readonly hubNetworkName: pulumi.Input<string>;
  readonly hubGroupName: pulumi.Input<string>;
  /** Required. Private DNS zone of each service the firm's hosts use. */
  readonly zoneNames: Readonly<Record<PrivateService, string>>;
  /** Required. Whether a firewall in the hub hands on what it let out, and a gateway leads to offices. */
  readonly hub: { readonly firewall: boolean; readonly gateway: boolean };
  /** Required. Creates what stands in the platform's subscription. */
  readonly hubProvider: pulumi.ProviderResource;
}

/**
 * Joins a firm's network to the platform: peered with the hub, in both directions, and served by its
 * private DNS zones. Firms are joined to the hub alone, and peering does not pass on: no firm
 * reaches another. Costs by the gigabyte that crosses.
 */
export class HubLink extends pulumi.ComponentResource {
  constructor(name: string, args: HubLinkArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:HubLink", name, {}, opts);
    const { owner, tags, firm } = args;
    const inHub = { parent: this, provider: args.hubProvider };

    const fromHub = new network.VirtualNetworkPeering(
      `${name}-from-hub`,
      {
        resourceGroupName: args.hubGroupName,
        virtualNetworkName: args.hubNetworkName,
        virtualNetworkPeeringName: azureName("virtualNetworkPeering", owner, "firm"),
        remoteVirtualNetwork: { id: firm.networkId },
        ...peering,
        allowGatewayTransit: args.hub.gateway,
      },
      { ...inHub, ignoreChanges: azureOwn },
    );

    // After the other end, which says whether the hub lends its gateway.
    new network.VirtualNetworkPeering(
      `${name}-to-hub`,
      {
        resourceGroupName: args.firmGroupName,
        virtualNetworkName: firm.networkName,
        virtualNetworkPeeringName: azureName("virtualNetworkPeering", owner, "hub"),
        remoteVirtualNetwork: { id: args.hubNetworkId },
        ...peering,
        allowForwardedTraffic: args.hub.firewall,
        useRemoteGateways: args.hub.gateway,
      },
      { parent: this, dependsOn: [firm.lastChange, fromHub], ignoreChanges: azureOwn },
    );

    for (const service of privateServices) {
      new privatedns.VirtualNetworkLink(
        `${name}-${service}-zone`,
        {
          resourceGroupName: args.hubGroupName,
          privateZoneName: args.zoneNames[service],
          virtualNetworkLinkName: azureName("virtualNetworkLink", owner),
          location: "global",
          virtualNetwork: { id: firm.networkId },
          // Records come from private endpoints; no machine may write one.
          registrationEnabled: false,
          tags,
        },
        inHub,
      );
    }

    this.registerOutputs({});
  }
}

/** Azure says Initiated until the other end is there: what it says later is no drift. */
const azureOwn = ["peeringState"];

const peering = {
  allowVirtualNetworkAccess: true,
  allowForwardedTraffic: false,
  allowGatewayTransit: false,
  useRemoteGateways: false,
} as const;
