import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Placement } from "./placement";

/** Parts of resources the firm reaches privately, as Azure calls them. */
export const privateServices = ["file", "blob", "vault"] as const;
export type PrivateService = (typeof privateServices)[number];

/** Where endpoints of one service go: a subnet of the firm, a zone of the platform. */
export interface EndpointPlace {
  /** Required. Subnet the endpoint takes its address from. */
  readonly subnetId: pulumi.Input<string>;
  /** Required. Private DNS zone that gets the record. */
  readonly zoneId: pulumi.Input<string>;
}

export interface PrivateEndpointArgs extends Placement {
  /** Required. What is behind the endpoint, in one word; takes part in the name. */
  readonly purpose: string;
  /** Required. Resource behind the endpoint. */
  readonly targetId: pulumi.Input<string>;
  /** Required. Part of that resource, as Azure calls it. */
  readonly service: PrivateService;
  /** Required. Where the endpoint goes. */
  readonly place: EndpointPlace;
}

/** A resource's private address in the firm's network, with its DNS record. Costs by the hour and the gigabyte. */
export class PrivateEndpoint extends pulumi.ComponentResource {
  constructor(name: string, args: PrivateEndpointArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:network:PrivateEndpoint", name, {}, opts);
    const { owner, location, resourceGroupName, tags, purpose, service, place } = args;

    const endpoint = new network.PrivateEndpoint(
      `${name}-endpoint`,
      {
        resourceGroupName,
        privateEndpointName: azureName("privateEndpoint", owner, purpose),
        location,
        subnet: { id: place.subnetId },
        privateLinkServiceConnections: [
          { name: service, privateLinkServiceId: args.targetId, groupIds: [service] },
        ],
        tags,
      },
      { parent: this },
    );

    new network.PrivateDnsZoneGroup(
      `${name}-dns`,
      {
        resourceGroupName,
        privateEndpointName: endpoint.name,
        privateDnsZoneGroupName: "default",
        privateDnsZoneConfigs: [{ name: service, privateDnsZoneId: place.zoneId }],
      },
      { parent: this },
    );

    this.registerOutputs({});
  }
}
