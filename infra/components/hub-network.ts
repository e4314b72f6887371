import * as network from "@pulumi/azure-native/network";
import type * as inputs from "@pulumi/azure-native/types/input";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Network } from "../azure/network";
import { hubSubnets } from "../platform/hub-subnets";
import { bastionRules, resolverRules } from "./hub-rules";
import type { Placement } from "./placement";

/** What may stand in the hub and needs a subnet there; resolvers always do. */
export type HubService = "gateway" | "firewall" | "bastion";

type Part = HubService | "resolverInbound" | "resolverOutbound";

export interface HubNetworkArgs extends Placement {
  /** Required. Address space of the hub; outside the firms' address plan. */
  readonly addressSpace: Network;
  /** Required. What gets a subnet besides the resolvers. */
  readonly services: readonly HubService[];
}

/**
 * The network every firm's network is peered with. Its subnets are resources apart, because a network
 * with inline subnets deletes all others. A network costs nothing; peered traffic does, by the
 * gigabyte.
 */
export class HubNetwork extends pulumi.ComponentResource {
  readonly networkId: pulumi.Output<string>;
  readonly networkName: string;
  /** Subnets that are there; asking for that of a service which is not is a mistake of the caller. */
  readonly subnetIdOf: (part: Part) => pulumi.Output<string>;

  constructor(name: string, args: HubNetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:platform:HubNetwork", name, {}, opts);
    const { owner, location, resourceGroupName, tags } = args;
    const plan = hubSubnets(args.addressSpace);

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

    const rules: Partial<Record<Part, inputs.network.SecurityRuleArgs[]>> = {
      resolverInbound: resolverRules(plan.resolverInbound),
      bastion: bastionRules(),
    };
    const guarded = (part: Part): { networkSecurityGroup?: { id: pulumi.Output<string> } } => {
      const securityRules = rules[part];
      if (securityRules === undefined) return {};
      const group = new network.NetworkSecurityGroup(
        `${name}-${part}-rules`,
        {
          resourceGroupName,
          location,
          networkSecurityGroupName: azureName("networkSecurityGroup", owner, words[part]),
          securityRules,
          tags,
        },
        { parent: this },
      );
      return { networkSecurityGroup: { id: group.id } };
    };

    const subnets = new Map<Part, network.Subnet>();
    let last: pulumi.Resource = vnet;
    for (const part of parts) {
      if (!isResolver(part) && !args.services.includes(part)) continue;
      const subnet = new network.Subnet(
        `${name}-${part}`,
        {
          resourceGroupName,
          virtualNetworkName: vnet.name,
          subnetName: demandedNames[part] ?? azureName("subnet", owner, words[part]),
          addressPrefix: plan[part].text,
          ...guarded(part),
          ...(isResolver(part) ? { delegations: [resolvers] } : {}),
        },
        // Azure changes a network once at a time.
        { parent: this, dependsOn: last },
      );
      subnets.set(part, subnet);
      last = subnet;
    }

    this.networkId = vnet.id;
    this.subnetIdOf = (part) => {
      const subnet = subnets.get(part);
      if (subnet === undefined) throw new Error(`the hub has no subnet for ${part}`);
      return subnet.id;
    };
    this.registerOutputs({ networkId: this.networkId });
  }
}

// Resolvers first: they are always there, so that a switch never reorders what follows.
const parts = ["resolverInbound", "resolverOutbound", "gateway", "firewall", "bastion"] as const;

const words: Readonly<Record<Part, string>> = {
  resolverInbound: "resolverin",
  resolverOutbound: "resolverout",
  gateway: "gateway",
  firewall: "firewall",
  bastion: "bastion",
};

/** Azure finds these subnets by their names. */
const demandedNames: Readonly<Partial<Record<Part, string>>> = {
  gateway: "GatewaySubnet",
  firewall: "AzureFirewallSubnet",
  bastion: "AzureBastionSubnet",
};

function isResolver(part: Part): part is "resolverInbound" | "resolverOutbound" {
  return part === "resolverInbound" || part === "resolverOutbound";
}

const resolvers = { name: "resolvers", serviceName: "Microsoft.Network/dnsResolvers" };
