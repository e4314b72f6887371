import { readFileSync } from "node:fs";
import path from "node:path";
import { Language, Parser, type Node } from "web-tree-sitter";

const grammar = path.resolve(
  __dirname,
  "../../node_modules/tree-sitter-powershell/tree-sitter-powershell.wasm",
);

let opened: Promise<Parser> | undefined;

async function open(): Promise<Parser> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(grammar)));
  return parser;
}

/** @throws Error when the text is empty of syntax: a mistake in the test */
export async function parsePowerShell(text: string): Promise<Node> {
  opened ??= open();
  const parser = await opened;
  // The grammar knows no attributes before a class; PowerShell 5.0 and later do.
  const tree = parser.parse(text.replace(/^\uFEFF/, "").replaceAll("[DscResource()]", ""));
  if (tree === null) throw new Error("no tree");
  return tree.rootNode;
}

/** Where a text is no PowerShell: line and what is there. */
export async function powerShellFaults(text: string): Promise<readonly string[]> {
  const root = await parsePowerShell(text);
  return nodesOf(root)
    .filter((node) => node.isError || node.isMissing)
    .map((node) => `line ${node.startPosition.row + 1}: ${node.text.slice(0, 80)}`);
}

/** What PowerShell makes of the data that a script assigns to `$Kit`. */
export async function kitDataOf(script: string): Promise<unknown> {
  const root = await parsePowerShell(script);
  const assignments = nodesOf(root).filter(
    (node) =>
      node.type === "assignment_expression" &&
      node.child(0)?.text === "$Kit" &&
      node.childForFieldName("value") !== null,
  );
  const [value, ...rest] = assignments.map((node) => node.childForFieldName("value"));
  if (value === undefined || value === null || rest.length > 0)
    throw new Error(`$Kit is assigned ${assignments.length} times`);
  return meaningOf(value);
}

/** Value of an expression of literals; @throws Error for any other one */
export function meaningOf(node: Node): unknown {
  switch (node.type) {
    case "string_literal":
      return textOf(node.text);
    case "integer_literal":
      return Number(node.text);
    case "variable":
      if (node.text === "$true") return true;
      if (node.text === "$false") return false;
      if (node.text === "$null") return undefined;
      throw new Error(`a variable: ${node.text}`);
    case "array_expression":
      return elementsOf(node).map(meaningOf);
    case "hash_literal_expression":
      return Object.fromEntries(
        nodesOf(node, (inner) => inner !== node && inner.type === "hash_literal_expression")
          .filter(({ type }) => type === "hash_entry")
          .map((entry) => {
            const [key, value] = entry.namedChildren;
            if (key === undefined || value === undefined || key === null || value === null)
              throw new Error(`no entry: ${entry.text}`);
            return [meaningOf(key), meaningOf(value)];
          }),
      );
    case "parenthesized_expression":
      return encodedText(node.text);
    default: {
      const [only, ...rest] = node.namedChildren;
      if (only === undefined || only === null || rest.length > 0)
        throw new Error(`more than a literal: ${node.type} ${node.text.slice(0, 80)}`);
      return meaningOf(only);
    }
  }
}

/** Of `@(…)`: the parts between commas. `@(, x)` has one. */
function elementsOf(array: Node): readonly Node[] {
  const lists = nodesOf(array, (inner) => inner !== array && inner.type === "array_expression");
  const list = lists.find(
    ({ type, childCount }) => type === "array_literal_expression" && childCount > 1,
  );
  if (list !== undefined) return list.namedChildren.filter((child) => child !== null);
  const [statements] = array.namedChildren;
  return statements === undefined || statements === null ? [] : [statements];
}

const quotes = "['\u2018\u2019\u201A\u201B]";

/** PowerShell reads two quotes of whatever form as the second one, and ends the text at a single one. */
function textOf(written: string): string {
  const inside = new RegExp(`^'((?:[^'\u2018\u2019\u201A\u201B]|${quotes}{2})*)'$`, "s").exec(
    written,
  )?.[1];
  if (inside === undefined) throw new Error(`PowerShell reads more than a text: ${written}`);
  return inside.replaceAll(new RegExp(`${quotes}(${quotes})`, "g"), "$1");
}

function encodedText(written: string): string {
  const encoded =
    /^\(\[Text\.Encoding\]::Unicode\.GetString\(\[Convert\]::FromBase64String\('([A-Za-z0-9+/=]*)'\)\)\)$/.exec(
      written,
    )?.[1];
  if (encoded === undefined) throw new Error(`PowerShell would compute: ${written}`);
  return Buffer.from(encoded, "base64").toString("utf16le");
}

/** A node and all below it, not below those that `closed` names. */
export function nodesOf(
  root: Node,
  closed: (node: Node) => boolean = () => false,
): readonly Node[] {
  const found: Node[] = [];
  const visit = (node: Node) => {
    found.push(node);
    if (closed(node)) return;
    for (const child of node.children) if (child !== null) visit(child);
  };
  visit(root);
  return found;
}
