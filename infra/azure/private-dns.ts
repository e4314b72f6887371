import { regionFacts, type Region } from "./regions";

/*
 * Zones by group id: https://learn.microsoft.com/azure/private-link/private-endpoint-dns
 * Zones of backup: https://learn.microsoft.com/azure/backup/private-endpoints-overview, which has vaults keep their
 * data behind blob and queue addresses as well.
 */
const blob = "privatelink.blob.core.windows.net";
const queue = "privatelink.queue.core.windows.net";
const desktops = "privatelink.wvd.microsoft.com";

const zones = {
  file: ["privatelink.file.core.windows.net"],
  blob: [blob],
  queue: [queue],
  table: ["privatelink.table.core.windows.net"],
  vault: ["privatelink.vaultcore.azure.net"],
  AzureBackup: ["privatelink.{code}.backup.windowsazure.com", blob, queue],
  AzureSiteRecovery: ["privatelink.siterecovery.windowsazure.com"],
  // Of host pools, of workspaces, and of the one workspace that answers for the whole tenant.
  connection: [desktops],
  feed: [desktops],
  global: ["privatelink-global.wvd.microsoft.com"],
  Webhook: ["privatelink.azure-automation.net"],
  DSCAndHybridWorker: ["privatelink.azure-automation.net"],
  azuremonitor: [
    "privatelink.monitor.azure.com",
    "privatelink.oms.opinsights.azure.com",
    "privatelink.ods.opinsights.azure.com",
    "privatelink.agentsvc.azure-automation.net",
    blob,
  ],
} as const satisfies Record<string, readonly string[]>;

/** Part of a resource a private endpoint can stand for, as Azure calls it in `groupIds`. */
export type PrivateEndpointGroup = keyof typeof zones;

/** Every group this product knows the zones of. */
export const privateEndpointGroups: readonly PrivateEndpointGroup[] = Object.keys(zones).filter(
  (group): group is PrivateEndpointGroup => group in zones,
);

/** Private DNS zones that must hold the records of an endpoint, the endpoint's own first. */
export function privateDnsZonesOf(group: PrivateEndpointGroup, region: Region): readonly string[] {
  return zones[group].map((zone) => zone.replace("{code}", regionFacts[region].code));
}
