import type { Use } from "../../store/resources";
import { partsOf } from "../existence";

/** A use that does not keep its target from being deleted. */
interface LooseUse {
  /** ARM type of the resource that uses. */
  readonly source?: RegExp;
  /** Property that names the target. */
  readonly property?: RegExp;
  /** ARM type of what is used. */
  readonly target?: RegExp;
  readonly because: string;
}

const looseUses: readonly LooseUse[] = [
  {
    source:
      /^Microsoft\.(Insights|Authorization|Consumption|CostManagement|Security|Advisor|Maintenance|AlertsManagement)\//i,
    because: "watches, permits or counts; Azure leaves it behind without an object",
  },
  {
    source: /^Microsoft\.Network\/virtualNetworks\/virtualNetworkPeerings$/i,
    because:
      "https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview: the peering that stays becomes Disconnected",
  },
  {
    source: /^Microsoft\.Network\/privateDnsZones\/virtualNetworkLinks$/i,
    because:
      "https://learn.microsoft.com/azure/dns/dns-faq-private: deleting a linked virtual network succeeds and clears its links",
  },
  {
    source: /^Microsoft\.Network\/privateEndpoints$/i,
    property: /rivateLinkServiceConnections/,
    because:
      "https://learn.microsoft.com/azure/private-link/private-endpoint-overview: the endpoint that stays becomes Disconnected",
  },
  {
    source: /^Microsoft\.Network\/networkWatchers\//i,
    because: "a flow log does not hold what it watches",
  },
  {
    source: /^Microsoft\.DesktopVirtualization\/hostPools\/sessionHosts$/i,
    because:
      "https://github.com/Azure/RDS-Templates/issues/662: a session host whose machine was deleted stays in its pool",
  },
  {
    property: /^identity\.userAssignedIdentities/,
    because:
      "https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-manage-user-assigned-managed-identities: references to a deleted identity stay",
  },
  {
    property: /(virtualNetworkRules|networkAcls|networkRuleSet)/,
    because:
      "https://learn.microsoft.com/azure/virtual-network/virtual-network-service-endpoints-overview: a rule may outlive its subnet",
  },
  {
    property: /(imageReference|sourceVault)/,
    because: "copied at creation",
  },
  {
    source: /\/protectedItems$/i,
    target: /^Microsoft\.Compute\//i,
    because:
      "https://learn.microsoft.com/azure/backup/backup-azure-vms-introduction: a machine can be deleted and its recovery points stay",
  },
  {
    target: /^Microsoft\.(KeyVault\/vaults|OperationalInsights\/workspaces)$/i,
    because: "deleted softly, whoever uses it",
  },
];

/** Whether Azure deletes the target of a use regardless of the use. */
export function isLoose(use: Use): boolean {
  const source = partsOf(use.source)?.type ?? "";
  const target = partsOf(use.target)?.type ?? "";
  return looseUses.some(
    (row) =>
      (row.source?.test(source) ?? true) &&
      (row.property?.test(use.property) ?? true) &&
      (row.target?.test(target) ?? true),
  );
}
