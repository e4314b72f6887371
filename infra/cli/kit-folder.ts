import { createHash } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { z } from "zod";
import { Failure } from "../engine/failure";
import type { KitFile } from "../kit/kit-file";
import { kitFormat, manifestPath } from "../kit/make-kit";

/** What was done, by paths in the folder. */
export interface Written {
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

interface Owner {
  readonly firm: string;
  readonly site: string;
}

const manifest = z.strictObject({
  format: z.literal(kitFormat),
  firm: z.string(),
  site: z.string(),
  files: z.array(z.strictObject({ path: z.string(), sha256: z.string() })),
});

/** Folders that the technician fills: drivers, and installers. */
const brought = /^(serveur\/[^/]+\/pilotes|poste\/paquets)(\/|$)/;

/** A file on its way: it is written whole, then takes its name. */
const unfinished = ".new";

/**
 * Makes a folder hold exactly these files: whole files one by one, the manifest last, so that an interrupted run is
 * finished by the next one. What the folder holds beside a kit of the same office, or what was changed by hand, is
 * never touched: the run ends before it begins.
 * @throws Failure `input`
 */
export function writeKit(folder: string, files: readonly KitFile[], owner: Owner): Written {
  try {
    return write(folder, files, owner);
  } catch (error) {
    if (!isOfSystem(error)) throw error;
    throw new Failure(
      "input",
      `${folder} cannot be written: ${error.message}`,
      "name another folder",
    );
  }
}

function write(folder: string, files: readonly KitFile[], owner: Owner): Written {
  const wanted = new Map(files.map(({ path: name, bytes }) => [name, hashOf(bytes)]));
  const there = contentOf(folder);
  const before = formerKit(folder, there, owner);
  const strangers = [...there].filter(([name, hash]) => {
    if (brought.test(name)) return false;
    if (name.endsWith(unfinished)) return !wanted.has(name.slice(0, -unfinished.length));
    return hash === undefined || (hash !== wanted.get(name) && hash !== before.get(name));
  });
  if (strangers.length > 0)
    throw new Failure(
      "input",
      `${folder} holds what no kit of ${owner.firm}.${owner.site} wrote, or what was changed since: ${listed(strangers.map(([name]) => name))}`,
      "take it away, or name an empty folder",
    );
  const changed = files.filter(({ path: name }) => there.get(name) !== wanted.get(name));
  for (const { path: name, bytes } of changed) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}${unfinished}`, bytes);
    renameSync(`${file}${unfinished}`, file);
  }
  const removed = [...there.keys()].filter((name) => !wanted.has(name) && !brought.test(name));
  for (const name of removed) rmSync(path.join(folder, name));
  return { changed: changed.map(({ path: name }) => name), removed };
}

/** Files of a folder with their hashes, paths with `/`; of what is no file, undefined. */
function contentOf(folder: string): Map<string, string | undefined> {
  if (!existsSync(folder)) return new Map();
  if (!lstatSync(folder).isDirectory())
    throw new Failure("input", `${folder} is no folder`, "name another one");
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        const name = path.relative(folder, file).split(path.sep).join("/");
        return [name, entry.isFile() ? hashOf(readFileSync(file)) : undefined];
      }),
  );
}

/** What the kit that is there consists of; nothing where there is none. */
function formerKit(
  folder: string,
  there: ReadonlyMap<string, string | undefined>,
  owner: Owner,
): ReadonlyMap<string, string> {
  const hash = there.get(manifestPath);
  if (hash === undefined) return new Map();
  const read = manifest.safeParse(parsed(readFileSync(path.join(folder, manifestPath), "utf8")));
  if (!read.success) return new Map();
  const { firm, site, files } = read.data;
  if (firm !== owner.firm || site !== owner.site)
    throw new Failure(
      "input",
      `${folder} holds the kit of ${firm}.${site}`,
      "name another folder, or empty this one",
    );
  return new Map([
    ...files.map(({ path: name, sha256 }) => [name, sha256] as const),
    [manifestPath, hash] as const,
  ]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Refused by the file system, and no mistake of ours. */
function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === "object" && error !== null && "syscall" in error;
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
