import * as compute from "@pulumi/azure-native/compute";
import * as desktops from "@pulumi/azure-native/desktopvirtualization";
import type { Stage } from "./behaviour";

const hour = 3_600_000;

export function poolOf(
  { named, resourceGroupName, location }: Stage,
  hostPoolName: string,
  tokenHours?: number,
): desktops.HostPool {
  return new desktops.HostPool(named("pool"), {
    resourceGroupName,
    location,
    hostPoolName,
    hostPoolType: "Pooled",
    loadBalancerType: "BreadthFirst",
    preferredAppGroupType: "Desktop",
    ...(tokenHours !== undefined && {
      registrationInfo: {
        expirationTime: new Date(Date.now() + tokenHours * hour).toISOString(),
        registrationTokenOperation: "Update",
      },
    }),
  });
}

export function groupOf(
  { named, resourceGroupName, location: here }: Stage,
  applicationGroupName: string,
  pool: desktops.HostPool,
  location = here,
): desktops.ApplicationGroup {
  return new desktops.ApplicationGroup(named(applicationGroupName), {
    resourceGroupName,
    location,
    applicationGroupName,
    applicationGroupType: "RemoteApp",
    hostPoolArmPath: pool.id,
  });
}

export function machineOf(
  { named, resourceGroupName, location: here }: Stage,
  vmName: string,
  vmSize = "Standard_D2as_v5",
  location = here,
): compute.VirtualMachine {
  return new compute.VirtualMachine(named("machine"), {
    resourceGroupName,
    location,
    vmName,
    hardwareProfile: { vmSize },
  });
}
