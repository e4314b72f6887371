import type { Load, People, Sessions } from "./firm";
import { hostSizes, type HostSize } from "./host-sizes";

/** The session hosts of a firm, and how they come about. */
export interface SessionHostPlan {
  readonly size: HostSize;
  /** Hosts; at least one. */
  readonly count: number;
  /** People at work at one time: staff, and externals with their published applications. */
  readonly people: number;
  /** People a host carries when everybody works at once and is spread evenly. */
  readonly usersPerHost: number;
  /** Sessions a host may carry: the limit for the host pool. */
  readonly maxSessions: number;
  /** The arithmetic, one sentence a step. */
  readonly steps: readonly string[];
}

/**
 * What one user asks of a host. Users per processor: Microsoft, "Session host virtual machine sizing guidelines",
 * September 2025. Memory: AVD Sizing Calculator of J. Gutting after GO-EUC.
 */
const demands: Readonly<Record<Load, { usersPerVCpu: number; memoryGiB: number }>> = {
  light: { usersPerVCpu: 6, memoryGiB: 2 },
  medium: { usersPerVCpu: 4, memoryGiB: 4 },
  heavy: { usersPerVCpu: 2, memoryGiB: 6 },
};

/** Part of the memory that Windows keeps; upper end of the calculator's 15 to 20 %. */
const reservePercent = 20;

/** Larger sizes cost the same for each user but take more people along when one host fails. */
const considered: readonly HostSize[] = [
  "Standard_D8as_v5",
  "Standard_E8as_v5",
  "Standard_D16as_v5",
];

/**
 * Session hosts from people, load and memory; hosts that the firm file fixes are taken as they are. Who brings people
 * to their hosts makes no difference. An external counts like a collaborator: a host's limit counts sessions, whatever
 * they do.
 */
export function sizeSessionHosts(
  { staff, externalsAtOnce }: Pick<People, "staff" | "externalsAtOnce">,
  { hosts, load }: Pick<Sessions, "hosts" | "load">,
): SessionHostPlan {
  const people = staff + externalsAtOnce;
  const demand = demands[load];
  const opening = [
    ...(externalsAtOnce === 0
      ? []
      : [`${staff} people and ${externalsAtOnce} externals at once are ${people}`]),
    `${people} people with ${load} load: ${demand.memoryGiB} GiB of memory each, ${demand.usersPerVCpu} to a vCPU`,
    `${reservePercent} % of a host's memory is for Windows; what carries fewer people decides`,
    rowOf(headings),
  ];
  switch (hosts.kind) {
    case "fixed": {
      const option = makeOption(hosts.size, load, people, hosts.count);
      const seats = option.maxSessions * option.count;
      const verdict =
        seats < people
          ? `the firm file fixes ${describeHosts(option)}: ${seats} of ${people} people can work at once`
          : `the firm file fixes ${describeHosts(option)}: room for ${seats} people`;
      return plan(option, people, [...opening, option.arithmetic, verdict]);
    }
    case "auto": {
      const options = considered.map((size) => makeOption(size, load, people));
      const best = options.reduce((a, b) => (isBetter(b, a) ? b : a));
      return plan(best, people, [
        ...opening,
        ...options.map(({ arithmetic }) => arithmetic),
        `cheapest: ${describeHosts(best)}`,
      ]);
    }
  }
}

interface Option {
  readonly size: HostSize;
  readonly count: number;
  readonly maxSessions: number;
  readonly milliUsdPerHour: number;
  readonly arithmetic: string;
}

function makeOption(size: HostSize, load: Load, people: number, fixedCount?: number): Option {
  const { vCpus, memoryGiB, milliUsdPerHour } = hostSizes[size];
  const demand = demands[load];
  const byProcessor = vCpus * demand.usersPerVCpu;
  // Whole numbers only: 32 * 0.8 is not 25.6 for a computer.
  const byMemory = Math.floor((memoryGiB * (100 - reservePercent)) / (100 * demand.memoryGiB));
  const maxSessions = Math.min(byProcessor, byMemory);
  const count = fixedCount ?? Math.ceil(people / maxSessions);
  const price = count * milliUsdPerHour;
  return {
    size,
    count,
    maxSessions,
    milliUsdPerHour: price,
    arithmetic: rowOf([
      size,
      ...[memoryGiB, byMemory, vCpus, byProcessor, maxSessions, count].map(String),
      (price / 1000).toFixed(3),
    ]),
  };
}

const headings = ["", "GiB", "carry", "vCPU", "carry", "a host", "hosts", "USD/h"];
const longestName = Math.max(...considered.map((size) => size.length));

/** One line of the arithmetic, numbers under their headings. */
function rowOf([name = "", ...numbers]: readonly string[]): string {
  return name.padEnd(longestName) + numbers.map((text) => text.padStart(8)).join("");
}

/** Cheaper; at the same price more hosts, because the failure of one then stops fewer people. */
function isBetter(a: Option, b: Option): boolean {
  return a.milliUsdPerHour === b.milliUsdPerHour
    ? a.count > b.count
    : a.milliUsdPerHour < b.milliUsdPerHour;
}

function plan({ size, count, maxSessions }: Option, people: number, steps: readonly string[]) {
  const usersPerHost = Math.min(Math.ceil(people / count), maxSessions);
  return { size, count, people, usersPerHost, maxSessions, steps };
}

function describeHosts({ count, size }: Option): string {
  return `${count} x ${size}`;
}
