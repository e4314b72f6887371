import type { z } from "zod";
import { allowedBy, exampleOf, keysOf, schemaAt } from "./allowed";
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
  for (const issue of issues.flatMap((found) => flatten(found, [], root)))
    for (const fault of faultsOf(schema, issue, root))
      if (!faults.has(fault.path)) faults.set(fault.path, fault);
  return [...faults.values()];
}

interface FlatIssue {
  readonly issue: Issue;
  readonly path: Path;
}

/** Replaces "none of the alternatives fits" by the faults of the one alternative that was meant, where that is plain. */
function flatten(issue: Issue, before: Path, root: SourceNode): readonly FlatIssue[] {
  const path = [...before, ...issue.path.map((step) => (typeof step === "symbol" ? "" : step))];
  if (issue.code !== "invalid_union") return [{ issue, path }];
  const meant = issue.errors.filter((errors) => !errors.some((error) => refusesWhole(error)));
  const [only] = meant;
  return only !== undefined && meant.length === 1
    ? only.flatMap((inner) => flatten(inner, path, root))
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
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(schema, path, key, root));
    case "invalid_key":
      return [badKey(issue, path, root)];
    default:
      return [
        find(root, path) === undefined
          ? missing(schema, path, root)
          : bad(schema, issue, path, root),
      ];
  }
}

function unknownKey(schema: z.core.$ZodType, path: Path, key: string, root: SourceNode): Fault {
  const known = keysOf(schemaAt(schema, path) ?? schema);
  const parent = find(root, path) ?? root;
  const meant = nearest(
    key,
    known.filter((name) => !parent.children.has(name)),
  );
  return {
    ...(parent.children.get(key) ?? parent).keyPlace,
    path: formatPath([...path, key]),
    met: `the key "${printable(key)}"`,
    allowed: `the keys ${known.join(", ")}`,
    remedy: meant === undefined ? "remove it" : `write ${meant}`,
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

function missing(schema: z.core.$ZodType, path: Path, root: SourceNode): Fault {
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
  const remedy: unknown = issue.code === "custom" ? issue.params?.["remedy"] : undefined;
  return {
    ...node.place,
    path: formatPath(path),
    met: node.met,
    allowed: describe(part),
    remedy: typeof remedy === "string" ? remedy : `write ${good(part, issue, path, node)}`,
  };
}

/** What to write instead, with its key: `staff: 12`. */
function good(
  part: z.core.$ZodType | undefined,
  issue: Issue,
  path: Path,
  node: SourceNode,
): string {
  const near =
    issue.code === "invalid_value"
      ? nearest(String(node.value), issue.values.map(String))
      : undefined;
  const text = near ?? (part === undefined ? "another value" : exampleOf(part));
  const key = path.at(-1);
  return typeof key === "string" ? `${formatKey(key)}: ${text}` : text;
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
