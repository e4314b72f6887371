import { copyFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * Mends what an engine that was killed while writing left of a stack's files in a `file://` backend.
 * The bucket writes each file aside and renames it, but the second file it keeps beside it,
 * `<file>.attrs`, it writes in place: half of one makes every later operation end with "EOF".
 * Without one the bucket assumes the defaults. A checkpoint that cannot be read gives way to the
 * engine's own copy of the one before.
 *
 * @returns whether something had to be mended
 */
export function mendStateFiles(folder: string, stack: string): boolean {
  const root = join(folder, ".pulumi");
  const checkpoint = join(root, "stacks", "cabinet", `${stack}.json`);
  const files = [join(root, "meta.yaml"), checkpoint, `${checkpoint}.bak`];
  const halves = files.map((file) => `${file}.attrs`).filter((file) => isBroken(file));
  for (const half of halves) rmSync(half, { force: true });
  const broken =
    isBroken(checkpoint) && existsSync(`${checkpoint}.bak`) && !isBroken(`${checkpoint}.bak`);
  if (broken) copyFileSync(`${checkpoint}.bak`, checkpoint);
  return broken || halves.length > 0;
}

function isBroken(file: string): boolean {
  if (!existsSync(file)) return false;
  try {
    JSON.parse(readFileSync(file, "utf8"));
    return false;
  } catch {
    return true;
  }
}
