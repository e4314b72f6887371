import type * as pulumi from "@pulumi/pulumi";
import { HubNetwork } from "../components/hub-network";
import { LogStore } from "../components/log-store";
import { PrivateDns } from "../components/private-dns";
import type { Platform } from "../platform/platform";
import type { PlatformOutputs } from "./platform-outputs";
import { azureIn } from "./providers";
import { resourceGroups } from "./resource-groups";
import { backupZoneNames, zoneNames } from "./zone-names";

/** What all firms of an environment share. */
export function platformStack(platform: Platform): pulumi.Inputs {
  const { environment, subscription, location } = platform;
  const owner = { environment, subscription };
  const tags = { ...platform.tags, environment };
  const provider = azureIn("platform", subscription, platform);
  const opts = { provider };
  const group = resourceGroups(owner, location, tags, provider);

  const network = group("network").placement;
  const hub = new HubNetwork("hub", { ...network, addressSpace: platform.hubNetwork }, opts);
  const dns = new PrivateDns(
    "dns",
    {
      ...network,
      zoneNames: zoneNames(location),
      backupZoneNames: backupZoneNames(platform.allowedRegions),
      hubNetworkId: hub.networkId,
    },
    opts,
  );
  const logs = new LogStore(
    "logs",
    { ...group("monitoring").placement, retentionDays: platform.logRetentionDays },
    opts,
  );

  const forFirms = {
    hubGroupName: network.resourceGroupName,
    hubNetworkName: hub.networkName,
    hubNetworkId: hub.networkId,
    fileZoneId: dns.zoneIds.file,
    blobZoneId: dns.zoneIds.blob,
    vaultZoneId: dns.zoneIds.vault,
  } satisfies Record<keyof PlatformOutputs, pulumi.Input<string>>;
  return { ...forFirms, logWorkspaceId: logs.workspaceId };
}
