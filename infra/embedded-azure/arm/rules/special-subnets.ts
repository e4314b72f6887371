import { keyOf } from "../../store/resources";
import { isJsonObject } from "../../values/property";
import { ArmError } from "../error";
import { partsOf } from "../existence";
import { networksOfSubnet } from "../subnets";
import { usesIn } from "../uses";
import type { Rule } from "../world";

/** A subnet that one kind of resource demands, by its name. */
interface SpecialSubnet {
  readonly name: string;
  /** Who stands in it, and nobody else does. */
  readonly user: RegExp;
  /** Where the user names it. */
  readonly property: RegExp;
  /** Longest prefix, which is the smallest subnet. */
  readonly longestPrefix: number;
  /** What a subnet of this name cannot have. */
  readonly without: readonly string[];
  readonly source: string;
}

const firewalls = "https://learn.microsoft.com/azure/firewall/firewall-faq";

const specialSubnets: readonly SpecialSubnet[] = [
  {
    name: "GatewaySubnet",
    user: /^Microsoft\.Network\/virtualNetworkGateways$/i,
    property: /^ipConfigurations\[\d+\]\.subnet\.id$/,
    longestPrefix: 29,
    without: ["networkSecurityGroup", "natGateway"],
    source:
      "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#gwsub",
  },
  {
    name: "AzureFirewallSubnet",
    user: /^Microsoft\.Network\/azureFirewalls$/i,
    property: /^ipConfigurations\[\d+\]\.subnet\.id$/,
    longestPrefix: 26,
    without: ["networkSecurityGroup"],
    source: firewalls,
  },
  {
    name: "AzureFirewallManagementSubnet",
    user: /^Microsoft\.Network\/azureFirewalls$/i,
    property: /^managementIpConfiguration\.subnet\.id$/,
    longestPrefix: 26,
    without: ["networkSecurityGroup"],
    source: firewalls,
  },
  {
    name: "AzureBastionSubnet",
    user: /^Microsoft\.Network\/bastionHosts$/i,
    property: /^ipConfigurations\[\d+\]\.subnet\.id$/,
    longestPrefix: 26,
    without: ["routeTable"],
    source: "https://learn.microsoft.com/azure/bastion/configuration-settings#subnet",
  },
];

// What Azure refuses is documented; the codes it refuses it with are not, and stand here for them.

/** Some services stand in a subnet of their own, with a name and a size it must have. */
export const specialSubnetsFit: Rule = ({ resources }, { wish, parts, name }) => {
  if (/\/virtualNetworks\/subnets$/i.test(parts.type)) {
    const row = specialSubnets.find((each) => keyOf(each.name) === keyOf(name));
    const unfit = row?.without.find((property) => isJsonObject(wish.body[property]));
    if (unfit !== undefined) throw unfitting(`Subnet ${wish.id} cannot have a ${unfit}.`);
  }
  for (const { property, target } of usesIn(wish.body)) {
    const subnet = partsOf(target);
    if (subnet === undefined || !/\/virtualNetworks\/subnets$/i.test(subnet.type)) continue;
    const subnetName = subnet.names.at(-1) ?? "";
    const demanded = specialSubnets.find(
      (each) => each.user.test(parts.type) && each.property.test(property),
    );
    if (demanded === undefined) {
      const foreign = specialSubnets.find((each) => keyOf(each.name) === keyOf(subnetName));
      if (foreign !== undefined && /\.subnet\.id$|^subnet\.id$/.test(property))
        throw unfitting(`${wish.id} cannot stand in subnet ${foreign.name}: it is reserved.`);
      continue;
    }
    if (keyOf(demanded.name) !== keyOf(subnetName))
      throw unfitting(
        `${wish.id} must stand in a subnet named ${demanded.name}, not in ${subnetName}.`,
      );
    const [small] = networksOfSubnet(resources, target).filter(
      ({ prefix }) => prefix > demanded.longestPrefix,
    );
    if (small !== undefined)
      throw unfitting(
        `Subnet ${demanded.name} with address prefix ${small.text} is too small for ${wish.id}: it must be /${demanded.longestPrefix} or larger.`,
      );
  }
};

function unfitting(text: string): ArmError {
  return new ArmError(400, "SubnetNotUsable", text);
}
