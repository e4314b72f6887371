import { z } from "zod";
import {
  allowedBy,
  exampleOf,
  fit,
  isConfidential,
  keysOf,
  refusalOf,
  schemaAt,
  unwrap,
} from "./allowed";
import type { Fault } from "./fault";
import { nearest } from "./nearest";
import { formatKey, formatPath, type Path } from "./path";
import { printable } from "./printable";
import { nothing, type SourceNode } from "./source-tree";

type Issue = z.core.$ZodIssue;

/** Turns what zod found into faults: one a value, each with its place and what to write. */
export function judge(
  schema: z.core.$ZodType,
  issues: readonly Issue[],
  root: SourceNode,
): readonly Fault[] {
  const faults = new Map<string, Fault>();
  for (const issue of issues.flatMap((found) => flatten(found, [])))
    for (const fault of faultsOf(schema, issue, root))
      if (!faults.has(fault.path)) faults.set(fault.path, fault);
  return [...faults.values()];
}

interface FlatIssue {
  readonly issue: Issue;
  readonly path: Path;
}

/** Replaces "none of the alternatives fits" by the faults of the one alternative that was meant, where that is plain. */
function flatten(issue: Issue, before: Path): readonly FlatIssue[] {
  const path = [...before, ...issue.path.map((step) => (typeof step === "symbol" ? "" : step))];
  if (issue.code !== "invalid_union") return [{ issue, path }];
  const meant = issue.errors.filter((errors) => !errors.some((error) => refusesWhole(error)));
  const [only] = meant;
  return only !== undefined && meant.length === 1
    ? only.flatMap((inner) => flatten(inner, path))
    : [{ issue, path }];
}

/** Whether an alternative of a union refuses the value for what it is, not for something inside it. */
function refusesWhole(issue: Issue): boolean {
  return issue.path.length === 0 && issue.code !== "unrecognized_keys";
}

function faultsOf(
  schema: z.core.$ZodType,
  { issue, path }: FlatIssue,
  root: SourceNode,
): readonly Fault[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => unknownKey(schema, path, key, root));
  if (issue.code === "invalid_key") return [badKey(issue, path, root)];
  const judgeValue = find(root, path) === undefined ? missing : bad;
  return [judgeValue(schema, issue, path, root)];
}

function unknownKey(schema: z.core.$ZodType, path: Path, key: string, root: SourceNode): Fault {
  const known = keysOf(schemaAt(schema, path) ?? schema);
  const parent = find(root, path) ?? root;
  const free = known.filter((name) => !parent.children.has(name));
  // Pulumi takes a key without its project, `location` for `cabinet:location`.
  const meant = free.find((name) => name.endsWith(`:${key}`)) ?? nearest(key, free);
  const reason = refusalOf(schemaAt(schema, path) ?? schema, key);
  return {
    ...(parent.children.get(key) ?? parent).keyPlace,
    path: formatPath([...path, key]),
    met: `the key "${printable(key)}"`,
    allowed: `the keys ${known.join(", ")}`,
    remedy: reason ?? (meant === undefined ? "remove it" : `write ${meant}`),
  };
}

function badKey(issue: z.core.$ZodIssueInvalidKey, path: Path, root: SourceNode): Fault {
  const key = String(path.at(-1));
  return {
    ...(find(root, path) ?? root).keyPlace,
    path: formatPath(path),
    met: `the key "${printable(key)}"`,
    allowed: issue.issues.map(({ message }) => message).join(", "),
    remedy: "choose another name",
  };
}

function missing(schema: z.core.$ZodType, _: Issue, path: Path, root: SourceNode): Fault {
  const part = schemaAt(schema, path);
  return {
    ...nearestParent(root, path).keyPlace,
    path: formatPath(path),
    met: nothing,
    allowed: describe(part),
    remedy: `add ${formatKey(String(path.at(-1)))}: ${part === undefined ? "…" : exampleOf(part)}`,
  };
}

function bad(schema: z.core.$ZodType, issue: Issue, path: Path, root: SourceNode): Fault {
  const part = schemaAt(schema, path);
  const node = find(root, path) ?? root;
  return {
    ...node.place,
    path: formatPath(path),
    met: part !== undefined && isConfidential(part) ? "a text that is not shown" : node.met,
    allowed: describe(part),
    remedy: remedyFor(part, issue, path, node),
  };
}

function remedyFor(
  part: z.core.$ZodType | undefined,
  issue: Issue,
  path: Path,
  { value }: SourceNode,
): string {
  const own: unknown = issue.code === "custom" ? issue.params?.["remedy"] : undefined;
  if (typeof own === "string") return own;
  if (part === undefined) return "remove it";
  if (issue.code === "invalid_value" && typeof value === "string") {
    const meant = nearest(value, issue.values.map(String));
    return meant === undefined ? "choose one of these" : write(path, meant);
  }
  const plain = unwrap(part);
  const number = toNumber(value);
  return plain instanceof z.ZodNumber && number !== undefined
    ? write(path, String(fit(plain, number)))
    : write(path, exampleOf(part));
}

/** What to write instead, with its key: `write staff: 12`. */
function write(path: Path, text: string): string {
  const key = path.at(-1);
  return typeof key === "string" ? `write ${formatKey(key)}: ${text}` : `write ${text}`;
}

/** A number, or a text that would be one without its quotes. */
function toNumber(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

function describe(schema: z.core.$ZodType | undefined): string {
  return schema === undefined ? "another value" : allowedBy(schema);
}

/** The node at a path, undefined when the file has none. */
export function find(root: SourceNode, path: Path): SourceNode | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return root;
  const child = root.children.get(String(step));
  return child === undefined ? undefined : find(child, rest);
}

/** The deepest node on the way to a path. */
function nearestParent(root: SourceNode, path: Path): SourceNode {
  const [step, ...rest] = path;
  const child = step === undefined ? undefined : root.children.get(String(step));
  return child === undefined ? root : nearestParent(child, rest);
}
