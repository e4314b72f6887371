import * as resources from "@pulumi/azure-native/resources";
import type * as pulumi from "@pulumi/pulumi";
import type { HostPoolReference } from "./desktops";
import { tokenDeployment, tokenName } from "./host-registration";

export interface RegistrationTokenArgs {
  /** Required. Pool that the token lets hosts into. */
  readonly hostPool: HostPoolReference;
  /** Required. Number of the generation, and how many hosts it has. */
  readonly generation: number;
  readonly count: number;
  /** Required. Machines that are to be there before it is minted. */
  readonly hosts: readonly pulumi.Resource[];
}

/**
 * The token with which a generation's hosts register. It is named after the number of hosts: whenever
 * there are more, the agents get a fresh one. It is minted when all machines are built, minutes before
 * it is used. Where just these minutes were interrupted, the next `cabinet up` mints another; plain
 * Pulumi does with `--replace`.
 *
 * @param name Logical name of the generation.
 */
export function registrationToken(
  name: string,
  { hostPool, generation, count, hosts }: RegistrationTokenArgs,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource {
  return new resources.Deployment(
    tokenName(name, count),
    {
      resourceGroupName: hostPool.resourceGroupName,
      deploymentName: `register-g${generation}-${count}`,
      properties: { mode: resources.DeploymentMode.Incremental, ...tokenDeployment(hostPool) },
    },
    {
      ...opts,
      ignoreChanges: ["properties"],
      // Two deployments of one name cannot be there at once.
      deleteBeforeReplace: true,
      dependsOn: [...hosts],
    },
  );
}
