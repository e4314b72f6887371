import * as dnsresolver from "@pulumi/azure-native/dnsresolver";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Placement } from "./placement";

export interface OwnNamesArgs extends Placement {
  /** Required. Network whose machines ask Azure for names; one that asks another server is not held by it. */
  readonly networkId: pulumi.Input<string>;
  /** Required. Zones of private endpoints, which the platform keeps for all firms. */
  readonly zones: readonly string[];
  /** Required. Names in them that are the firm's own, without a dot at the end. */
  readonly own: readonly pulumi.Input<string>[];
}

/**
 * Has a firm's hosts learn the private addresses of its own endpoints and of no other firm's, whose names stand in the
 * same zones. Azure looks at every name that an answer leads over, so that the public name of an account is refused with
 * the private one. Costs by the million queries. https://learn.microsoft.com/azure/dns/dns-security-policy
 */
export class OwnNames extends pulumi.ComponentResource {
  constructor(name: string, args: OwnNamesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:OwnNames", name, {}, opts);
    const { owner, location, resourceGroupName, tags } = args;
    const common = { resourceGroupName, location, tags };

    const policy = new dnsresolver.DnsResolverPolicy(
      `${name}-policy`,
      { ...common, dnsResolverPolicyName: azureName("dnsPolicy", owner) },
      { parent: this },
    );
    const decide = (
      word: string,
      priority: number,
      actionType: dnsresolver.ActionType,
      domains: readonly pulumi.Input<string>[],
    ): dnsresolver.DnsSecurityRule => {
      const list = new dnsresolver.DnsResolverDomainList(
        `${name}-${word}-list`,
        {
          ...common,
          dnsResolverDomainListName: azureName("dnsDomainList", owner, word),
          domains: domains.map((domain) => pulumi.interpolate`${domain}.`),
        },
        { parent: this },
      );
      return new dnsresolver.DnsSecurityRule(
        `${name}-${word}`,
        {
          ...common,
          dnsResolverPolicyName: policy.name,
          dnsSecurityRuleName: word,
          priority,
          action: { actionType },
          dnsResolverDomainLists: [{ id: list.id }],
          dnsSecurityRuleState: "Enabled",
        },
        { parent: this },
      );
    };
    const rules = [
      decide("own", 100, "Allow", args.own),
      decide("others", 200, "Block", args.zones),
    ];
    new dnsresolver.DnsResolverPolicyVirtualNetworkLink(
      `${name}-link`,
      {
        ...common,
        dnsResolverPolicyName: policy.name,
        dnsResolverPolicyVirtualNetworkLinkName: azureName("virtualNetworkLink", owner),
        virtualNetwork: { id: args.networkId },
      },
      // A policy that is linked already would refuse what its first rule is there to allow.
      { parent: this, dependsOn: rules },
    );

    this.registerOutputs({});
  }
}
