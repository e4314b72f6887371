import type * as pulumi from "@pulumi/pulumi";
import type { NameOwner } from "../azure/names";
import { regionFacts } from "../azure/regions";
import { Access } from "../components/access";
import { Budget } from "../components/budget";
import { DeletionLocks } from "../components/deletion-locks";
import { Diagnostics } from "../components/diagnostics";
import { FileStore } from "../components/file-store";
import { FirmKey } from "../components/firm-key";
import { FirmNetwork } from "../components/firm-network";
import { HubLink } from "../components/hub-link";
import { Keys } from "../components/keys";
import { LogStore } from "../components/log-store";
import type { HostNeighbours } from "../components/network-rules";
import { Recovery } from "../components/recovery";
import { firmRoles, type FirmRole } from "../components/rights";
import type { Firm } from "../firm/firm";
import type { Platform } from "../platform/platform";
import { firmSessions } from "./firm-sessions";
import { hostImage } from "./host-image";
import { manualSteps, type ManualStep } from "./manual-steps";
import { readPlatformOutputs } from "./platform-outputs";
import { azureIn, entraOf } from "./providers";
import { resourceGroups } from "./resource-groups";
import { zoneNames } from "./zone-names";

/** Everything of one firm. */
export function firmStack(platform: Platform, firm: Firm): pulumi.Inputs {
  const { region, people, data } = firm;
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
      neighbours: neighboursOf(firm),
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
      readByTemplates: firm.identity.mode !== "entra",
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

  const logs = new LogStore(
    "logs",
    { ...groups.data.placement, retentionDays: platform.logRetentionDays },
    opts,
  );
  const { pool, hosts, sources, outputs } = firmSessions(
    {
      owner,
      firm,
      today: platform.today,
      image: hostImage(platform, hub.imageDefinitionId),
      groups,
      network,
      keys,
      key,
      paths: { profiles: profiles.uncPath, dossiers: dossiers.uncPath },
      workspaceId: logs.workspaceId,
    },
    opts,
  );
  const access = new Access(
    "access",
    {
      owner,
      firmName: firm.name,
      supervisor: people.supervisor,
      roles: rolesOf(firm),
      stage: firm.stage,
      join: firm.identity.mode,
      scopes: {
        pool,
        hostsGroupId: groups.hosts.id,
        shareIds: { profiles: profiles.shareId, dossiers: dossiers.shareId },
        archiveId: undefined,
      },
    },
    opts,
  );
  const diagnostics = new Diagnostics(
    "diagnostics",
    {
      owner,
      workspaceId: logs.workspaceId,
      sources: {
        ...sources,
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
        after: [profiles, dossiers, keys, recovery, hosts, access, diagnostics],
      },
      opts,
    );
  }

  return {
    firm: firm.name,
    stage: firm.stage,
    staffGroup: access.staffGroupName,
    egressAddress: network.egressAddress,
    profilesShare: profiles.uncPath,
    dossiersShare: dossiers.uncPath,
    ...outputs,
    manualSteps: languages(manualSteps(firm)),
  };
}

const threeZones = ["1", "2", "3"];

/** Roles the firm has people for; those from outside only where it has some. */
function rolesOf({ people }: Firm): readonly FirmRole[] {
  return firmRoles.filter((role) => role !== "externe" || people.externals > 0);
}

function neighboursOf({ identity, sessions, data }: Firm): HostNeighbours {
  const { broker, printing } = sessions;
  return {
    domainControllers: identity.mode === "entra" ? [] : identity.domain.dnsServers,
    licenceServers: printing.kind === "thinprint" ? [printing.licenceServer] : [],
    broker: broker.kind,
    store: data.store,
  };
}

/** French first: those who do it sit in the firm. */
function languages(steps: readonly ManualStep[]) {
  return { fr: steps.map(({ fr }) => fr), en: steps.map(({ en }) => en) };
}

/** Room for every profile to reach its limit; Azure sells no fewer than 100 GiB and no more than 100 TiB. */
function profilesGiB({ people, data }: Firm): number {
  return Math.min(Math.max(people.staff * data.profileGiB, 100), 102_400);
}
