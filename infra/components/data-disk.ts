import * as compute from "@pulumi/azure-native/compute";
import type * as inputs from "@pulumi/azure-native/types/input";
import * as pulumi from "@pulumi/pulumi";
import { azureName } from "../azure/names";
import type { Placement } from "./placement";

export interface DataDiskArgs extends Placement {
  /** Required. What is on it, in one word; part of its name. */
  readonly purpose: string;
  /** Required. Room on it, up to 32,767 GiB; the next larger size Azure sells is taken. */
  readonly gibibytes: number;
  /** Required. Zones that hold a copy each; empty for copies in one data centre. */
  readonly zones: readonly string[];
  /** Required. Key it is encrypted with. */
  readonly diskEncryptionSetId: pulumi.Input<string>;
}

/** Sizes of Premium SSD from P10 on, in GiB: https://learn.microsoft.com/azure/virtual-machines/disks-types#premium-ssd-size */
const sizes = [128, 256, 512, 1024, 2048, 4096, 8192, 16_384, 32_767] as const;

/**
 * A solid-state disk for data, encrypted with the firm's key, which nobody can download and which
 * stays when its machine goes. Growing it interrupts nobody, but for the step over 4 TiB. Costs by its size and the month.
 */
export class DataDisk extends pulumi.ComponentResource {
  readonly diskId: pulumi.Output<string>;
  /** Size it was made with. */
  readonly gibibytes: number;
  /** For a machine's `dataDisks`, as its first. */
  readonly attachment: inputs.compute.DataDiskArgs;

  constructor(name: string, args: DataDiskArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:DataDisk", name, {}, opts);
    const { owner, location, resourceGroupName, tags, purpose, zones } = args;
    this.gibibytes = diskSize(args.gibibytes);

    const disk = new compute.Disk(
      `${name}-disk`,
      {
        resourceGroupName,
        diskName: azureName("dataDisk", owner, purpose),
        location,
        sku: { name: zones.length === 0 ? "Premium_LRS" : "Premium_ZRS" },
        creationData: { createOption: compute.DiskCreateOption.Empty },
        diskSizeGB: this.gibibytes,
        encryption: {
          type: compute.EncryptionType.EncryptionAtRestWithCustomerKey,
          diskEncryptionSetId: args.diskEncryptionSetId,
        },
        networkAccessPolicy: compute.NetworkAccessPolicy.DenyAll,
        publicNetworkAccess: compute.PublicNetworkAccess.Disabled,
        tags,
      },
      { parent: this },
    );

    this.diskId = disk.id;
    this.attachment = {
      lun: 0,
      createOption: compute.DiskCreateOptionTypes.Attach,
      managedDisk: { id: disk.id },
      // Windows caches files in memory itself, and a cached disk could never grow beyond 4 TiB.
      caching: compute.CachingTypes.None,
      deleteOption: compute.DiskDeleteOptionTypes.Detach,
    };
    this.registerOutputs({ diskId: this.diskId });
  }
}

/**
 * The size Azure bills for so much room.
 *
 * @throws RangeError when no disk is so large; firm files name none.
 */
export function diskSize(gibibytes: number): number {
  const size = sizes.find((one) => one >= gibibytes);
  if (size === undefined) throw new RangeError(`no disk holds ${gibibytes} GiB`);
  return size;
}
