import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** What one run of a command took. */
export interface Run {
  readonly seconds: number;
  /** Peak of the memory all its processes held together, in MiB (proportional set size). */
  readonly peakMiB: number;
}

export interface Command {
  readonly label: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Runs a command once, and watches the memory of its whole process tree. */
export async function measure(command: Command): Promise<Run> {
  const began = process.hrtime.bigint();
  const child = spawn(command.file, command.args, {
    cwd: command.cwd,
    env: command.env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  let peakKiB = 0;
  const watch = setInterval(() => {
    if (child.pid !== undefined) peakKiB = Math.max(peakKiB, treeKiB(child.pid));
  }, 40);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  clearInterval(watch);
  if (code !== 0)
    throw new Error(`${command.label} ended with ${String(code)}: ${stderr.slice(-2000)}`);
  return { seconds: Number(process.hrtime.bigint() - began) / 1e9, peakMiB: peakKiB / 1024 };
}

/** Runs both in turn, A B A B, after one run of each that does not count. */
export async function compare(
  a: Command,
  b: Command,
  rounds: number,
): Promise<{ a: readonly Run[]; b: readonly Run[] }> {
  await measure(a);
  await measure(b);
  const runsOfA: Run[] = [];
  const runsOfB: Run[] = [];
  for (let round = 0; round < rounds; round += 1) {
    runsOfA.push(await measure(a));
    runsOfB.push(await measure(b));
  }
  return { a: runsOfA, b: runsOfB };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((x, y) => x - y);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function treeKiB(root: number): number {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const parent = parentOf(pid);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const sum = (pid: number): number =>
    proportionalKiB(pid) +
    (children.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
  return sum(root);
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}

/** Shared pages count once over all processes that share them. */
function proportionalKiB(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0);
  } catch {
    return 0;
  }
}
