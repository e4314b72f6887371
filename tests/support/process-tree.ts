import { readdirSync, readFileSync, readlinkSync } from "node:fs";

export interface ProcessInfo {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** A process and everything below it, from Linux's /proc. */
export function processTree(root: number): readonly ProcessInfo[] {
  const all = readdirSync("/proc").flatMap((name) => {
    const pid = Number(name);
    const info = Number.isInteger(pid) ? readProcess(pid) : undefined;
    return info === undefined ? [] : [info];
  });
  const below = (pid: number): ProcessInfo[] =>
    all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...below(child.pid)]);
  return [...all.filter(({ pid }) => pid === root), ...below(root)];
}

/** Processes that work in a folder: by their command line, or by where they are. */
export function processesIn(folder: string): readonly ProcessInfo[] {
  return readdirSync("/proc").flatMap((name) => {
    const pid = Number(name);
    const info = Number.isInteger(pid) && pid !== process.pid ? readProcess(pid) : undefined;
    if (info === undefined) return [];
    return info.command.includes(folder) || placeOf(pid).startsWith(folder) ? [info] : [];
  });
}

function placeOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return "";
  }
}

function readProcess(pid: number): ProcessInfo | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (state === "Z") return undefined;
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return { pid, parent: Number(parent), command };
  } catch {
    return undefined;
  }
}
