import * as desktopvirtualization from "@pulumi/azure-native/desktopvirtualization";
import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import type { HostPoolReference } from "./desktops";
import type { HostJoin } from "./host-join";
import { agentDeployment } from "./host-registration";

export interface PoolMembershipArgs {
  /** Required. Group the machine is in. */
  readonly resourceGroupName: pulumi.Input<string>;
  readonly location: string;
  /** Required. The machine. */
  readonly vmName: string;
  readonly join: HostJoin;
  readonly hostPool: HostPoolReference;
  /** Required. The machine and all that must be done to it before. */
  readonly built: readonly pulumi.Resource[];
  /** Required. What mints the token the agent registers with. */
  readonly token: pulumi.Resource;
  /** Required. Whether users may still be sent to it; a host that drains keeps the sessions it has. */
  readonly newSessions: NewSessions;
}

export type NewSessions =
  | { readonly kind: "taken" }
  | {
      readonly kind: "refused";
      /** Hosts that take them instead, and must be there first. */
      readonly after: readonly pulumi.Resource[];
    };

/**
 * Makes a machine a session host of a pool. Its description in the pool is made before the agent, and
 * belongs to the stack: so the host can be drained, and leaves no ghost behind when it goes. Azure
 * refuses to delete the description of a host that somebody still works on.
 */
export class PoolMembership extends pulumi.ComponentResource {
  /** Once it is there, the host takes users. */
  readonly agent: pulumi.Resource;

  constructor(name: string, args: PoolMembershipArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:PoolMembership", name, {}, opts);
    const { hostPool, newSessions, vmName } = args;

    const description = new desktopvirtualization.SessionHost(
      `${name}-description`,
      {
        resourceGroupName: hostPool.resourceGroupName,
        hostPoolName: hostPool.name,
        sessionHostName: registeredName(args),
        allowNewSession: newSessions.kind === "taken",
      },
      {
        parent: this,
        // A machine keeps the name it registered under.
        ignoreChanges: ["sessionHostName"],
        // It goes before the machine: while Azure keeps it, nobody loses his session with the machine.
        dependsOn: [...args.built, ...(newSessions.kind === "taken" ? [] : newSessions.after)],
      },
    );

    this.agent = new resources.Deployment(
      `${name}-agent`,
      {
        resourceGroupName: args.resourceGroupName,
        deploymentName: `agent-${vmName}`,
        properties: {
          mode: resources.DeploymentMode.Incremental,
          ...agentDeployment(args, hostPool),
        },
      },
      {
        parent: this,
        dependsOn: [description, args.token],
        ignoreChanges: ["properties"],
      },
    );
    this.registerOutputs({});
  }
}

/** Agents register under the name by which the machine knows itself. */
function registeredName({ vmName, join }: PoolMembershipArgs): string {
  switch (join.kind) {
    case "entra":
      return vmName;
    case "domain":
      return `${vmName}.${join.domain}`;
  }
}
