import { readFileSync } from "node:fs";

/**
 * Whether a process of that name was already running then and still is. Numbers are used again,
 * so a living process with the number alone proves nothing.
 */
export function isRunningSince(pid: number, name: RegExp, then: Date): boolean {
  if (!isAlive(pid)) return false;
  const found = processInfo(pid);
  // No /proc on this system: a living process with that number counts.
  if (found === undefined) return true;
  // Two seconds cover the grain of both clocks.
  return !found.ended && name.test(found.name) && found.began <= then.getTime() + 2000;
}

/** Name, end and start (milliseconds since 1970) of a process, from Linux's /proc. */
function processInfo(pid: number): { name: string; ended: boolean; began: number } | undefined {
  try {
    // The name stands in brackets and may hold spaces; after it come the state, and as field 22 the
    // start time in ticks of 10 ms since boot (proc(5)).
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const name = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const boot = Number(/^btime (\d+)$/m.exec(readFileSync("/proc/stat", "utf8"))?.[1]);
    // A killed process whose parent never asked keeps its number as a zombie.
    const ended = fields[0] === "Z" || fields[0] === "X";
    return { name, ended, began: boot * 1000 + Number(fields[19]) * 10 };
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
