import type * as pulumi from "@pulumi/pulumi";
import type { NameOwner } from "../azure/names";
import { regionFacts } from "../azure/regions";
import { Access } from "../components/access";
import { Budget } from "../components/budget";
import { DeletionLocks } from "../components/deletion-locks";
import { FirmNetwork } from "../components/firm-network";
import { GuardPolicies } from "../components/guard-policies";
import { HubLink } from "../components/hub-link";
import { LogStore } from "../components/log-store";
import type { HostNeighbours } from "../components/neighbour-rules";
import { firmRoles, type FirmRole } from "../components/rights";
import { SupervisorRole } from "../components/supervisor-role";
import { WebService } from "../components/web-service";
import { carriesScans } from "../firm/carries-scans";
import type { Firm } from "../firm/firm";
import { rehearsalPlan } from "../firm/rehearsal";
import { resolverAddress } from "../platform/hub-subnets";
import type { Platform } from "../platform/platform";
import { isDomainController } from "../slim-server/machine-role";
import { logDays } from "../watch/retention";
import { defender, switchedOff } from "./defender";
import { firmData } from "./firm-data";
import type { FirmOutputs } from "./firm-outputs";
import { firmPeople, firmSignIn, presentTechnicians } from "./firm-people";
import { firmDeparture } from "./firm-departure";
import { firmNames } from "./firm-names";
import { lastRehearsal } from "./firm-rehearsal";
import { firmRights } from "./firm-rights";
import { firmSessions } from "./firm-sessions";
import { firmWatch } from "./firm-watch";
import { hostImage } from "./host-image";
import { manualSteps } from "./manual-steps";
import { readPlatformOutputs } from "./platform-outputs";
import { azureIn, entraOf } from "./providers";
import { resourceGroups } from "./resource-groups";
import { zoneNames } from "./zone-names";

