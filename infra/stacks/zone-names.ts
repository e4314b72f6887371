import { privateDnsZonesOf } from "../azure/private-dns";
import type { Region } from "../azure/regions";
import type { PrivateService } from "../components/private-endpoint";

/** The private DNS zone of each service, one for all regions; platform and firms agree on it here. */
export function zoneNames(region: Region): Readonly<Record<PrivateService, string>> {
  const zoneOf = (service: PrivateService): string => {
    const [zone] = privateDnsZonesOf(service, region);
    if (zone === undefined) throw new Error(`no private DNS zone is known for "${service}"`);
    return zone;
  };
  return { file: zoneOf("file"), vault: zoneOf("vault") };
}
