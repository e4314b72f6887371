import type * as pulumi from "@pulumi/pulumi";
import type { NameOwner } from "../azure/names";
import { regionFacts } from "../azure/regions";
import type { PoolScopes } from "../components/access";
import { CitrixConnectors } from "../components/citrix-connectors";
import { Desktops } from "../components/desktops";
import type { FirmKey } from "../components/firm-key";
import type { FirmNetwork } from "../components/firm-network";
import { HostInsights } from "../components/host-insights";
import type { HostJoin } from "../components/host-join";
import type { MachineImage } from "../components/host-machine";
import { HostPower } from "../components/host-power";
import type { Keys } from "../components/keys";
import { scalingSchedules } from "../components/scaling-schedules";
import { SessionHosts, type HostGeneration } from "../components/session-hosts";
import { compareDates, type Today } from "../document/calendar-date";
import { describeSchedule } from "../firm/describe-schedule";
import type { Firm, PreviousGeneration } from "../firm/firm";
import { sizeSessionHosts, type SessionHostPlan } from "../firm/sizing";
import { scheduleInForce } from "../firm/work-calendar";
import { firmHostScript, type SharePaths } from "./firm-host-script";
import type { PlacedGroup } from "./resource-groups";

export interface FirmSessionsArgs {
  readonly owner: NameOwner;
  readonly firm: Firm;
  /** Day whose schedules are deployed, and by which old hosts go. */
  readonly today: Today;
  readonly image: MachineImage;
  readonly groups: Readonly<Record<"data" | "hosts" | "desktops", PlacedGroup>>;
  readonly network: FirmNetwork;
  readonly keys: Keys;
  readonly key: FirmKey;
  /** Shares, as Windows writes them. */
  readonly paths: SharePaths;
  readonly workspaceId: pulumi.Input<string>;
}

/** What the rest of a firm's stack needs of its sessions. */
export interface FirmSessions {
  /** None where Citrix brings users to their hosts. */
  readonly pool: PoolScopes | undefined;
  readonly hosts: SessionHosts;
  /** People who can work at once with all hosts running. */
  readonly seats: number;
  /** Resources that send logs. */
  readonly sources: Readonly<Record<string, pulumi.Input<string>>>;
  readonly outputs: pulumi.Inputs;
}

/** Session hosts and those who bring users to them. */
export function firmSessions(
  args: FirmSessionsArgs,
  opts: pulumi.ComponentResourceOptions,
): FirmSessions {
  const { firm, groups, keys, network } = args;
  const plan = sizeSessionHosts(firm.people, firm.sessions);
  const shared = {
    ...groups.hosts.placement,
    zones:
      regionFacts[firm.region].zones && firm.data.redundancy !== "local" ? ["1", "2", "3"] : [],
    subnetId: network.sessionsSubnetId,
    diskEncryptionSetId: args.key.diskEncryptionSetId,
  };
  const join = joinOf(firm, keys);
  const insights = new HostInsights(
    "insights",
    { ...groups.hosts.placement, workspaceId: args.workspaceId },
    opts,
  );
  const desktops = firm.sessions.broker.kind === "avd" ? desktopsOf(args, plan, opts) : undefined;
  const connectors = connectorsOf(firm, keys, join, shared, opts);
  const hosts = new SessionHosts(
    "hosts",
    {
      ...shared,
      image: args.image,
      generation: { number: firm.sessions.generation, count: plan.count, size: plan.size },
      previous: keptGeneration(firm.sessions.previous, args.today),
      join,
      hostPool: desktops?.hostPool,
      script: firmHostScript(firm, args.paths, connectors?.hostNames ?? []),
      collectionRuleId: insights.ruleId,
      passwords: connectors?.passwords ?? {},
      vaultName: keys.vaultName,
      vaultGroupName: groups.data.placement.resourceGroupName,
    },
    opts,
  );

  return {
    pool:
      desktops === undefined
        ? undefined
        : { hostPoolId: desktops.hostPool.id, ...desktops.applicationGroupIds },
    hosts,
    seats: plan.count * plan.maxSessions,
    sources: desktops === undefined ? {} : logSources(desktops),
    outputs: {
      ...(desktops === undefined
        ? { citrixConnectors: connectors?.hostNames ?? [] }
        : {
            desktops: desktops.workspaceName,
            client: "https://windows.cloud.microsoft",
            schedules: describeSchedule(scheduleInForce(firm.workday, args.today)),
          }),
      sessionHosts: hosts.names,
      drainedHosts: hosts.drained,
      sizing: plan.steps,
    },
  };
}

function desktopsOf(
  { owner, firm, groups, today }: FirmSessionsArgs,
  plan: SessionHostPlan,
  opts: pulumi.ComponentResourceOptions,
): Desktops {
  const hostPower = new HostPower(
    "power",
    { owner, hostsGroupId: groups.hosts.id, desktopsGroupId: groups.desktops.id },
    opts,
  );
  return new Desktops(
    "desktops",
    {
      ...groups.desktops.placement,
      // Where Azure Virtual Desktop keeps the descriptions of hosts in this region.
      location: regionFacts[firm.region].desktopMetadata,
      firm,
      schedules: scalingSchedules(scheduleInForce(firm.workday, today), firm.sessions.balancing),
      maxSessionsPerHost: plan.maxSessions,
      hostPower,
    },
    opts,
  );
}

function logSources({ hostPool, applicationGroupIds, workspaceId }: Desktops) {
  const { desktop, applications, quadraConnect } = applicationGroupIds;
  return {
    pool: hostPool.id,
    group: desktop,
    ...(applications === undefined ? {} : { applications }),
    ...(quadraConnect === undefined ? {} : { connect: quadraConnect }),
    workspace: workspaceId,
  };
}

function connectorsOf(
  { sessions: { broker } }: Firm,
  keys: Keys,
  join: HostJoin,
  shared: Omit<ConstructorParameters<typeof CitrixConnectors>[1], "join" | "cloud">,
  opts: pulumi.ComponentResourceOptions,
): CitrixConnectors | undefined {
  if (broker.kind === "avd") return undefined;
  if (join.kind === "entra") throw new Error("Citrix knows hosts by their domain");
  const { customer, resourceLocation, clientId, clientSecretName } = broker;
  const clientSecret = { vaultId: keys.vaultId, secretName: clientSecretName };
  return new CitrixConnectors(
    "connectors",
    { ...shared, join, cloud: { customer, resourceLocation, clientId, clientSecret } },
    opts,
  );
}

function joinOf({ identity }: Firm, { vaultId }: Keys): HostJoin {
  if (identity.mode === "entra") return { kind: "entra" };
  const { name: domain, ou: unit, joinAccount: account, joinSecretName } = identity.domain;
  const password = { vaultId, secretName: joinSecretName };
  return { kind: "domain", domain, unit, account, password };
}

/** Hosts of an earlier generation go on their day; a deployment that knows no date keeps them. */
function keptGeneration(previous: PreviousGeneration, today: Today): HostGeneration | undefined {
  if (previous.kind === "none") return undefined;
  const over = today.kind === "dated" && compareDates(today.date, previous.until) >= 0;
  return over ? undefined : { number: previous.generation, ...previous.hosts };
}
