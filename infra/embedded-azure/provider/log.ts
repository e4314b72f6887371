import { appendFileSync, renameSync, statSync } from "node:fs";

/** Size at which the log file makes room for a new one, in bytes. */
const largest = 1_000_000;

/** Where a provider writes what the engine would hide: a file beside the store. */
export class Log {
  constructor(private readonly path: string | undefined) {}

  note(message: string): void {
    if (this.path === undefined) return;
    try {
      if (sizeOf(this.path) > largest) renameSync(this.path, `${this.path}.old`);
      appendFileSync(this.path, `${new Date().toISOString()} ${process.pid} ${message}\n`);
    } catch {
      // A log that cannot be written must not stop the work it would tell of.
    }
  }

  fault(error: unknown): void {
    this.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
