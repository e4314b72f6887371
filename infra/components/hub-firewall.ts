import * as network from "@pulumi/azure-native/network";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Network } from "../azure/network";
import { firewallRules, type ServiceHosts } from "./firewall-rules";
import type { Placement } from "./placement";
import { publicAddress } from "./public-address";

export interface HubFirewallArgs extends Placement {
  /** Required. Azure's name of the tier. */
  readonly tier: "Standard" | "Premium";
  /** Required. The hub's `AzureFirewallSubnet`. */
  readonly subnetId: pulumi.Input<string>;
  /** Required. Address plan of the firms, whose hosts it serves. */
  readonly firmNetworks: Network;
  /** Required. Names of vendors' services that firms may reach. */
  readonly serviceHosts: ServiceHosts;
  /** Required. Zones of the region; empty where there are none. */
  readonly zones: readonly string[];
}

/**
 * Lets firms' hosts reach names on the versioned list and nothing else, and nobody reach them; what
 * is known to be malicious is refused even there. It looks into no encrypted traffic: Microsoft
 * supports no inspection of Azure Virtual Desktop's. Costs by the hour, about a thousand euros a
 * month, and by the gigabyte.
 */
export class HubFirewall extends pulumi.ComponentResource {
  readonly firewallId: pulumi.Output<string>;
  /** Where routes of firms lead, and hosts ask for names. */
  readonly privateAddress: pulumi.Output<string>;

  constructor(name: string, args: HubFirewallArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:platform:HubFirewall", name, {}, opts);
    const { owner, location, resourceGroupName, tags, tier, zones } = args;
    const common = { resourceGroupName, location, tags };

    const policy = new network.FirewallPolicy(
      `${name}-policy`,
      {
        ...common,
        firewallPolicyName: azureName("firewallPolicy", owner),
        sku: { tier },
        threatIntelMode: network.AzureFirewallThreatIntelMode.Deny,
        // Without it, rules with names would go by what the host says a name's address is.
        dnsSettings: { enableProxy: true },
      },
      { parent: this },
    );

    const rules = new network.FirewallPolicyRuleCollectionGroup(
      `${name}-rules`,
      {
        resourceGroupName,
        firewallPolicyName: policy.name,
        ruleCollectionGroupName: "session-hosts",
        priority: 1000,
        ruleCollections: firewallRules(args.firmNetworks, args.serviceHosts),
      },
      { parent: this },
    );

    const address = publicAddress(
      `${name}-address`,
      { ...args, purpose: "firewall" },
      { parent: this },
    );

    const firewall = new network.AzureFirewall(
      `${name}-firewall`,
      {
        ...common,
        azureFirewallName: azureName("firewall", owner),
        sku: { name: network.AzureFirewallSkuName.AZFW_VNet, tier },
        firewallPolicy: { id: policy.id },
        ipConfigurations: [
          {
            name: "default",
            subnet: { id: args.subnetId },
            publicIPAddress: { id: address.id },
          },
        ],
        ...(zones.length === 0 ? {} : { zones: [...zones] }),
      },
      // Azure refuses changes of a policy while a firewall takes it up.
      { parent: this, dependsOn: rules },
    );

    this.firewallId = firewall.id;
    this.privateAddress = firewall.ipConfigurations.apply(
      (configurations) => configurations?.[0]?.privateIPAddress ?? "",
    );
    this.registerOutputs({ firewallId: this.firewallId });
  }
}
