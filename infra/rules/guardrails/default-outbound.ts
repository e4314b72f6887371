import { inputAt, listAt, mustBe } from "../inputs";
import { eachOf, type Guardrail } from "../model";

/** Azure refuses the setting on these: what stands in them has a public address of its own. */
const served = [
  "GatewaySubnet",
  "AzureFirewallSubnet",
  "AzureFirewallManagementSubnet",
  "AzureBastionSubnet",
  "RouteServerSubnet",
];

export const defaultOutbound: Guardrail = {
  id: "default-outbound",
  what: "machines send out through the firm's own address, never through one that Azure lends",
  why: "a lent address belongs to nobody, changes, and goes past every rule about what may be sent out",
  severity: "error",
  source:
    "Azure review checklists, landing zones: b034c01e; default outbound access ended on 31 March 2026",
  remedy:
    "set defaultOutboundAccess to false, and give the subnet a NAT gateway or a route to the firewall",
  check: eachOf(["network:Subnet"], (subnet) => {
    const holdsNoMachines =
      served.includes(String(inputAt(subnet, "subnetName"))) ||
      listAt(subnet, "delegations").length > 0;
    return holdsNoMachines ? [] : mustBe(subnet, "defaultOutboundAccess", false);
  }),
};
