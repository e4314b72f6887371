import { type Context, type Family, metered, used } from "./family";
import { units } from "../units";
import { type Decimal } from "../money";
import { NotPriceable } from "../reading";
import { machineGib } from "./machine-parts";

export const snapshots: Family = {
  name: "Snapshots",
  group: "storage",
  types: ["compute:Snapshot"],
  usage: ["storageGb"],
  *findings(context) {
    const { inputs } = context;
    const kind = inputs.choice("sku.name") ?? "standard_lrs";
    const match = /^(standard|premium)_(lrs|zrs)$/.exec(kind);
    if (match === null) throw new NotPriceable(`no snapshot is of the kind "${kind}"`);
    const [, media = "", redundancy = ""] = match;
    const meter = `disk/snapshot/${media === "premium" ? "premium-ssd" : "standard-hdd"}/${redundancy}`;
    yield* stored(context, "Snapshot", meter, sizeOfDisk(context));
  },
};

/** Managed images are stored and billed as snapshots on standard disks. */
export const images: Family = {
  name: "Images",
  group: "storage",
  types: ["compute:Image"],
  usage: ["storageGb"],
  *findings(context) {
    yield* stored(context, "Image", "disk/snapshot/standard-hdd/lrs", sizeOfImage(context));
  },
};

export const galleryImages: Family = {
  name: "Gallery images",
  group: "storage",
  types: ["compute:GalleryImageVersion"],
  usage: ["storageGb"],
  *findings(context) {
    yield used(
      context,
      "storage",
      "Image versions in all regions",
      "disk/snapshot/standard-hdd/lrs",
      units.gbHeld,
      "storageGb",
    );
  },
};

function* stored(context: Context, name: string, meter: string, size: Decimal | undefined) {
  const quantity = context.usage("storageGb") ?? size;
  if (quantity === undefined)
    yield used(context, "storage", name, meter, units.gbHeld, "storageGb");
  else yield metered("storage", name, meter, units.gbHeld, quantity);
}

/** A full copy, as long as usage says nothing of the part that changed. */
function sizeOfDisk({ inputs, program, resource }: Context): Decimal | undefined {
  const own = inputs.amount("diskSizeGB");
  if (own !== undefined) return own;
  const source = program.related(resource, {
    types: ["compute:Disk", "compute:Snapshot"],
    by: ["creationData.sourceResourceId", "creationData.sourceUri"],
  });
  return source === resource ? undefined : source?.inputs.amount("diskSizeGB");
}

function sizeOfImage({ inputs, program, resource }: Context): Decimal | undefined {
  const sizes = [
    inputs.amount("storageProfile.osDisk.diskSizeGB"),
    ...inputs.list("storageProfile.dataDisks").map((disk) => disk.amount("diskSizeGB")),
  ].filter((size) => size !== undefined);
  const [first, ...rest] = sizes;
  if (first !== undefined) return rest.reduce((total, size) => total.plus(size), first);
  const machine = program.related(resource, {
    types: ["compute:VirtualMachine"],
    by: ["sourceVirtualMachine.id"],
  });
  return machine === undefined ? undefined : machineGib(program, machine);
}
