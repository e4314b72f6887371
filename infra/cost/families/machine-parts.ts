import type { Finding } from "../model";
import { Decimal, one } from "../money";
import type { Program, ProgramResource } from "../program";
import type { Inputs } from "../reading";
import { NotPriceable } from "../reading";
import { diskFindings, diskInProfile } from "./disk-kinds";
import { attempt, type Context, type Offer } from "./family";

/** What runs on a machine, and who pays for it. */
export interface MachineSoftware {
  readonly system: "Linux" | "Windows";
  /** Windows under a licence the firm already has is billed at the Linux rate. */
  readonly ownLicence: "no" | "server" | "client";
  readonly assumed: string | undefined;
}

/** @param machine inputs of a machine, or the machine profile of a scale set */
export function softwareOf(machine: Inputs): MachineSoftware {
  const licence = machine.choice("licenseType");
  if (licence === "windows_server")
    return { system: "Windows", ownLicence: "server", assumed: undefined };
  // Windows 10 and 11, several sessions or one, for users whose licences include it.
  if (licence === "windows_client")
    return { system: "Windows", ownLicence: "client", assumed: undefined };
  const system = systemOf(machine);
  return {
    system: system ?? "Linux",
    ownLicence: "no",
    assumed: system === undefined ? "operating system not named: Linux" : undefined,
  };
}

function systemOf(machine: Inputs): "Linux" | "Windows" | undefined {
  const osType = machine.choice("storageProfile.osDisk.osType");
  if (osType !== undefined) return osType === "windows" ? "Windows" : "Linux";
  if (machine.has("osProfile.windowsConfiguration")) return "Windows";
  if (machine.has("osProfile.linuxConfiguration")) return "Linux";
  const image = "storageProfile.imageReference";
  const publisher = machine.choice(`${image}.publisher`);
  if (publisher === undefined) return undefined;
  const words = `${publisher} ${machine.choice(`${image}.offer`) ?? ""} ${machine.choice(`${image}.sku`) ?? ""}`;
  return /windows|-ws20\d\d|visualstudio/.test(words) ? "Windows" : "Linux";
}

/** `Standard_D8as_v5, Windows` and the meter of an hour of it. */
export function computeMeter(
  size: string,
  software: MachineSoftware,
  priority: "regular" | "spot",
  offer: Offer,
): {
  readonly name: string;
  readonly meter: string;
  readonly standIn?: { readonly meter: string; readonly reason: string };
} {
  const linuxRate = software.system === "Linux" || software.ownLicence !== "no";
  const spot = priority === "spot" ? "-spot" : "";
  const size_ = size.toLowerCase();
  const name = `${size}, ${labelOf(software)}${priority === "spot" ? ", spot" : ""}`;
  if (linuxRate) return { name, meter: `vm/linux${spot}/${size_}` };
  if (offer === "devTest" && priority === "regular")
    return {
      name: `${name}, dev/test`,
      meter: `vm/windows-dev-test/${size_}`,
      standIn: {
        meter: `vm/linux/${size_}`,
        reason: "dev/test subscriptions pay Windows machines at about the Linux rate",
      },
    };
  return { name, meter: `vm/windows${spot}/${size_}` };
}

function labelOf({ system, ownLicence }: MachineSoftware): string {
  switch (ownLicence) {
    case "no":
      return system;
    case "server":
      return "Windows, hybrid benefit";
    case "client":
      return "Windows client, users' licences";
  }
}

/** Reads `priority`. @throws NotPriceable for low-priority machines, which nobody should be billed for as others */
export function priorityOf(machine: Inputs): "regular" | "spot" {
  const priority = machine.choice("priority") ?? "regular";
  if (priority === "regular" || priority === "spot") return priority;
  throw new NotPriceable(
    priority === "low"
      ? "low-priority machines are retired; write priority Spot"
      : `priority is "${priority}"; Regular or Spot is needed`,
  );
}

/** Software on a machine that others than Azure sell. */
export function* softwareOfOthers(machine: Inputs, plan: string | undefined): Generator<Finding> {
  if (plan !== undefined)
    yield {
      kind: "unpriced",
      slot: "marketplace-plan",
      name: `Marketplace plan ${plan}`,
      group: "licences",
      reason: "its publisher sets the price; Azure's price list does not hold it",
    };
  const publisher = machine.choice("storageProfile.imageReference.publisher") ?? "";
  const licence = machine.choice("licenseType") ?? "";
  const seller = ["redhat", "suse", "microsoftsqlserver"].find((name) => publisher === name);
  const own = licence.startsWith("rhel") || licence.startsWith("sles");
  if (seller !== undefined && !own)
    yield {
      kind: "unpriced",
      slot: "image-licence",
      name: `Licence of the image by ${publisher}`,
      group: "licences",
      reason: "the price book holds no licences of images",
    };
}

/** Disks that belong to a machine; those attached by id are resources of their own and billed there. */
export function* machineDisks(
  context: Context,
  machine: Inputs,
  count: Decimal = one,
): Generator<Finding> {
  yield* attempt("os-disk", "System disk", () => systemDisk(context, machine, count));
  const disks = machine.list("storageProfile.dataDisks");
  for (const [index, disk] of disks.entries()) {
    const slot = `data-disk-${index}`;
    yield* attempt(slot, "Data disk", () =>
      attached(disk)
        ? []
        : diskFindings(context, diskInProfile(disk), {
            slot,
            prefix: "Data disk, ",
            group: "storage",
            count,
            operations: "monthlyDataDiskOperations",
          }),
    );
  }
}

function* systemDisk(context: Context, machine: Inputs, count: Decimal): Generator<Finding> {
  const system = machine.part("storageProfile.osDisk");
  if (system === undefined || attached(system)) return;
  // An ephemeral disk lies on the host and costs nothing.
  if (system.choice("diffDiskSettings.option") === "local") return;
  if (system.has("vhd")) throw new NotPriceable("unmanaged disks are retired; use a managed disk");
  yield* diskFindings(context, diskInProfile(system), {
    slot: "os-disk",
    prefix: "System disk, ",
    group: "sessions",
    count,
    operations: "monthlyOsDiskOperations",
  });
}

function attached(disk: Inputs): boolean {
  return disk.choice("createOption") === "attach";
}

/** Size of a system disk nobody named, as backup and images count it. */
const usualSystemDisk = new Decimal(128);

/** GiB of all disks of a machine of the program. @throws NotPriceable when a disk's size is not known */
export function machineGib(program: Program, machine: ProgramResource): Decimal {
  const { inputs } = machine;
  let total = inputs.amount("storageProfile.osDisk.diskSizeGB") ?? usualSystemDisk;
  for (const disk of inputs.list("storageProfile.dataDisks")) {
    const own = disk.amount("diskSizeGB") ?? attachedGib(program, machine, disk);
    if (own === undefined)
      throw new NotPriceable(`${disk.reference("name") ?? "a data disk"} has no known size`);
    total = total.plus(own);
  }
  return total;
}

function attachedGib(
  program: Program,
  machine: ProgramResource,
  disk: Inputs,
): Decimal | undefined {
  const found = program.related(
    { ...machine, inputs: disk },
    { types: ["compute:Disk"], by: ["managedDisk.id"] },
  );
  return found?.inputs.amount("diskSizeGB");
}
