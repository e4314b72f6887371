/** How often to look whether the parent is still there, in milliseconds. */
const interval = 250;

/**
 * Keeps this process up as long as the one that started it, and no longer: an engine that was killed
 * leaves no orphans. Ctrl-C may reach the whole group of processes, but an engine that winds down
 * still needs its providers; so an interrupt only ends this process once `mayEnd` says so.
 */
export function endWithParent(parent: number, mayEnd: () => boolean): void {
  process.on("SIGINT", () => {
    if (mayEnd()) process.exit(0);
  });
  setInterval(() => {
    if (process.ppid !== parent || !isAlive(parent)) process.exit(0);
  }, interval).unref();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
