import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";

const lockContent = z.object({ pid: z.number(), hostname: z.string(), timestamp: z.string() });

/**
 * Removes the locks that dead processes of this machine left on a stack of a `file://` backend.
 * `pulumi cancel` would remove everybody's. A lock of another machine, or of a living engine, stays.
 *
 * @returns how many were removed
 */
export function removeStaleLocks(folder: string, stack: string): number {
  const locks = join(folder, ".pulumi", "locks", "organization", "cabinet", stack);
  if (!existsSync(locks)) return 0;
  let removed = 0;
  for (const name of readdirSync(locks)) {
    const file = join(locks, name);
    if (!isStale(file)) continue;
    rmSync(file, { force: true });
    removed += 1;
  }
  return removed;
}

function isStale(file: string): boolean {
  let content: z.infer<typeof lockContent>;
  try {
    content = lockContent.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    // Half written by a process that died at it; a living one rewrites it within moments.
    return olderThanAMinute(file);
  }
  return (
    content.hostname === hostname() && !isEngineSince(content.pid, new Date(content.timestamp))
  );
}

function olderThanAMinute(file: string): boolean {
  try {
    return Date.now() - statSync(file).mtimeMs > 60_000;
  } catch {
    return false;
  }
}

/** Whether that process is an engine which was already running then: pids are used again. */
function isEngineSince(pid: number, then: Date): boolean {
  if (!isAlive(pid)) return false;
  const found = processInfo(pid);
  // No /proc on this system: a living process with that number counts as the owner.
  if (found === undefined) return true;
  // A process cannot have taken a lock before it began; two seconds cover the grain of both clocks.
  return found.command.startsWith("pulumi") && found.began <= then.getTime() + 2000;
}

/** Name and start time (milliseconds since 1970) of a process, from Linux's /proc. */
function processInfo(pid: number): { command: string; began: number } | undefined {
  try {
    // The name stands in brackets and may hold spaces; start time is field 22, in ticks of 10 ms
    // since boot (proc(5)).
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const command = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
    const ticks = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]);
    const boot = Number(/^btime (\d+)$/m.exec(readFileSync("/proc/stat", "utf8"))?.[1]);
    return { command, began: boot * 1000 + ticks * 10 };
  } catch {
    return undefined;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
