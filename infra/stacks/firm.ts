import type * as pulumi from "@pulumi/pulumi";
import type { NameOwner } from "../azure/names";
import { regionFacts } from "../azure/regions";
import { Access } from "../components/access";
import { Budget } from "../components/budget";
import { DeletionLocks } from "../components/deletion-locks";
import { Desktops } from "../components/desktops";
import { Diagnostics } from "../components/diagnostics";
import { FileStore } from "../components/file-store";
import { FirmKey } from "../components/firm-key";
import { FirmNetwork } from "../components/firm-network";
import { HostPower } from "../components/host-power";
import { HubLink } from "../components/hub-link";
import { Keys } from "../components/keys";
import { LogStore } from "../components/log-store";
import { Recovery } from "../components/recovery";
import { SessionHosts } from "../components/session-hosts";
import type { Firm } from "../firm/firm";
import { sizeSessionHosts } from "../firm/sizing";
import type { Platform } from "../platform/platform";
import { readPlatformOutputs } from "./platform-outputs";
import { azureIn, entraOf } from "./providers";
import { resourceGroups } from "./resource-groups";
import { zoneNames } from "./zone-names";

/** Everything of one firm. */
export function firmStack(platform: Platform, firm: Firm): pulumi.Inputs {
  const { region, people, sessions, data } = firm;
  const facts = regionFacts[region];
  const owner = {
    environment: platform.environment,
    firm: firm.key,
    subscription: firm.subscription,
  } satisfies NameOwner;
  const tags = {
    ...platform.tags,
    environment: platform.environment,
    firm: firm.key,
    suite: firm.suite,
  };
  const azure = azureIn("firm", firm.subscription, platform);
  // Creates only what joins the firm to the hub.
  const hubAzure = azureIn("platform", platform.subscription, platform);
  const opts = { providers: { "azure-native": azure, azuread: entraOf(platform) } };
  const group = resourceGroups(owner, region, tags, azure);
  const groups = {
    network: group("network"),
    data: group("data"),
    hosts: group("hosts"),
    desktops: group("desktops"),
  };
  const hub = readPlatformOutputs(platform.environment);

  const network = new FirmNetwork(
    "network",
    {
      ...groups.network.placement,
      addressSpace: firm.network,
      zones: facts.zones ? threeZones : [],
    },
    opts,
  );
  new HubLink(
    "hub",
    {
      owner,
      tags,
      firm: network,
      firmGroupName: groups.network.placement.resourceGroupName,
      ...hub,
      zoneNames: zoneNames(region),
      hubProvider: hubAzure,
    },
    opts,
  );

  const subnetId = network.endpointsSubnetId;
  const keys = new Keys(
    "keys",
    {
      ...groups.data.placement,
      tenant: platform.tenant,
      endpoint: { subnetId, zoneId: hub.vaultZoneId },
    },
    opts,
  );
  const key = new FirmKey(
    "key",
    { ...groups.data.placement, vaultId: keys.vaultId, vaultName: keys.vaultName },
    opts,
  );
  const fileStore = (purpose: "profiles" | "dossiers", quotaGiB: number): FileStore =>
    new FileStore(
      purpose,
      {
        ...groups.data.placement,
        purpose,
        quotaGiB,
        redundancy: data.redundancy,
        vaultCopies: purpose === "dossiers" && facts.filesBackup.vault,
        identity: firm.identity.mode,
        encryption: key.forStorage,
        keyReady: key.ready,
        endpoint: { subnetId, zoneId: hub.fileZoneId },
      },
      opts,
    );
  const profiles = fileStore("profiles", profilesGiB(firm));
  const dossiers = fileStore("dossiers", data.dossiersGiB);
  const recovery = new Recovery(
    "recovery",
    {
      ...groups.data.placement,
      level: firm.backup,
      redundancy: facts.pair !== undefined ? "geo" : facts.zones ? "zone" : "local",
      vaultCopies: facts.filesBackup.vault,
      profiles,
      dossiers,
      dataGroupName: groups.data.placement.resourceGroupName,
    },
    opts,
  );

  const hosts = sizeSessionHosts(people, sessions);
  const power = new HostPower(
    "power",
    { owner, hostsGroupId: groups.hosts.id, desktopsGroupId: groups.desktops.id },
    opts,
  );
  const desktops = new Desktops(
    "desktops",
    {
      ...groups.desktops.placement,
      // Where Azure Virtual Desktop keeps the descriptions of hosts in this region.
      location: facts.desktopMetadata,
      firm,
      maxSessionsPerHost: hosts.maxSessions,
      hostPower: power,
    },
    opts,
  );
  const sessionHosts = new SessionHosts(
    "hosts",
    {
      ...groups.hosts.placement,
      generation: sessions.generation,
      count: hosts.count,
      size: hosts.size,
      zones: facts.zones && data.redundancy === "zone" ? threeZones : [],
      subnetId: network.sessionsSubnetId,
      hostPool: desktops.hostPool,
      vaultName: keys.vaultName,
      vaultGroupName: groups.data.placement.resourceGroupName,
    },
    opts,
  );

  const access = new Access(
    "access",
    {
      owner,
      firmName: firm.name,
      supervisor: people.supervisor,
      stage: firm.stage,
      applicationGroupId: desktops.applicationGroupId,
      hostPoolId: desktops.hostPool.id,
      hostsGroupId: groups.hosts.id,
      shareIds: { profiles: profiles.shareId, dossiers: dossiers.shareId },
    },
    opts,
  );
  const logs = new LogStore(
    "logs",
    { ...groups.data.placement, retentionDays: platform.logRetentionDays },
    opts,
  );
  const diagnostics = new Diagnostics(
    "diagnostics",
    {
      owner,
      workspaceId: logs.workspaceId,
      sources: {
        pool: desktops.hostPool.id,
        group: desktops.applicationGroupId,
        workspace: desktops.workspaceId,
        keys: keys.vaultId,
        recovery: recovery.vaultId,
      },
    },
    opts,
  );
  if (firm.budget.kind === "monthly") {
    new Budget(
      "budget",
      {
        owner,
        resourceGroupName: groups.data.placement.resourceGroupName,
        euros: firm.budget.euros,
        contact: people.supervisor,
      },
      opts,
    );
  }
  // The one value that decides whether data may be deleted. Pulumi itself protects nothing: what is
  // destroyed can be had back from soft-deleted shares, vaults and backups.
  if (firm.stage !== "leaving") {
    new DeletionLocks(
      "locks",
      {
        owner,
        scopes: {
          profiles: profiles.accountId,
          dossiers: dossiers.accountId,
          keys: keys.vaultId,
          recovery: recovery.vaultId,
        },
        after: [profiles, dossiers, keys, recovery, sessionHosts, access, diagnostics],
      },
      opts,
    );
  }

  return {
    firm: firm.name,
    stage: firm.stage,
    desktops: desktops.workspaceName,
    client: "https://windows.cloud.microsoft",
    staffGroup: access.staffGroupName,
    egressAddress: network.egressAddress,
    profilesShare: profiles.uncPath,
    dossiersShare: dossiers.uncPath,
    sessionHosts: sessionHosts.names,
    sizing: hosts.steps,
  };
}

const threeZones = ["1", "2", "3"];

/** Room for every profile to reach its limit; Azure sells no fewer than 100 GiB and no more than 100 TiB. */
function profilesGiB({ people, data }: Firm): number {
  return Math.min(Math.max(people.staff * data.profileGiB, 100), 102_400);
}
