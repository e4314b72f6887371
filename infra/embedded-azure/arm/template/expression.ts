import { ArmError } from "../error";

/** An expression of a template, as in `[concat(parameters('name'), '-vm')]`. */
export type Expression =
  | { readonly kind: "value"; readonly value: string | number }
  | { readonly kind: "call"; readonly name: string; readonly given: readonly Expression[] }
  | { readonly kind: "member"; readonly of: Expression; readonly name: string }
  | { readonly kind: "element"; readonly of: Expression; readonly at: Expression };

/**
 * Reads the expression in a text of a template; undefined when the text is just a text.
 * Grammar: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions
 *
 * @throws {ArmError} when it is none that can be read.
 */
export function parseExpression(text: string): Expression | undefined {
  if (!text.startsWith("[") || !text.endsWith("]") || text.startsWith("[[")) return undefined;
  return new Parser(text).whole();
}

/** The text that `[[...]` stands for: a bracket that begins no expression. */
export function plainText(text: string): string {
  return text.startsWith("[[") ? text.slice(1) : text;
}

const token = /\s*(?:(-?\d+)|([A-Za-z_][\w]*)|('(?:[^']|'')*')|([()[\],.]))/y;

class Parser {
  private readonly tokens: readonly string[];
  private next = 0;

  constructor(private readonly text: string) {
    this.tokens = this.split(text.slice(1, -1));
  }

  whole(): Expression {
    const expression = this.expression();
    if (this.next < this.tokens.length) this.fail(`unexpected '${this.peek()}'`);
    return expression;
  }

  private expression(): Expression {
    let expression = this.primary();
    for (;;) {
      if (this.take(".")) expression = { kind: "member", of: expression, name: this.word() };
      else if (this.take("[")) {
        expression = { kind: "element", of: expression, at: this.expression() };
        this.demand("]");
      } else return expression;
    }
  }

  private primary(): Expression {
    const first = this.peek();
    if (/^-?\d/.test(first)) {
      this.next++;
      return { kind: "value", value: Number(first) };
    }
    if (first.startsWith("'")) {
      this.next++;
      return { kind: "value", value: first.slice(1, -1).replaceAll("''", "'") };
    }
    const name = this.word();
    // Functions of a namespace of the user's own, `contoso.name()`, are not known.
    this.demand("(");
    const given: Expression[] = [];
    while (!this.take(")")) {
      if (given.length > 0) this.demand(",");
      given.push(this.expression());
    }
    return { kind: "call", name, given };
  }

  private word(): string {
    const word = this.peek();
    if (!/^[A-Za-z_]/.test(word)) this.fail(`a name is wanted where '${word}' stands`);
    this.next++;
    return word;
  }

  private take(symbol: string): boolean {
    if (this.peek() !== symbol) return false;
    this.next++;
    return true;
  }

  private demand(symbol: string): void {
    if (!this.take(symbol)) this.fail(`'${symbol}' is wanted where '${this.peek()}' stands`);
  }

  private peek(): string {
    return this.tokens[this.next] ?? "the end";
  }

  private split(text: string): readonly string[] {
    const tokens: string[] = [];
    token.lastIndex = 0;
    while (token.lastIndex < text.trimEnd().length) {
      const from = token.lastIndex;
      const found = token.exec(text);
      if (found === null) this.fail(`cannot read '${text.slice(from)}'`);
      else tokens.push(found[0].trim());
    }
    return tokens;
  }

  private fail(what: string): never {
    throw new ArmError(
      400,
      "InvalidTemplate",
      `Unable to parse language expression '${this.text}': ${what}.`,
    );
  }
}
