import type { Finding, Group } from "../model";
import { Decimal, one } from "../money";
import { entryOf, type Inputs, NotPriceable } from "../reading";
import { units } from "../units";
import type { UsageKey } from "../usage-keys";
import { type Context, metered } from "./family";

/** A managed disk to be billed, wherever the program describes it. */
export interface DiskSpec {
  /** `Premium_LRS`; Azure's names, in any case. */
  readonly sku: string;
  readonly sizeGib: Decimal | undefined;
  readonly iops?: Decimal | undefined;
  readonly megabytesPerSecond?: Decimal | undefined;
  /** Performance tier above the one of its size: `P30`. */
  readonly tier?: string | undefined;
  /** How many machines may mount it at once. */
  readonly shares?: number | undefined;
  readonly bursting?: boolean;
  /** What was taken for granted about it. */
  readonly assumed?: string | undefined;
}

/** Where the lines of a disk go, and how many equal disks they are for. */
export interface DiskPlace {
  readonly slot: string;
  /** Goes before each name: `OS disk, `. */
  readonly prefix: string;
  readonly group?: Group;
  readonly count?: Decimal;
  readonly operations: UsageKey;
}

interface TieredKind {
  readonly name: string;
  readonly meter: string;
  readonly letter: string;
  /** Numbers of the tiers below 32 GiB that exist. */
  readonly small: boolean;
  readonly countsOperations: boolean;
}

const tieredKinds: Readonly<Record<string, TieredKind>> = {
  standard: kind("Standard HDD", "standard-hdd", "S", false, true),
  standardssd: kind("Standard SSD", "standard-ssd", "E", true, true),
  premium: kind("Premium SSD", "premium-ssd", "P", true, false),
};

function kind(
  name: string,
  meter: string,
  letter: string,
  small: boolean,
  countsOperations: boolean,
): TieredKind {
  return { name, meter, letter, small, countsOperations };
}

/**
 * Size of each tier in GiB: a disk is billed as the next one up.
 * https://learn.microsoft.com/azure/virtual-machines/disks-types
 */
const tiers: readonly (readonly [number: number, gib: number])[] = [
  [1, 4],
  [2, 8],
  [3, 16],
  [4, 32],
  [6, 64],
  [10, 128],
  [15, 256],
  [20, 512],
  [30, 1024],
  [40, 2048],
  [50, 4096],
  [60, 8192],
  [70, 16384],
  [80, 32767],
];

/** The tier billed when neither program nor image says a size. */
const smallestUsual = 4;

/** Premium SSD v2 includes so much: https://learn.microsoft.com/azure/virtual-machines/disks-types */
const includedIops = new Decimal(3000);
const includedMegabytesPerSecond = new Decimal(125);

/** Ultra disks come in these sizes, then in whole TiB up to 64: same source. */
const ultraSizes: readonly number[] = [4, 8, 16, 32, 64, 128, 256, 512];

/** The lines of one managed disk, or of several equal ones. @throws NotPriceable */
export function* diskFindings(
  context: Context,
  spec: DiskSpec,
  place: DiskPlace,
): Generator<Finding> {
  const [name = "", redundancy = ""] = spec.sku.toLowerCase().split("_");
  if (redundancy !== "lrs" && redundancy !== "zrs")
    throw new NotPriceable(`no disk is of the kind "${spec.sku}"`);
  const tiered = entryOf(tieredKinds, name);
  if (tiered !== undefined) yield* tieredFindings(context, spec, place, tiered, redundancy);
  else if (name === "premiumv2") yield* premiumV2Findings(spec, place, redundancy);
  else if (name === "ultrassd") yield* ultraFindings(spec, place, redundancy);
  else throw new NotPriceable(`no disk is of the kind "${spec.sku}"`);
}

function* tieredFindings(
  { usage }: Context,
  spec: DiskSpec,
  { slot, prefix, group, count = one, operations }: DiskPlace,
  tiered: TieredKind,
  redundancy: string,
): Generator<Finding> {
  const tier = tierOf(spec, tiered);
  const extra = {
    ...(group === undefined ? {} : { group }),
    ...assumption(spec, spec.sizeGib === undefined && spec.tier === undefined),
  };
  const item = `${tiered.name} ${tier} ${redundancy.toUpperCase()}`;
  const meter = `disk/${tiered.meter}/${tier.toLowerCase()}/${redundancy}`;
  yield metered(slot, `${prefix}${item}`, meter, units.months, count, extra);
  const { shares = 1 } = spec;
  if (shares > 1)
    yield metered(
      `${slot}/mounts`,
      `${prefix}${item}, mounts of a shared disk`,
      `${meter}/mount`,
      units.months,
      count.times(shares),
      { ...extra, assumed: "as many mounts as maxShares allows" },
    );
  if (spec.bursting === true && tiered.letter === "P") {
    yield metered(
      `${slot}/bursting`,
      `${prefix}Premium SSD bursting on demand`,
      `disk/premium-ssd/burst-enablement/${redundancy}`,
      units.months,
      count,
      extra,
    );
  }
  if (!tiered.countsOperations) return;
  const said = usage(operations);
  yield {
    ...metered(
      `${slot}/operations`,
      `${prefix}${tiered.name} operations`,
      `${meter}/operations`,
      units.operations10k,
      (said ?? one).times(count),
      extra,
    ),
    quantity: said?.times(count),
    usageBased: true,
    awaits: operations,
  };
}

