import * as desktopvirtualization from "@pulumi/azure-native/desktopvirtualization";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Firm, PublishedApplication } from "../firm/firm";
import { rdpProperties } from "../windows/rdp-properties";
import { timeZone } from "../windows/time-zone";
import type { HostPower } from "./host-power";
import type { Placement } from "./placement";
import { PublishedApplications, type PublishedApplicationsArgs } from "./published-applications";
import { agentUpdateWindows, type ScalingSchedule } from "./scaling-schedules";

export interface DesktopsArgs extends Placement {
  /** Required. Whose desktops they are: name, hours, people, and what sessions may redirect. */
  readonly firm: Pick<Firm, "name" | "workday" | "sessions" | "people" | "identity" | "services">;
  /** Required. When hosts start and stop; every day of the week in exactly one of them. */
  readonly schedules: readonly ScalingSchedule[];
  /** Required. Sessions one host takes; autoscale counts with it. */
  readonly maxSessionsPerHost: number;
  /** Required. What lets Azure Virtual Desktop switch hosts on and off. */
  readonly hostPower: HostPower;
}

/** What the user sees of the firm's desktops, and when hosts run. Costs nothing; hosts and users' licences do. */
export class Desktops extends pulumi.ComponentResource {
  readonly hostPool: HostPoolReference;
  /** Groups by what they hold; but for the desktop's only where the firm publishes such. */
  readonly applicationGroupIds: {
    readonly desktop: pulumi.Output<string>;
    readonly applications?: pulumi.Output<string>;
    readonly quadraConnect?: pulumi.Output<string>;
  };
  readonly workspaceId: pulumi.Output<string>;
  readonly workspaceName: string;

  constructor(name: string, args: DesktopsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:Desktops", name, {}, opts);
    const { owner, location, resourceGroupName, tags, firm } = args;
    const common = { resourceGroupName, location, tags };
    const settings = poolSettings(args);
    this.workspaceName = azureName("desktopWorkspace", owner);

    const pool = new desktopvirtualization.HostPool(
      `${name}-pool`,
      { ...common, hostPoolName: azureName("hostPool", owner), ...settings },
      // The scaling plan owns the algorithm from its first phase on.
      { parent: this, ignoreChanges: ["loadBalancerType"] },
    );

    const group = new desktopvirtualization.ApplicationGroup(
      `${name}-group`,
      {
        ...common,
        applicationGroupName: azureName("applicationGroup", owner, "desktop"),
        applicationGroupType: desktopvirtualization.ApplicationGroupType.Desktop,
        hostPoolArmPath: pool.id,
        friendlyName: firm.name,
      },
      { parent: this },
    );

    const publish = (
      word: string,
      purpose: PublishedApplicationsArgs["purpose"],
      applications: readonly PublishedApplication[],
    ) =>
      new PublishedApplications(
        `${name}-${word}`,
        { ...args, purpose, firmName: firm.name, hostPoolId: pool.id, applications },
        { parent: this },
      ).groupId;
    const { applications } = firm.sessions;
    const { quadraConnect } = firm.services;
    const published = {
      ...(applications.length === 0
        ? {}
        : { applications: publish("applications", "applications", applications) }),
      ...(quadraConnect === undefined
        ? {}
        : { quadraConnect: publish("connect", "quadraconnect", [quadraConnect]) }),
    };

    const workspace = new desktopvirtualization.Workspace(
      `${name}-workspace`,
      {
        ...common,
        workspaceName: this.workspaceName,
        friendlyName: firm.name,
        // All of them, always: Azure forgets the groups that are not in the list.
        applicationGroupReferences: [group.id, ...Object.values(published)],
        publicNetworkAccess: desktopvirtualization.PublicNetworkAccess.Enabled,
      },
      { parent: this },
    );

    new desktopvirtualization.ScalingPlan(
      `${name}-scaling`,
      {
        ...common,
        scalingPlanName: azureName("scalingPlan", owner),
        hostPoolType: desktopvirtualization.ScalingHostPoolType.Pooled,
        timeZone,
        exclusionTag: "exclude-from-scaling",
        schedules: [...args.schedules],
        hostPoolReferences: [{ hostPoolArmPath: pool.id, scalingPlanEnabled: true }],
      },
      // Azure refuses a plan for a pool whose hosts it may not switch.
      { parent: this, dependsOn: args.hostPower },
    );

    this.hostPool = {
      resource: pool,
      id: pool.id,
      name: pool.name,
      resourceGroupName,
      location,
      tags,
      settings,
    };
    this.applicationGroupIds = { desktop: group.id, ...published };
    this.workspaceId = workspace.id;
    this.registerOutputs({ hostPoolId: pool.id, workspaceId: this.workspaceId });
  }
}

/** A host pool as those need it who bring hosts into it. */
export interface HostPoolReference {
  readonly resource: pulumi.Resource;
  readonly id: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  readonly resourceGroupName: pulumi.Input<string>;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Its properties, as ARM takes them. */
  readonly settings: ReturnType<typeof poolSettings>;
}

const balancing = {
  breadthFirst: desktopvirtualization.LoadBalancerType.BreadthFirst,
  depthFirst: desktopvirtualization.LoadBalancerType.DepthFirst,
} as const;

function poolSettings({ firm, maxSessionsPerHost }: DesktopsArgs) {
  return {
    hostPoolType: desktopvirtualization.HostPoolType.Pooled,
    preferredAppGroupType: desktopvirtualization.PreferredAppGroupType.Desktop,
    loadBalancerType: balancing[firm.sessions.balancing],
    maxSessionLimit: maxSessionsPerHost,
    startVMOnConnect: true,
    validationEnvironment: false,
    friendlyName: firm.name,
    customRdpProperty: rdpProperties(firm),
    // Users come from anywhere, through Azure's gateway; hosts call it, none is called.
    publicNetworkAccess: desktopvirtualization.HostpoolPublicNetworkAccess.Enabled,
    agentUpdate: {
      type: desktopvirtualization.SessionHostComponentUpdateType.Scheduled,
      useSessionHostLocalTime: false,
      maintenanceWindowTimeZone: timeZone,
      maintenanceWindows: agentUpdateWindows(firm.workday),
    },
  } as const;
}
