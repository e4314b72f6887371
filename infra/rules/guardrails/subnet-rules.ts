import { inputAt, listAt, valueAt } from "../inputs";
import { eachOf, type Guardrail } from "../model";

/** Azure refuses a group on these, or demands one it writes itself: gateway and firewall guard themselves. */
const guarded = [
  "GatewaySubnet",
  "AzureFirewallSubnet",
  "AzureFirewallManagementSubnet",
  "RouteServerSubnet",
];

/** Nothing but Azure's own resolver stands in such a subnet, and what it asks is not told before. */
const resolver = "Microsoft.Network/dnsResolvers";

export const subnetRules: Guardrail = {
  id: "subnet-rules",
  what: "each subnet has a network security group",
  why: "without one, everything connected reaches everything in it",
  severity: "error",
  source: "Azure review checklists, landing zones: 11deb39d; Checkov CKV2_AZURE_31",
  remedy: "give the subnet a networkSecurityGroup",
  check: eachOf(["network:Subnet"], (subnet) => {
    if (guarded.includes(String(inputAt(subnet, "subnetName")))) return undefined;
    const services = listAt(subnet, "delegations").map((one) => valueAt(one, "serviceName"));
    if (services.includes(resolver)) return undefined;
    return inputAt(subnet, "networkSecurityGroup.id") === undefined
      ? "no security group guards it"
      : undefined;
  }),
};
