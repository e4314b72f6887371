import * as maintenance from "@pulumi/azure-native/maintenance";
import type * as pulumi from "@pulumi/pulumi";

export interface PatchesArgs {
  readonly resourceGroupName: pulumi.Input<string>;
  readonly location: string;
  /** Id of the platform's patch window for servers. */
  readonly maintenanceId: pulumi.Input<string>;
  /** Where the machine stands: in Azure, or brought in by Arc. */
  readonly of: "azure" | "arc";
  readonly machineName: pulumi.Input<string>;
  readonly machineId: pulumi.Input<string>;
}

const types = {
  azure: { providerName: "Microsoft.Compute", resourceType: "virtualMachines" },
  arc: { providerName: "Microsoft.HybridCompute", resourceType: "machines" },
} as const;

/** Puts a machine under the platform's patch window. */
export function patchInWindow(
  name: string,
  { resourceGroupName, location, maintenanceId, of, machineName, machineId }: PatchesArgs,
  opts: pulumi.CustomResourceOptions,
): void {
  new maintenance.ConfigurationAssignment(
    `${name}-patches`,
    {
      resourceGroupName,
      ...types[of],
      resourceName: machineName,
      configurationAssignmentName: "servers",
      location,
      maintenanceConfigurationId: maintenanceId,
      resourceId: machineId,
    },
    opts,
  );
}