/** Everything of one firm. */
export function firmStack(platform: Platform, firm: Firm): pulumi.Inputs {
  const { region, people } = firm;
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
    watch: group("watch"),
  };
  const hub = readPlatformOutputs(platform.environment);
  new GuardPolicies(
    "policies",
    {
      owner,
      regions: [...new Set([region, facts.desktopMetadata])],
      requiredTags: ["firm", "environment"],
    },
    opts,
  );
  defender(
    firm.stage === "leaving" ? switchedOff(platform.defender) : platform.defender,
    { owner, location: region, tags },
    opts,
  );

  const network = new FirmNetwork(
    "network",
    {
      ...groups.network.placement,
      addressSpace: firm.network,
      zones: facts.zones ? threeZones : [],
      egress:
        platform.firewall === "none"
          ? { kind: "nat" }
          : { kind: "firewall", address: hub.firewallAddress },
      neighbours: neighboursOf(firm, platform),
      rehearsal: rehearsalPlan(firm).kind === "monthly",
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
      hub: {
        firewall: platform.firewall !== "none",
        gateway: platform.vpnGateway !== "none",
      },
      hubProvider: hubAzure,
    },
    opts,
  );

  const data = firmData(
    {
      firm,
      environment: platform.environment,
      tenant: platform.tenant,
      group: groups.data,
      makeGroup: group,
      technicians: presentTechnicians(firm, platform.today),
      network,
      hub,
    },
    opts,
  );

  const logs = new LogStore(
    "logs",
    { ...groups.data.placement, retentionDays: logDays[firm.logs] },
    opts,
  );
  const sessions = firmSessions(
    {
      owner,
      firm,
      today: platform.today,
      image: hostImage(platform, hub.imageDefinitionId),
      groups,
      network,
      keys: data.keys,
      key: data.key,
      paths: data.paths,
      workspaceId: logs.workspaceId,
    },
    opts,
  );
  const watch = firmWatch(
    {
      firm,
      group: groups.watch,
      hostsGroupId: groups.hosts.id,
      workspaceId: logs.workspaceId,
      provider: platform.provider,
      support: platform.support,
      sessions,
      data,
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
      operator: new SupervisorRole(
        "operator",
        { owner, groupIds: [groups.desktops.id, groups.data.id, groups.watch.id] },
        opts,
      ).role,
      scopes: {
        logsId: logs.workspaceId,
        consoleId: watch.consoleId,
        pool: sessions.pool,
        hostsGroupId: groups.hosts.id,
        shareIds: data.shareIds,
        archiveId: data.archiveId,
      },
    },
    opts,
  );
  const services = firm.services.web.map(
    (service) =>
      new WebService(
        `service-${service.toLowerCase()}`,
        { owner, firmName: firm.name, service },
        opts,
      ),
  );
  firmSignIn(firm, platform.today, owner, groups, hub, access, opts);
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
        scopes: data.lockScopes,
        why: "Holds the firm's data. Set the firm's stage to leaving before deleting it.",
        after: [...data.lockAfter, sessions.hosts, access, watch.diagnostics],
      },
      opts,
    );
  }

  const leaving =
    firm.stage === "leaving"
      ? firmDeparture(
          {
            firm,
            platform,
            data,
            workspaceId: logs.workspaceId,
            supervisorsId: access.groupIds.supervisors,
          },
          opts,
        )
      : undefined;
  firmNames(
    firm,
    platform,
    groups.network,
    network,
    {
      ...data.privateHosts,
      blob: [...data.privateHosts.blob, ...(leaving === undefined ? [] : [leaving.accountName])],
    },
    opts,
  );

  const steps = manualSteps(firm);
  const forOffices = {
    dataGroupName: groups.data.placement.resourceGroupName,
    vaultName: data.keys.vaultName,
    recoveryVaultName: data.recoveryVaultName,
    logWorkspaceId: logs.workspaceId,
    diskEncryptionSetId: data.key.diskEncryptionSetId,
    serversSubnetId: network.serversSubnetId ?? "",
  } satisfies Record<keyof FirmOutputs, pulumi.Input<string>>;
  return {
    firm: firm.name,
    stage: firm.stage,
    staffGroup: access.staffGroupName,
    ...(network.egressAddress === undefined ? {} : { egressAddress: network.egressAddress }),
    ...data.outputs,
    rehearsal: lastRehearsal(firm, owner, azure),
    rights: firmRights(firm, rolesOf(firm), owner, data.paths, access.groupIds),
    ...sessions.outputs,
    ...watch.outputs,
    ...firmPeople(firm, platform.today, access, opts),
    ...leaving?.outputs,
    ...(services.length === 0 ? {} : { services: services.map(({ groupName }) => groupName) }),
    // French first: those who do it sit in the firm.
    manualSteps: steps.map(({ fr }) => fr),
    manualStepsInEnglish: steps.map(({ en }) => en),
    ...(firm.sites.length === 0 ? {} : forOffices),
  };
}

const threeZones = ["1", "2", "3"];

/** Roles the firm has people for; those from outside only where there is something for them to start. */
function rolesOf({ sessions, services }: Firm): readonly FirmRole[] {
  return firmRoles.filter((role) => {
    switch (role) {
      case "externe":
        return sessions.applications.length > 0;
      case "connecte":
        return services.quadraConnect !== undefined;
      default:
        return true;
    }
  });
}

function neighboursOf(
  { identity, sessions, data, services, sites }: Firm,
  { hubNetwork }: Platform,
): HostNeighbours {
  const { broker, printing } = sessions;
  return {
    domainControllers: identity.mode === "entra" ? [] : identity.domain.dnsServers,
    secondControllers: sites.flatMap(({ secondController: second }) =>
      second.kind === "azure" ? [second.address] : [],
    ),
    licenceServers: printing.kind === "thinprint" ? [printing.licenceServer] : [],
    scanningOffices: sites.filter((site) => carriesScans(sessions, site)).map(({ lan }) => lan),
    officeControllers: sites
      .filter(({ link }) => link.kind === "vpn")
      .flatMap(({ machines }) => machines)
      .filter(({ role }) => isDomainController(role))
      .map(({ address }) => address),
    offices: sites.map(({ lan }) => lan),
    broker: broker.kind,
    services: services.web,
    store: data.store,
    resolver: resolverAddress(hubNetwork),
  };
}
