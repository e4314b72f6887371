import { decode } from "./decode";
import { topOf, type Fault } from "./fault";
import { find } from "./judge";
import { parseYaml } from "./parse-yaml";
import { printable } from "./printable";
import { refuse, type Reading, type SourceDocument } from "./source-document";
import { readTree, type SourceNode } from "./source-tree";

/**
 * A document as if a value had been written otherwise: `people.staff=15`. The key's parts are joined by dots, the
 * value is YAML; faults of it are shown at the text of the change. Maps on the way that are missing are made. No value
 * takes a key away that is there: `sessions.citrix=`. The key is meant inside of `under`.
 */
export function amend(
  document: SourceDocument,
  change: string,
  under: readonly string[] = [],
): Reading<SourceDocument> {
  const [, keys, text] = /^([^=]+)=(.*)$/s.exec(change) ?? [];
  if (keys === undefined || text === undefined) return refuse([malformed(change)]);
  const file = `"${printable(change)}"`;
  const decoded = decode(file, new TextEncoder().encode(text));
  if (!decoded.ok) return refuse([decoded.fault]);
  const yaml = parseYaml(file, decoded.text);
  if (yaml.faults.length > 0) return refuse(yaml.faults);
  const { root, doubles, marks } = readTree(yaml.contents, decoded.text, yaml.placeOf);
  if (marks.length > 0) return refuse(marks);
  const path = [...under, ...keys.split(".")];
  const takesAway = text.trim() === "" && find(document.root, path) !== undefined;
  const twig = takesAway ? undefined : { ...root, keyPlace: topOf(file) };
  return {
    ok: true,
    value: {
      ...document,
      faults: [...document.faults, ...doubles],
      root: graft(document.root, path, twig) ?? document.root,
    },
  };
}

/** The node with the twig in its place; without a twig, with nothing there. */
function graft(
  node: SourceNode | undefined,
  path: readonly string[],
  twig: SourceNode | undefined,
): SourceNode | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return twig;
  const stem = node ?? twig;
  if (stem === undefined) return undefined;
  const children = new Map(node?.children);
  const grown = graft(children.get(key), rest, twig);
  if (grown === undefined) children.delete(key);
  else children.set(key, grown);
  return { ...stem, children, value: valueOf(node?.value, children) };
}

/** A list stays one while its members are numbered on: `sessions.applications.0.name=...`. */
function valueOf(
  value: unknown,
  children: ReadonlyMap<string, SourceNode>,
): Readonly<Record<string, unknown>> | readonly unknown[] {
  const members = [...children];
  return Array.isArray(value) && members.every(([name], index) => name === String(index))
    ? members.map(([, child]) => child.value)
    : Object.fromEntries(members.map(([name, child]) => [name, child.value]));
}

function malformed(change: string): Fault {
  return {
    ...topOf(`"${printable(change)}"`),
    path: "",
    met: `"${printable(change)}"`,
    allowed: "key=value",
    remedy: "write it like people.staff=15",
  };
}
