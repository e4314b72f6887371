import { isRecord } from "./property-values";
import { protectionsOf, resourceWith, textIn, type ProtectedItem } from "./protected-items";
import type { RegisteredResource } from "./registered";

/** A server whose disks a program has Azure back up, and the disk with its data. */
export interface ProtectedServer extends ProtectedItem {
  readonly machine: string;
  readonly machineId: string;
  readonly machineGroup: string;
  readonly location: string;
  readonly disk: {
    readonly id: string;
    readonly name: string;
    readonly gibibytes: number;
    readonly sku: string;
    readonly encryptionSetId: string;
    /** Id of the lock on it; undefined where none is. */
    readonly lockId: string | undefined;
  };
}

/** The servers with a disk of data that a stack protects, from what it registers. */
export function protectedServers(
  resources: readonly RegisteredResource[],
): readonly ProtectedServer[] {
  return protectionsOf(resources, "Microsoft.Compute/virtualMachines").flatMap(
    ({ item, source: machine }) => {
      const disk = resourceWith(resources, dataDiskOf(machine));
      if (machine?.id === undefined || disk?.id === undefined) return [];
      const { sku, encryption } = disk.inputs;
      return [
        {
          ...item,
          machine: textIn(machine.inputs["vmName"]),
          machineId: machine.id,
          machineGroup: textIn(machine.inputs["resourceGroupName"]),
          location: textIn(machine.inputs["location"]),
          disk: {
            id: disk.id,
            name: textIn(disk.inputs["diskName"]),
            gibibytes: Number(disk.inputs["diskSizeGB"]),
            sku: isRecord(sku) ? textIn(sku["name"]) : "",
            encryptionSetId: isRecord(encryption) ? textIn(encryption["diskEncryptionSetId"]) : "",
            lockId: resources.find(
              (one) => one.type.includes(":ManagementLock") && one.inputs["scope"] === disk.id,
            )?.id,
          },
        },
      ];
    },
  );
}

/** The first disk attached to a machine. */
function dataDiskOf(machine: RegisteredResource | undefined): string | undefined {
  const profile = machine?.inputs["storageProfile"];
  const disks: unknown = isRecord(profile) ? profile["dataDisks"] : undefined;
  const first: unknown = Array.isArray(disks) ? disks[0] : undefined;
  const managed = isRecord(first) ? first["managedDisk"] : undefined;
  return isRecord(managed) ? textIn(managed["id"]) : undefined;
}
