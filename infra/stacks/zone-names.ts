import { privateDnsZonesOf, type PrivateEndpointGroup } from "../azure/private-dns";
import type { Region } from "../azure/regions";
import type { PrivateService } from "../components/private-endpoint";

/** The private DNS zone of each service, one for all regions; platform and firms agree on it here. */
export function zoneNames(region: Region): Readonly<Record<PrivateService, string>> {
  const zoneOf = (service: PrivateService) => ownZone(service, region);
  return { file: zoneOf("file"), blob: zoneOf("blob"), vault: zoneOf("vault") };
}

/**
 * Private DNS zones of backup vaults' endpoints, by a word for each: one a region, and that of the queues which all of
 * them use, as they use that of blobs.
 */
export function backupZoneNames(regions: readonly Region[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    regions.flatMap((region) => [
      ["queue", ownZone("queue", region)],
      [`backup-${region}`, ownZone("AzureBackup", region)],
    ]),
  );
}

function ownZone(group: PrivateEndpointGroup, region: Region): string {
  const [zone] = privateDnsZonesOf(group, region);
  if (zone === undefined) throw new Error(`no private DNS zone is known for "${group}"`);
  return zone;
}

/**
 * Public names that offices' controllers have the platform answer: Azure itself leads from there to private ones.
 * https://learn.microsoft.com/azure/private-link/private-endpoint-dns
 */
export const forwardedNames = [
  "file.core.windows.net",
  "blob.core.windows.net",
  "vault.azure.net",
  "vaultcore.azure.net",
] as const;
