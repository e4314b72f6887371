import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { AzureTarget } from "./azure-target";
import { isRunningSince } from "./processes";

const entry = z.object({
  pid: z.number(),
  verb: z.string(),
  /** URNs whose creation failed without a clear answer from Azure: they may exist. */
  uncertain: z.array(z.string()),
  /** Whether the process lived to see the end of the operation. */
  ended: z.boolean(),
});

/**
 * A note beside the state about an operation that changes a stack: written before it, taken away
 * after it ended well. What the engine itself cannot know after a crash is read from it.
 */
export type JournalEntry = Readonly<Omit<z.infer<typeof entry>, "uncertain">> & {
  readonly uncertain: readonly string[];
};

export function journalFile(target: AzureTarget, stack: string): string {
  return join(target.home, "running", `${stack}.json`);
}

export function writeJournal(file: string, note: JournalEntry): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(note));
  renameSync(`${file}.new`, file);
}

export function clearJournal(file: string): void {
  rmSync(file, { force: true });
}

/** What an earlier operation left behind; undefined when it ended well or is still under way. */
export function readJournal(file: string): JournalEntry | undefined {
  let found: JournalEntry;
  try {
    found = entry.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
  const running =
    !found.ended && isRunningSince(found.pid, /^node|^MainThread/, statSync(file).mtime);
  return running ? undefined : found;
}
