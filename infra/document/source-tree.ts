import { isAlias, isMap, isScalar, isSeq, type Node, type ParsedNode, type Scalar } from "yaml";
import type { Fault, Place } from "./fault";
import { formatPath, type Path } from "./path";
import { printable } from "./printable";

/** One value of a file: as data, as it was written, and where. */
export interface SourceNode {
  readonly value: unknown;
  /** As written, for messages: `12`, `"twelve"`, `a list of 2 values`. */
  readonly met: string;
  /** Where the key is; of a list's member and of the whole file, where the value is. */
  readonly keyPlace: Place;
  readonly place: Place;
  readonly children: ReadonlyMap<string, SourceNode>;
}

export interface SourceTree {
  readonly root: SourceNode;
  /** Keys that come a second time; the first one counts. */
  readonly doubles: readonly Fault[];
  /** Anchors, aliases and tags; what they stand for is not read. */
  readonly marks: readonly Fault[];
}

/** Turns parsed YAML into data that remembers its places. */
export function readTree(
  contents: ParsedNode | null,
  text: string,
  placeOf: (offset: number) => Place,
): SourceTree {
  const doubles: Fault[] = [];
  const marks: Fault[] = [];

  const read = (node: ParsedNode | null, path: Path, key?: Place): SourceNode => {
    const place = node === null || isEmpty(node) ? (key ?? placeOf(0)) : placeOf(node.range[0]);
    const refuse = (problem: Pick<Fault, "met" | "allowed" | "remedy">) =>
      marks.push({ ...place, path: formatPath(path), ...problem });
    if (node !== null) refuseMarks(node, refuse);
    const leaf = (value: unknown, met: string): SourceNode => ({
      value,
      met,
      keyPlace: key ?? place,
      place,
      children: new Map(),
    });

    if (isMap<ParsedNode, ParsedNode | null>(node)) {
      const children = new Map<string, SourceNode>();
      for (const pair of node.items) {
        const name = isScalar(pair.key) ? String(pair.key.value) : "";
        const at = placeOf(pair.key.range[0]);
        const child = read(pair.value, [...path, name], at);
        const first = children.get(name);
        if (first === undefined) children.set(name, child);
        else
          doubles.push({
            ...at,
            path: formatPath([...path, name]),
            met: `the key "${printable(name)}" a second time`,
            allowed: "each key once",
            remedy: `remove one of the two, the first is in line ${first.keyPlace.line}`,
          });
      }
      const value = Object.fromEntries([...children].map(([name, child]) => [name, child.value]));
      return { ...leaf(value, describeMap([...children.keys()])), children };
    }
    if (isSeq<ParsedNode>(node)) {
      const members = node.items.map((item, index) => read(item, [...path, index]));
      const children = new Map(members.map((member, index) => [String(index), member]));
      const value = members.map((member) => member.value);
      return { ...leaf(value, describeList(members.length)), children };
    }
    if (isScalar(node)) return leaf(node.value, describeScalar(node, text));
    return leaf(null, nothing);
  };

  return { root: read(contents, []), doubles, marks };
}

export const nothing = "nothing";

function refuseMarks(
  node: ParsedNode,
  refuse: (problem: Omit<Fault, keyof Place | "path">) => void,
) {
  if (isAlias(node))
    refuse({
      met: `"*${printable(node.source)}"`,
      allowed: "values without aliases (*)",
      remedy: "write the value out, or put a text that starts with * into quotes",
    });
  else if (node.anchor !== undefined)
    refuse({
      met: `"&${printable(node.anchor)}"`,
      allowed: "values without anchors (&)",
      remedy: "remove the anchor, or put a text that starts with & into quotes",
    });
  if (node.tag !== undefined)
    refuse({
      met: `the tag "${printable(node.tag.replace("tag:yaml.org,2002:", "!!"))}"`,
      allowed: "values without tags (!)",
      remedy: "remove the tag, or put a text that starts with ! into quotes",
    });
}

/** `region:` with nothing after it: its own place is the line's end or beyond. */
function isEmpty(node: Node): boolean {
  return isScalar(node) && node.source === "" && node.type === "PLAIN";
}

function describeScalar(node: Scalar.Parsed, text: string): string {
  const written = printable(text.slice(node.range[0], node.range[1]));
  if (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE") return written;
  if (node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL")
    return `"${printable(node.source)}"`;
  if (written === "") return nothing;
  return typeof node.value === "string" ? `"${written}"` : written;
}

function describeMap(keys: readonly string[]): string {
  if (keys.length === 0) return "an empty map";
  const shown = keys.slice(0, 4).map((key) => printable(key));
  return `a map of ${[...shown, ...(keys.length > shown.length ? ["…"] : [])].join(", ")}`;
}

function describeList(length: number): string {
  if (length === 0) return "an empty list";
  return length === 1 ? "a list of one value" : `a list of ${length} values`;
}
