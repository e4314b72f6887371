import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { AzureTarget } from "./azure-target";
import { isAlive } from "./locks";

/**
 * A note beside the state about an operation that changes a stack: written before it, taken away
 * after it ended well. What the engine itself cannot know after a crash is read from it.
 */
export interface JournalEntry {
  readonly pid: number;
  readonly verb: string;
  /** URNs whose creation failed without a clear answer from Azure: they may exist. */
  readonly uncertain: readonly string[];
  /** Whether the process lived to see the end of the operation. */
  readonly ended: boolean;
}

export function journalFile(target: AzureTarget, stack: string): string {
  return join(target.home, "running", `${stack}.json`);
}

export function writeJournal(file: string, entry: JournalEntry): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(entry));
  renameSync(`${file}.new`, file);
}

export function clearJournal(file: string): void {
  rmSync(file, { force: true });
}

/** What an earlier operation left behind; undefined when it ended well or is still under way. */
export function readJournal(file: string): JournalEntry | undefined {
  let entry: JournalEntry;
  try {
    entry = JSON.parse(readFileSync(file, "utf8")) as JournalEntry;
  } catch {
    return undefined;
  }
  return entry.ended || !isAlive(entry.pid) ? entry : undefined;
}
