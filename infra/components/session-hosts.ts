import * as keyvault from "@pulumi/azure-native/keyvault";
import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { sessionHostName } from "../azure/names";
import type { HostPoolReference } from "./desktops";
import { tokenDeployment } from "./host-registration";
import type { Placement } from "./placement";
import { SessionHost } from "./session-host";

export interface SessionHostsArgs extends Placement {
  /** Required. 1 to 999; a new number builds new hosts, under new names. */
  readonly generation: number;
  /** Required. Number of hosts. */
  readonly count: number;
  /** Required. Azure's name of their size. */
  readonly size: string;
  /** Required. Zones to spread them over, one after the other; empty where there are none. */
  readonly zones: readonly string[];
  /** Required. Subnet of their network interfaces. */
  readonly subnetId: pulumi.Input<string>;
  /** Required. Pool they join. */
  readonly hostPool: HostPoolReference;
  /** Required. Vault that keeps the local administrators' passwords, and the group it is in. */
  readonly vaultName: pulumi.Input<string>;
  readonly vaultGroupName: pulumi.Input<string>;
}

/** The firm's session hosts of one generation; each has a local password of its own. */
export class SessionHosts extends pulumi.ComponentResource {
  readonly names: readonly string[];

  constructor(name: string, args: SessionHostsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:SessionHosts", name, {}, opts);
    const { owner, location, tags, resourceGroupName, generation, count } = args;
    const built = `g${generation}`;

    // Named after the number of hosts: whenever there are more, the agents get a fresh token. Where
    // building them breaks off for more than two hours, `pulumi up --replace` of it mints another.
    const token = new resources.Deployment(
      `${name}-${built}-token-${count}`,
      {
        resourceGroupName: args.hostPool.resourceGroupName,
        deploymentName: `register-${built}-${count}`,
        properties: {
          mode: resources.DeploymentMode.Incremental,
          ...tokenDeployment(args.hostPool),
        },
      },
      { parent: this, ignoreChanges: ["properties"] },
    );

    const hosts = Array.from({ length: count }, (_, place) => {
      const index = place + 1;
      const hostName = `${name}-${built}-${index}`;
      const vmName = sessionHostName(owner, generation, index);
      const password = new random.RandomPassword(
        `${hostName}-password`,
        { length: 32, minLower: 1, minUpper: 1, minNumeric: 1, minSpecial: 1 },
        { parent: this },
      ).result;
      new SessionHost(
        hostName,
        {
          owner,
          location,
          tags,
          resourceGroupName,
          vmName,
          size: args.size,
          // None where the list is empty.
          zone: args.zones[place % args.zones.length],
          subnetId: args.subnetId,
          password,
          hostPool: args.hostPool,
          token,
        },
        { parent: this },
      );
      return { vmName, password };
    });

    new keyvault.Secret(
      `${name}-passwords`,
      {
        resourceGroupName: args.vaultGroupName,
        vaultName: args.vaultName,
        // One name for all generations: a secret's name stays taken when it is deleted, and a firm
        // may go back to an earlier generation.
        secretName: "session-hosts",
        properties: {
          contentType: "application/json",
          value: pulumi.jsonStringify(
            Object.fromEntries(hosts.map(({ vmName, password }) => [vmName, password])),
          ),
        },
        tags,
      },
      // Azure has no way to delete a secret from outside the vault; it goes with the vault.
      { parent: this, retainOnDelete: true },
    );

    this.names = hosts.map(({ vmName }) => vmName);
    this.registerOutputs({ names: this.names });
  }
}
