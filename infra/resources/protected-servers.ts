import { isRecord } from "./property-values";
import type { RegisteredResource } from "./registered";

/** A server whose disks a program has Azure back up, and the disk with its data. */
export interface ProtectedServer {
  /** Id of the protected item. */
  readonly itemId: string;
  readonly vault: string;
  /** Group of the vault. */
  readonly group: string;
  readonly container: string;
  readonly item: string;
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
  const byId = new Map(resources.map((one) => [one.id?.toLowerCase(), one]));
  return resources.flatMap(({ type, id, inputs }) => {
    if (type !== "azure-native:recoveryservices:ProtectedItem" || id === undefined) return [];
    const { properties } = inputs;
    if (
      !isRecord(properties) ||
      properties["protectedItemType"] !== "Microsoft.Compute/virtualMachines"
    )
      return [];
    const machine = byId.get(text(properties["sourceResourceId"]).toLowerCase());
    const disk = byId.get(dataDiskOf(machine)?.toLowerCase());
    if (machine?.id === undefined || disk?.id === undefined) return [];
    const { sku, encryption } = disk.inputs;
    return [
      {
        itemId: id,
        vault: text(inputs["vaultName"]),
        group: text(inputs["resourceGroupName"]),
        container: text(inputs["containerName"]),
        item: text(inputs["protectedItemName"]),
        machine: text(machine.inputs["vmName"]),
        machineId: machine.id,
        machineGroup: text(machine.inputs["resourceGroupName"]),
        location: text(machine.inputs["location"]),
        disk: {
          id: disk.id,
          name: text(disk.inputs["diskName"]),
          gibibytes: Number(disk.inputs["diskSizeGB"]),
          sku: isRecord(sku) ? text(sku["name"]) : "",
          encryptionSetId: isRecord(encryption) ? text(encryption["diskEncryptionSetId"]) : "",
          lockId: resources.find(
            (one) => one.type.includes(":ManagementLock") && one.inputs["scope"] === disk.id,
          )?.id,
        },
      },
    ];
  });
}

/** The first disk attached to a machine. */
function dataDiskOf(machine: RegisteredResource | undefined): string | undefined {
  const profile = machine?.inputs["storageProfile"];
  const disks: unknown = isRecord(profile) ? profile["dataDisks"] : undefined;
  const first: unknown = Array.isArray(disks) ? disks[0] : undefined;
  const managed = isRecord(first) ? first["managedDisk"] : undefined;
  return isRecord(managed) ? text(managed["id"]) : undefined;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
