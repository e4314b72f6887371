import * as dnsresolver from "@pulumi/azure-native/dnsresolver";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Placement } from "./placement";

export interface DnsResolverArgs extends Placement {
  /** Required. The hub. */
  readonly networkId: pulumi.Input<string>;
  /** Required. Subnets of the hub that are delegated to resolvers. */
  readonly inboundSubnetId: pulumi.Input<string>;
  readonly outboundSubnetId: pulumi.Input<string>;
  /** Required. Address the inbound endpoint has for ever: offices write it into their DNS servers. */
  readonly inboundAddress: string;
}

/**
 * Answers offices' questions about private names, and has names of their domains asked there. The
 * ruleset is empty until an office with a domain joins it; no firm's network is linked to it, since a
 * firm would then ask other firms' servers. Costs by the endpoint and the month.
 */
export class DnsResolver extends pulumi.ComponentResource {
  readonly rulesetId: pulumi.Output<string>;
  readonly rulesetName: pulumi.Output<string>;
  readonly outboundEndpointId: pulumi.Output<string>;

  constructor(name: string, args: DnsResolverArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:platform:DnsResolver", name, {}, opts);
    const { owner, location, resourceGroupName, tags } = args;
    const common = { resourceGroupName, location, tags };

    const resolver = new dnsresolver.DnsResolver(
      `${name}-resolver`,
      {
        ...common,
        dnsResolverName: azureName("dnsResolver", owner),
        virtualNetwork: { id: args.networkId },
      },
      { parent: this },
    );

    new dnsresolver.InboundEndpoint(
      `${name}-inbound`,
      {
        ...common,
        dnsResolverName: resolver.name,
        inboundEndpointName: "inbound",
        ipConfigurations: [
          {
            subnet: { id: args.inboundSubnetId },
            privateIpAllocationMethod: dnsresolver.IpAllocationMethod.Static,
            privateIpAddress: args.inboundAddress,
          },
        ],
      },
      { parent: this },
    );

    const outbound = new dnsresolver.OutboundEndpoint(
      `${name}-outbound`,
      {
        ...common,
        dnsResolverName: resolver.name,
        outboundEndpointName: "outbound",
        subnet: { id: args.outboundSubnetId },
      },
      { parent: this },
    );

    const ruleset = new dnsresolver.DnsForwardingRuleset(
      `${name}-ruleset`,
      {
        ...common,
        dnsForwardingRulesetName: azureName("dnsForwardingRuleset", owner),
        dnsResolverOutboundEndpoints: [{ id: outbound.id }],
      },
      { parent: this },
    );

    new dnsresolver.PrivateResolverVirtualNetworkLink(
      `${name}-hub`,
      {
        resourceGroupName,
        dnsForwardingRulesetName: ruleset.name,
        virtualNetworkLinkName: azureName("virtualNetworkLink", owner, "hub"),
        virtualNetwork: { id: args.networkId },
      },
      { parent: this },
    );

    this.rulesetId = ruleset.id;
    this.rulesetName = ruleset.name;
    this.outboundEndpointId = outbound.id;
    this.registerOutputs({ rulesetId: this.rulesetId });
  }
}
