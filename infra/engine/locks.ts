import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { isRunningSince } from "./processes";

const lockContent = z.object({ pid: z.number(), hostname: z.string(), timestamp: z.string() });

/**
 * Removes the locks that dead processes of this machine left on a stack of a `file://` backend.
 * `pulumi cancel` would remove everybody's. A lock of another machine, or of a living engine, stays.
 *
 * @returns how many were removed
 */
export function removeStaleLocks(folder: string, stack: string): number {
  const locks = locksOf(folder, stack);
  if (!existsSync(locks)) return 0;
  let removed = 0;
  for (const name of readdirSync(locks)) {
    // The bucket keeps a second file beside each, `<uuid>.json.attrs`.
    const file = join(locks, name);
    if (name.endsWith(".attrs") || !isStale(file)) continue;
    rmSync(file, { force: true });
    rmSync(`${file}.attrs`, { force: true });
    removed += 1;
  }
  return removed;
}

/** Whether anybody holds a stack of a `file://` backend. */
export function isLocked(folder: string, stack: string): boolean {
  const locks = locksOf(folder, stack);
  return existsSync(locks) && readdirSync(locks).some((name) => name.endsWith(".json"));
}

function locksOf(folder: string, stack: string): string {
  return join(folder, ".pulumi", "locks", "organization", "cabinet", stack);
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
    content.hostname === hostname() &&
    !isRunningSince(content.pid, /^pulumi/, new Date(content.timestamp))
  );
}

function olderThanAMinute(file: string): boolean {
  try {
    return Date.now() - statSync(file).mtimeMs > 60_000;
  } catch {
    return false;
  }
}
