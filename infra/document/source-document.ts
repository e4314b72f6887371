import type { z } from "zod";
import { decode } from "./decode";
import { comparePlaces, type Fault, type Place, type Problem } from "./fault";
import { find, judge } from "./judge";
import { parseYaml } from "./parse-yaml";
import { formatPath, type Path } from "./path";
import { nothing, readTree, type SourceNode } from "./source-tree";

/** A value, or everything that keeps it from being one, in the order of the file. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** A YAML file that could be parsed, open to be understood by one schema or several. */
export interface SourceDocument {
  readonly file: string;
  /** Second keys of one name: the data below is whole, but which of the two was meant is unknown. */
  readonly faults: readonly Fault[];
  readonly root: SourceNode;
}

/**
 * Bytes of one YAML file to a document. Refuses what is too large, not UTF-8, not YAML 1.2, more than one document
 * or none, nested too deeply, and anchors, aliases and tags: so no file can make reading slow. Never throws.
 */
export function openDocument(file: string, bytes: Uint8Array): Reading<SourceDocument> {
  const decoded = decode(file, bytes);
  if (!decoded.ok) return { ok: false, faults: [decoded.fault] };
  const yaml = parseYaml(file, decoded.text);
  if (yaml.faults.length > 0) return refuse(yaml.faults);
  const { root, doubles, marks } = readTree(yaml.contents, decoded.text, yaml.placeOf);
  if (marks.length > 0) return refuse([...doubles, ...marks]);
  return { ok: true, value: { file, root, faults: doubles } };
}

/** Understands a document by a schema. Never throws, unless a check inside the schema does. */
export function understand<S extends z.ZodType>(
  { root, faults }: SourceDocument,
  schema: S,
): Reading<z.output<S>> {
  const result = schema.safeParse(root.value, { reportInput: false });
  if (result.success && faults.length === 0) return { ok: true, value: result.data };
  return refuse([...faults, ...(result.success ? [] : judge(schema, result.error.issues, root))]);
}

/** {@link openDocument} and {@link understand} in one. */
export function readDocument<S extends z.ZodType>(
  file: string,
  bytes: Uint8Array,
  schema: S,
): Reading<z.output<S>> {
  const opening = openDocument(file, bytes);
  return opening.ok ? understand(opening.value, schema) : opening;
}

/** A fault found by other means than a schema, at a value's place; `met` defaults to the value as written. */
export function faultAt(
  document: SourceDocument,
  path: Path,
  problem: Omit<Problem, "met"> & { readonly met?: string },
): Fault {
  const met = find(document.root, path)?.met ?? nothing;
  return { met, ...problem, ...placeAt(document.root, path), path: formatPath(path) };
}

/** Place and path of a value, or of the nearest thing around it that the file has. */
export function locate(
  document: SourceDocument,
  path: Path,
): { readonly place: Place; readonly path: string } {
  return { place: placeAt(document.root, path), path: formatPath(path) };
}

function placeAt(root: SourceNode, path: Path): Place {
  return find(root, path)?.place ?? placeAt(root, path.slice(0, -1));
}

/** Faults in the order of the file. */
export function refuse(faults: readonly Fault[]): {
  readonly ok: false;
  readonly faults: readonly Fault[];
} {
  return { ok: false, faults: faults.toSorted(comparePlaces) };
}
