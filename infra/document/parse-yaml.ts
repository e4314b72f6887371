import {
  Composer,
  Lexer,
  LineCounter,
  Parser,
  type CST,
  type Document,
  type DocumentOptions,
  type ErrorCode,
  type ParseOptions,
  type SchemaOptions,
} from "yaml";
import type { Fault, Place, Problem } from "./fault";
import { printable } from "./printable";

/** Maps in maps in maps: a firm file needs four; more than this many costs time and stack. */
const deepest = 64;

/** After this many the file is no YAML at all, and the rest would only repeat it. */
const mostErrors = 100;

export interface ParsedYaml {
  readonly contents: Document.Parsed["contents"];
  readonly placeOf: (offset: number) => Place;
  /** Syntax only; what depends on the meaning of keys is found in `source-tree.ts`. */
  readonly faults: readonly Fault[];
}

/** YAML 1.2, core schema, one document. Never throws. */
export function parseYaml(file: string, text: string): ParsedYaml {
  const lines = new LineCounter();
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { file, line, column: col };
  };
  const faultAt = (offset: number, expectation: Expectation): Fault => ({
    ...placeOf(offset),
    path: "",
    met: fragment(text, offset),
    ...expectation,
  });

  const { tokens, tooDeep } = readTokens(text, lines);
  if (tooDeep !== undefined)
    return {
      contents: null,
      placeOf,
      faults: [faultAt(tooDeep, expectations.RESOURCE_EXHAUSTION)],
    };

  const [document, second] = new Composer(options).compose(tokens, true, text.length);
  const slips = [...(document?.errors ?? []), ...(document?.warnings ?? [])].map(
    ({ pos, code }) => ({ offset: pos[0], code }),
  );
  if (second !== undefined) slips.push({ offset: second.range[0], code: "MULTIPLE_DOCS" });
  if (document?.directives.yaml.explicit === true) slips.push({ offset: 0, code: "BAD_DIRECTIVE" });
  const faults = onePerLine(slips, lines)
    .slice(0, mostErrors)
    .map(({ offset, code }) => faultAt(offset, expectations[code]));
  return { contents: document?.contents ?? null, placeOf, faults };
}

interface Slip {
  readonly offset: number;
  readonly code: ErrorCode;
}

const options: ParseOptions & DocumentOptions & SchemaOptions = {
  logLevel: "error",
  prettyErrors: false,
  resolveKnownTags: false,
  stringKeys: true,
  // The library compares every key with every other; `source-tree.ts` finds duplicates faster.
  uniqueKeys: false,
};

/** Stops where nesting or errors pass all reason: composing such a file would take seconds. */
function readTokens(text: string, lines: LineCounter) {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  lines.addNewLine(0);
  let errors = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      if (token.type === "error" || token.type === "directive") errors++;
      tokens.push(token);
    }
    if (parser.stack.length > deepest) return { tokens, tooDeep: parser.offset };
    if (errors > mostErrors) return { tokens, tooDeep: undefined };
  }
  tokens.push(...parser.end());
  return { tokens, tooDeep: undefined };
}

/** One slip makes the parser stumble several times over; the first time tells most. */
function onePerLine(slips: readonly Slip[], lines: LineCounter): readonly Slip[] {
  const seen = new Set<number>();
  return slips
    .toSorted((a, b) => a.offset - b.offset)
    .filter(({ offset }) => {
      const { line } = lines.linePos(offset);
      return !seen.has(line) && seen.add(line);
    });
}

function fragment(text: string, offset: number): string {
  if (text.startsWith("\t", offset)) return "a tab";
  const [line = ""] = text
    .slice(offset)
    .trimStart()
    .split(/[\r\n]/, 1);
  return line === "" ? "the end of the file" : `"${printable(line)}"`;
}

type Expectation = Pick<Problem, "allowed" | "remedy">;

const plainValue: Expectation = {
  allowed: "one value after a key",
  remedy: `put a text that contains ": " or " #" into quotes, and start the keys of one map in the same column`,
};

const keyLine: Expectation = {
  allowed: "key: value",
  remedy: "write a colon and a space after the key",
};

const noAnchors: Expectation = {
  allowed: "values without anchors (&) and aliases (*)",
  remedy: "write the value out, and put a text that starts with & or * into quotes",
};

const noTags: Expectation = {
  allowed: "values without tags (!)",
  remedy: "remove the tag, and put a text that starts with ! into quotes",
};

const oneDocument: Expectation = {
  allowed: "one document in a file",
  remedy: "remove the line --- or ... and what follows it",
};

const indentation: Expectation = {
  allowed: "keys of one map in the same column, and every bracket closed",
  remedy: "align the line with its neighbours, or close the bracket before it",
};

const punctuation: Expectation = {
  allowed: "complete quotes, brackets, and a colon or comma between values",
  remedy: "add the missing character before this place",
};

const escapes: Expectation = {
  allowed: String.raw`escapes such as \" \\ \n in double quotes`,
  remedy: String.raw`write \\ for a backslash, or use single quotes`,
};

const directives: Expectation = {
  allowed: "YAML 1.2 without directives (%)",
  remedy: "remove the lines that start with %",
};

const startOfText: Expectation = {
  allowed: "texts that start with a letter or digit, or are in quotes",
  remedy: "put the text into quotes",
};

const expectations: Readonly<Record<ErrorCode, Expectation>> = {
  ALIAS_PROPS: noAnchors,
  BAD_ALIAS: noAnchors,
  BAD_COLLECTION_TYPE: noTags,
  BAD_DIRECTIVE: directives,
  BAD_DQ_ESCAPE: escapes,
  BAD_INDENT: indentation,
  BAD_PROP_ORDER: noAnchors,
  BAD_SCALAR_START: startOfText,
  BLOCK_AS_IMPLICIT_KEY: plainValue,
  BLOCK_IN_FLOW: indentation,
  DUPLICATE_KEY: { allowed: "each key once", remedy: "remove one of the two" },
  IMPOSSIBLE: plainValue,
  KEY_OVER_1024_CHARS: keyLine,
  MISSING_CHAR: punctuation,
  MULTILINE_IMPLICIT_KEY: keyLine,
  MULTIPLE_ANCHORS: noAnchors,
  MULTIPLE_DOCS: oneDocument,
  MULTIPLE_TAGS: noTags,
  NON_STRING_KEY: { allowed: "a word as the key", remedy: "write the key without brackets or tag" },
  RESOURCE_EXHAUSTION: {
    allowed: `at most ${deepest} maps and lists in one another`,
    remedy: "write the settings as in the sample file",
  },
  TAB_AS_INDENT: {
    allowed: "indentation by spaces",
    remedy: "replace the tab by two spaces",
  },
  TAG_RESOLVE_FAILED: noTags,
  UNEXPECTED_TOKEN: punctuation,
};
