import { decode } from "../document/decode";
import type { Fault, Place, Problem } from "../document/fault";
import { readCsv, type Cell } from "../document/csv";
import { refuse, type Reading } from "../document/source-document";

/** One file as a list names it: its path below the listed folder, its length, its contents. */
export interface ListedFile {
  /** As Windows writes it, `cpta\\DC\\000101\\qcompta.mdb`. */
  readonly path: string;
  readonly bytes: number;
  /** 64 hexadecimal digits in lower case. */
  readonly sha256: string;
}

/** By `pathKey`: Windows tells no files apart that differ in the case of letters alone. */
export type Manifest = ReadonlyMap<string, ListedFile>;

export function pathKey(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

/** A line is some 150 bytes: this is more than a million files. */
const largestList = 256 * 1024 * 1024;
/** Whoever made a list wrongly has made all of it wrongly. */
const mostFaults = 20;
const columns = ["path", "bytes", "sha256"] as const;

/** A list that the script of the firm's output `landing` wrote; of each line, what is wrong with it. */
export function readManifest(file: string, bytes: Uint8Array): Reading<Manifest> {
  const at = (place: Omit<Place, "file">, path: string, problem: Problem): Fault => ({
    file,
    line: place.line,
    column: place.column,
    path,
    ...problem,
  });
  const again = 'make the list again with the script of the output "landing"';
  const decoded = decode(file, bytes, largestList);
  if (!decoded.ok) return refuse([decoded.fault]);
  const csv = readCsv(decoded.text);
  if ("problem" in csv)
    return refuse([
      at(csv.problem, "", { met: csv.problem.met, allowed: "a CSV file", remedy: again }),
    ]);
  const [head = [], ...rows] = csv.rows;
  const places = columns.map((column) => head.findIndex(({ text }) => text === column));
  if (places.includes(-1) || rows.length === 0)
    return refuse([
      at({ line: 1, column: 1 }, "", {
        met: rows.length === 0 ? "a list without files" : "other headings",
        allowed: `the headings ${columns.join(", ")}, and a line for each file`,
        remedy: again,
      }),
    ]);
  const faults: Fault[] = [];
  const files = new Map<string, ListedFile>();
  for (const row of rows) {
    const [path, length, hash] = places.map((place) => row[place]);
    const problem = problemOf(path, length, hash, files);
    if (problem !== undefined && faults.length < mostFaults)
      faults.push(
        at(problem.cell ?? row[0] ?? { line: 1, column: 1 }, problem.column, {
          met: `"${problem.cell?.text ?? ""}"`,
          allowed: problem.allowed,
          remedy: again,
        }),
      );
    if (path === undefined || length === undefined || hash === undefined) continue;
    files.set(pathKey(path.text), {
      path: path.text,
      bytes: Number(length.text),
      sha256: hash.text.toLowerCase(),
    });
  }
  return faults.length > 0 ? refuse(faults) : { ok: true, value: files };
}

interface CellProblem {
  readonly cell: Cell | undefined;
  readonly column: (typeof columns)[number];
  readonly allowed: string;
}

function problemOf(
  path: Cell | undefined,
  length: Cell | undefined,
  hash: Cell | undefined,
  before: Manifest,
): CellProblem | undefined {
  if (path === undefined || path.text === "")
    return { cell: path, column: "path", allowed: "the path of a file" };
  if (before.has(pathKey(path.text)))
    return { cell: path, column: "path", allowed: "each file once" };
  if (!/^\d{1,15}$/.test(length?.text ?? ""))
    return { cell: length, column: "bytes", allowed: "the file's length in bytes" };
  if (!/^[\da-f]{64}$/i.test(hash?.text ?? ""))
    return { cell: hash, column: "sha256", allowed: "a SHA-256, 64 hexadecimal digits" };
  return undefined;
}
