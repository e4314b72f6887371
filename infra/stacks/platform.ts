import type * as pulumi from "@pulumi/pulumi";
import { regionFacts } from "../azure/regions";
import { formatDate } from "../document/calendar-date";
import { BackupGuard } from "../components/backup-guard";
import { DeletionLocks } from "../components/deletion-locks";
import { DnsResolver } from "../components/dns-resolver";
import { Diagnostics } from "../components/diagnostics";
import { GuardPolicies } from "../components/guard-policies";
import { HubNetwork } from "../components/hub-network";
import { ImageGallery } from "../components/image-gallery";
import { LogStore } from "../components/log-store";
import { Maintenance } from "../components/maintenance";
import { PrivateDns } from "../components/private-dns";
import { resolverAddress } from "../platform/hub-subnets";
import { SignInRules } from "../components/sign-in-rules";
import type { Platform } from "../platform/platform";
import { defender } from "./defender";
import { hubServices, servicesOf } from "./hub-services";
import type { OfficeOutputs, PlatformOutputs } from "./platform-outputs";
import { platformWatch } from "./platform-watch";
import { azureIn, entraOf } from "./providers";
import { resourceGroups } from "./resource-groups";
import { backupZoneNames, zoneNames } from "./zone-names";

/** What all firms of an environment share. */
export function platformStack(platform: Platform): pulumi.Inputs {
  const { environment, subscription, location, today } = platform;
  const owner = { environment, subscription };
  const tags = { ...platform.tags, environment };
  const provider = azureIn("platform", subscription, platform);
  const opts = { provider };
  const group = resourceGroups(owner, location, tags, provider);
  const zones = regionFacts[location].zones ? ["1", "2", "3"] : [];

  const network = group("network").placement;
  const hub = new HubNetwork(
    "hub",
    { ...network, addressSpace: platform.hubNetwork, services: servicesOf(platform) },
    opts,
  );
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
  const inboundAddress = resolverAddress(platform.hubNetwork);
  const resolver = new DnsResolver(
    "resolver",
    {
      ...network,
      networkId: hub.networkId,
      inboundSubnetId: hub.subnetIdOf("resolverInbound"),
      outboundSubnetId: hub.subnetIdOf("resolverOutbound"),
      inboundAddress,
    },
    opts,
  );
  const services = hubServices(platform, { ...network, zones }, hub, opts);

  const images = group("images").placement;
  const gallery = new ImageGallery("images", images, opts);
  const operations = group("monitoring").placement;
  const maintenance = new Maintenance(
    "maintenance",
    {
      ...operations,
      window: platform.maintenance,
      from: today.kind === "dated" ? formatDate(today.date) : undatedStart,
    },
    opts,
  );
  const logs = new LogStore(
    "logs",
    { ...operations, retentionDays: platform.logRetentionDays },
    opts,
  );
  const diagnostics = new Diagnostics(
    "diagnostics",
    { owner, workspaceId: logs.workspaceId, sources: services.logSources },
    opts,
  );

  const { location: _, ...guarded } = group("guard").placement;
  const guard = new BackupGuard("guard", { ...guarded, regions: platform.allowedRegions }, opts);
  // Not the hub's network and names: firms put their peerings and links on them, and take them off.
  new DeletionLocks(
    "locks",
    {
      owner,
      scopes: { ...guard.ids, logs: logs.workspaceId },
      after: [guard, logs, diagnostics],
      why: "Guards firms' backups, or tells who did what. Remove the lock with a second person only.",
    },
    opts,
  );
  new GuardPolicies(
    "policies",
    {
      owner,
      regions: [...new Set([location, ...platform.allowedRegions])],
      requiredTags: ["environment"],
    },
    opts,
  );
  defender(platform.defender, { owner, location, tags }, opts);
  const signIn = new SignInRules(
    "signin",
    { environment, breakGlassGroup: platform.breakGlassGroup },
    { provider: entraOf(platform) },
  );
  platformWatch(platform, operations, logs.workspaceId, opts);

  const forFirms = {
    hubGroupName: network.resourceGroupName,
    hubNetworkName: hub.networkName,
    hubNetworkId: hub.networkId,
    fileZoneId: dns.zoneIds.file,
    blobZoneId: dns.zoneIds.blob,
    vaultZoneId: dns.zoneIds.vault,
    imageDefinitionId: gallery.imageId,
    maintenanceId: maintenance.configurationId,
    firewallAddress: services.firewallAddress,
    signInPeople: signIn.groupIds.people,
    signInManagedDevices: signIn.groupIds.managedDevices,
    signInReportedDevices: signIn.groupIds.reportedDevices,
    guardIds: guard.ids,
  } satisfies Record<keyof PlatformOutputs, unknown>;
  const forOffices = {
    hubGroupName: network.resourceGroupName,
    maintenanceId: maintenance.configurationId,
    vpnGatewayId: services.vpnGatewayId,
    forwardingRulesetName: resolver.rulesetName,
  } satisfies Record<keyof OfficeOutputs, pulumi.Input<string>>;
  return {
    ...forFirms,
    ...forOffices,
    logWorkspaceId: logs.workspaceId,
    dnsAddress: inboundAddress,
    vpnAddress: services.vpnAddress,
  };
}

/**
 * A first day has to be named, Azure takes none that has passed when the configuration is made
 * (https://learn.microsoft.com/rest/api/maintenance/maintenance-configurations), and a program without
 * a clock knows none: so the first Sunday of the coming year, chosen on 2026-11-24. Once it has passed
 * a new platform needs `cabinet:today`; one that is there keeps what it has.
 */
const undatedStart = "2027-01-03";
