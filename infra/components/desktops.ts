import * as desktopvirtualization from "@pulumi/azure-native/desktopvirtualization";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Firm } from "../firm/firm";
import type { HostPower } from "./host-power";
import type { Placement } from "./placement";
import { rdpProperties } from "./rdp-properties";
import { agentUpdateWindows, scalingSchedules, timeZone } from "./scaling-schedules";

export interface DesktopsArgs extends Placement {
  /** Required. Whose desktops they are: name, hours, and what sessions may redirect. */
  readonly firm: Pick<Firm, "name" | "workday" | "sessions">;
  /** Required. Sessions one host takes; autoscale counts with it. */
  readonly maxSessionsPerHost: number;
  /** Required. What lets Azure Virtual Desktop switch hosts on and off. */
  readonly hostPower: HostPower;
}

/** What the user sees of the firm's desktops, and when hosts run. Costs nothing; hosts and users' licences do. */
export class Desktops extends pulumi.ComponentResource {
  readonly hostPool: HostPoolReference;
  readonly applicationGroupId: pulumi.Output<string>;
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

    const workspace = new desktopvirtualization.Workspace(
      `${name}-workspace`,
      {
        ...common,
        workspaceName: this.workspaceName,
        friendlyName: firm.name,
        // All of them, always: Azure forgets the groups that are not in the list.
        applicationGroupReferences: [group.id],
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
        schedules: scalingSchedules(firm.workday),
        hostPoolReferences: [{ hostPoolArmPath: pool.id, scalingPlanEnabled: true }],
      },
      // Azure refuses a plan for a pool whose hosts it may not switch.
      { parent: this, dependsOn: args.hostPower },
    );

    this.hostPool = { id: pool.id, name: pool.name, resourceGroupName, location, tags, settings };
    this.applicationGroupId = group.id;
    this.workspaceId = workspace.id;
    this.registerOutputs({ hostPoolId: pool.id, workspaceId: this.workspaceId });
  }
}

/** A host pool as those need it who bring hosts into it. */
export interface HostPoolReference {
  readonly id: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  readonly resourceGroupName: pulumi.Input<string>;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Its properties, as ARM takes them. */
  readonly settings: ReturnType<typeof poolSettings>;
}

function poolSettings({ firm, maxSessionsPerHost }: DesktopsArgs) {
  return {
    hostPoolType: desktopvirtualization.HostPoolType.Pooled,
    preferredAppGroupType: desktopvirtualization.PreferredAppGroupType.Desktop,
    loadBalancerType: desktopvirtualization.LoadBalancerType.BreadthFirst,
    maxSessionLimit: maxSessionsPerHost,
    startVMOnConnect: true,
    validationEnvironment: false,
    friendlyName: firm.name,
    customRdpProperty: rdpProperties(firm.sessions),
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
