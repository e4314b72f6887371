import { actionGroups } from "./action-groups";
import { containerJobs } from "./container-jobs";
import { dataCollectionRules, logAlerts, metricAlerts } from "./alerts";
import { appServicePlans, webApps } from "./app-service";
import { applicationGateways } from "./application-gateways";
import { applicationInsights, webTests } from "./application-insights";
import { configuredMachines, patchedMachines } from "./arc-machines";
import { automationAccounts } from "./automation";
import { protectedItems, recoveryVaults } from "./backup";
import { storageAccounts } from "./blob-storage";
import { defenderPlans, subscriptionDeployments } from "./defender";
import {
  dnsZones,
  forwardingRulesets,
  resolverPolicies,
  privateRecordSets,
  privateDnsZones,
  recordSets,
  resolverEndpoints,
} from "./dns";
import { domainServices } from "./domain-services";
import type { Family } from "./family";
import { fileShares } from "./file-shares";
import { syncServers } from "./file-sync";
import { bastions, firewalls, natGateways } from "./gateways-out";
import { keys, keyVaults, managedHsms } from "./key-vaults";
import { loadBalancers } from "./load-balancers";
import { logWorkspaces, sentinel } from "./log-analytics";
import { managedDisks } from "./managed-disks";
import { ddosPlans, flowLogs, networkWatchers } from "./network-watching";
import { peerings } from "./peerings";
import { privateEndpoints } from "./private-endpoints";
import { addressPrefixes, publicAddresses } from "./public-addresses";
import { queues, tables } from "./queues-tables";
import { containerRegistries } from "./registries";
import { scaleSets } from "./scale-sets";
import { galleryImages, images, snapshots } from "./snapshots";
import { sqlDatabases } from "./sql-databases";
import { sqlManagedInstances, sqlPools } from "./sql-pools";
import { virtualMachines } from "./virtual-machines";
import {
  expressRouteConnections,
  expressRouteGateways,
  hubVpnConnections,
  hubVpnGateways,
  pointToSiteGateways,
  virtualHubs,
} from "./virtual-wan";
import { gatewayConnections, virtualNetworkGateways } from "./vpn-gateways";

/** Every family of resources the bill knows. To add one: write its file, and name it here. */
export const families: readonly Family[] = [
  virtualMachines,
  scaleSets,
  managedDisks,
  snapshots,
  images,
  galleryImages,
  storageAccounts,
  fileShares,
  tables,
  queues,
  syncServers,
  patchedMachines,
  configuredMachines,
  recoveryVaults,
  protectedItems,
  virtualNetworkGateways,
  gatewayConnections,
  virtualHubs,
  hubVpnGateways,
  hubVpnConnections,
  pointToSiteGateways,
  expressRouteGateways,
  expressRouteConnections,
  natGateways,
  firewalls,
  bastions,
  privateEndpoints,
  dnsZones,
  privateDnsZones,
  recordSets,
  privateRecordSets,
  resolverEndpoints,
  forwardingRulesets,
  resolverPolicies,
  publicAddresses,
  addressPrefixes,
  peerings,
  loadBalancers,
  applicationGateways,
  ddosPlans,
  networkWatchers,
  flowLogs,
  logWorkspaces,
  sentinel,
  applicationInsights,
  webTests,
  metricAlerts,
  logAlerts,
  dataCollectionRules,
  actionGroups,
  keyVaults,
  keys,
  managedHsms,
  domainServices,
  sqlDatabases,
  sqlPools,
  sqlManagedInstances,
  automationAccounts,
  containerJobs,
  containerRegistries,
  defenderPlans,
  subscriptionDeployments,
  appServicePlans,
  webApps,
];

const byType: ReadonlyMap<string, Family> = new Map(
  families.flatMap((family) => family.types.map((type) => [type.toLowerCase(), family])),
);

/** @param type module and name in lower case, as {@link typeOf} gives it */
export function familyOf(type: string): Family | undefined {
  return byType.get(type);
}
