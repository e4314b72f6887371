import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { largestFile, tooLarge } from "../document/decode";
import { topOf, type Fault } from "../document/fault";
import { refuse, type Reading } from "../document/source-document";

/** Folder of the firm files, as messages name it. */
export const firmsFolder = "infra/firms";

export function firmFile(key: string): string {
  return `${firmsFolder}/${key}.yaml`;
}

/** Folder of the firms' request files. */
export const peopleFolder = "infra/people";

export function peopleFile(key: string): string {
  return `${peopleFolder}/${key}.yaml`;
}

export function platformFileOf(environment: string): string {
  return `Pulumi.${environment}.yaml`;
}

/** Names of the files in a folder, in the same order on every machine; none when there is no such folder. */
export function listFiles(root: string, folder: string): readonly string[] {
  try {
    return readdirSync(join(root, folder)).toSorted();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

/** A regular file of bearable size, or why it cannot be read. */
export function readBytes(root: string, file: string): Reading<Uint8Array> {
  try {
    const path = join(root, file);
    const stats = statSync(path);
    // A pipe would keep us waiting for ever.
    if (!stats.isFile()) return refuse([unreadable(file, "no regular file")]);
    if (stats.size > largestFile) return refuse([tooLarge(file, stats.size)]);
    return { ok: true, value: readFileSync(path) };
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return refuse([unreadable(file, `the error ${code}`)]);
  }
}

function unreadable(file: string, met: string): Fault {
  return {
    ...topOf(file),
    path: "",
    met,
    allowed: "a file that can be read",
    remedy: "put a readable file in this place",
  };
}

/** Code of a file system error, undefined for errors of other kinds. */
function codeOf(error: unknown): string | undefined {
  return typeof error === "object" &&
    error !== null &&
    "code" in error &&
    typeof error.code === "string"
    ? error.code
    : undefined;
}