function tierOf({ sizeGib, tier }: DiskSpec, { letter, small }: TieredKind): string {
  const wanted = tier?.toUpperCase();
  if (wanted !== undefined) {
    if (tiers.some(([number]) => `${letter}${number}` === wanted)) return wanted;
    throw new NotPriceable(`no disk has the performance tier "${tier}"`);
  }
  if (sizeGib === undefined) return `${letter}${smallestUsual}`;
  const found = tiers.find(
    ([number, gib]) => (small || number >= smallestUsual) && sizeGib.lte(gib),
  );
  if (found === undefined || sizeGib.isZero())
    throw new NotPriceable(`no disk has ${sizeGib.toString()} GiB; 1 to 32,767 GiB are possible`);
  return `${letter}${found[0]}`;
}

function* premiumV2Findings(
  spec: DiskSpec,
  { slot, prefix, group, count = one }: DiskPlace,
  redundancy: string,
): Generator<Finding> {
  const size = spec.sizeGib;
  if (size === undefined) throw new NotPriceable("the size of a Premium SSD v2 disk is missing");
  const meter = (part: string) => `disk/premium-ssd-v2/${part}/${redundancy}`;
  const extra = { ...(group === undefined ? {} : { group }), ...assumption(spec, false) };
  const name = (part: string) => `${prefix}Premium SSD v2 ${redundancy.toUpperCase()}, ${part}`;
  yield metered(slot, name("capacity"), meter("capacity"), units.gibHeld, size.times(count), extra);
  const iops = (spec.iops ?? includedIops).minus(includedIops).clampedTo(0, Infinity);
  yield metered(
    `${slot}/iops`,
    name("IOPS above 3,000"),
    meter("iops"),
    units.iops,
    iops.times(count),
    extra,
  );
  const throughput = (spec.megabytesPerSecond ?? includedMegabytesPerSecond)
    .minus(includedMegabytesPerSecond)
    .clampedTo(0, Infinity);
  yield metered(
    `${slot}/throughput`,
    name("throughput above 125 MB/s"),
    meter("throughput"),
    units.megabytesPerSecond,
    throughput.times(count),
    extra,
  );
}

function* ultraFindings(
  spec: DiskSpec,
  { slot, prefix, group, count = one }: DiskPlace,
  redundancy: string,
): Generator<Finding> {
  const { sizeGib, iops, megabytesPerSecond } = spec;
  if (sizeGib === undefined) throw new NotPriceable("the size of an Ultra disk is missing");
  const size = ultraSize(sizeGib);
  const meter = (part: string) => `disk/ultra-ssd/${part}/${redundancy}`;
  const extra = { ...(group === undefined ? {} : { group }), ...assumption(spec, false) };
  const capacity = `${prefix}Ultra disk ${size.toString()} GiB`;
  yield metered(slot, capacity, meter("capacity"), units.gibHeld, size.times(count), extra);
  if (iops === undefined) throw new NotPriceable("diskIOPSReadWrite of an Ultra disk is missing");
  const name = (part: string) => `${prefix}Ultra disk, ${part}`;
  yield metered(`${slot}/iops`, name("IOPS"), meter("iops"), units.iops, iops.times(count), extra);
  if (megabytesPerSecond === undefined)
    throw new NotPriceable("diskMBpsReadWrite of an Ultra disk is missing");
  yield metered(
    `${slot}/throughput`,
    name("throughput"),
    meter("throughput"),
    units.megabytesPerSecond,
    megabytesPerSecond.times(count),
    extra,
  );
}

function ultraSize(wanted: Decimal): Decimal {
  const small = ultraSizes.find((gib) => wanted.lte(gib));
  const size = small === undefined ? wanted.div(1024).ceil().times(1024) : new Decimal(small);
  if (size.gt(65_536) || wanted.isZero())
    throw new NotPriceable(`no Ultra disk has ${wanted.toString()} GiB; 1 to 65,536 are possible`);
  return size;
}

function assumption({ assumed }: DiskSpec, sizeless: boolean): { readonly assumed?: string } {
  const parts = [
    ...(assumed === undefined ? [] : [assumed]),
    ...(sizeless ? ["size not named: the smallest usual tier, 32 GiB"] : []),
  ];
  return parts.length === 0 ? {} : { assumed: parts.join("; ") };
}

/** A disk inside a machine's storage profile. */
export function diskInProfile(disk: Inputs): DiskSpec {
  const sku = disk.text("managedDisk.storageAccountType");
  return {
    sku: sku ?? "Standard_LRS",
    sizeGib: disk.amount("diskSizeGB"),
    iops: disk.amount("diskIOPSReadWrite"),
    megabytesPerSecond: disk.amount("diskMBpsReadWrite"),
    assumed: sku === undefined ? "kind of disk not named: Standard HDD" : undefined,
  };
}
