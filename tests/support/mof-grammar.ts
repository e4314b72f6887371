/** An instance that a MOF text declares. */
export interface ParsedInstance {
  readonly className: string;
  readonly alias: string | undefined;
  readonly properties: Readonly<Record<string, string | readonly string[]>>;
}

const token =
  /\s+|\/\*[^]*?\*\/|\/\/[^\n]*|(?<word>\$?[A-Za-z_]\w*)|(?<text>"(?:[^"\\\n\r]|\\(?:[btnfr"'\\]|[xX][0-9A-Fa-f]{1,4}))*")|(?<sign>[{}=;,])/y;

/**
 * Reads the part of MOF that instances of texts need, by its grammar in DSP0004 (appendix A): instanceDeclaration,
 * valueInitializer, stringValue. @throws Error for all else
 */
export function parseMof(mof: string): readonly ParsedInstance[] {
  const tokens = tokensOf(mof);
  let at = 0;
  const next = (): string => {
    const found = tokens[at];
    if (found === undefined) throw new Error("the text ends within a declaration");
    at += 1;
    return found;
  };
  const expect = (wanted: string): void => {
    const found = next();
    if (found.toLowerCase() !== wanted) throw new Error(`${found} instead of ${wanted}`);
  };
  const word = (pattern: RegExp): string => {
    const found = next();
    if (!pattern.test(found)) throw new Error(`${found} is no name`);
    return found;
  };
  const text = (): string => {
    const found = next();
    if (!found.startsWith('"')) throw new Error(`${found} is no text`);
    return unescaped(found.slice(1, -1));
  };
  const value = (): string | readonly string[] => {
    if (tokens[at] !== "{") return text();
    next();
    const list = [text()];
    while (tokens[at] === ",") {
      next();
      list.push(text());
    }
    expect("}");
    return list;
  };
  const instances: ParsedInstance[] = [];
  while (at < tokens.length) {
    expect("instance");
    expect("of");
    const className = word(/^[A-Za-z_]\w*$/);
    let alias: string | undefined;
    if (tokens[at]?.toLowerCase() === "as") {
      next();
      alias = word(/^\$\w+$/);
    }
    expect("{");
    const properties: Record<string, string | readonly string[]> = {};
    while (tokens[at] !== "}") {
      const name = word(/^[A-Za-z_]\w*$/);
      if (name in properties) throw new Error(`${name} twice`);
      expect("=");
      properties[name] = value();
      expect(";");
    }
    next();
    expect(";");
    instances.push({ className, alias, properties });
  }
  return instances;
}

function tokensOf(mof: string): readonly string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < mof.length) {
    const from = token.lastIndex;
    const match = token.exec(mof);
    if (match === null) throw new Error(`no MOF: ${mof.slice(from, from + 40)}`);
    const { word, text, sign } = match.groups ?? {};
    const found = word ?? text ?? sign;
    if (found !== undefined) tokens.push(found);
  }
  return tokens;
}

const short: Readonly<Record<string, string>> = {
  b: "\b",
  t: "\t",
  n: "\n",
  f: "\f",
  r: "\r",
};

function unescaped(text: string): string {
  return text.replaceAll(/\\(?:[xX]([0-9A-Fa-f]{1,4})|(.))/g, (_, hex?: string, letter?: string) =>
    hex === undefined
      ? (short[letter ?? ""] ?? letter ?? "")
      : String.fromCharCode(parseInt(hex, 16)),
  );
}
