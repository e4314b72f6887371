import { compareText } from "../document/fault";

/** Names of resources with `*` for any text: `host-*`. */
export interface NamePattern<T> {
  readonly pattern: string;
  readonly value: T;
}

/** Rules by name; the more a pattern says, the earlier it counts, and a whole name counts first. */
export class NamePatterns<T> {
  private readonly whole = new Map<string, NamePattern<T>[]>();
  private readonly wild: readonly { readonly rule: NamePattern<T>; readonly fits: RegExp }[];

  /** @param others rules that count before all of these */
  constructor(
    rules: readonly NamePattern<T>[],
    private readonly others?: NamePatterns<T>,
  ) {
    const wild: NamePattern<T>[] = [];
    for (const rule of rules) {
      if (rule.pattern.includes("*")) wild.push(rule);
      else this.whole.set(rule.pattern, [...(this.whole.get(rule.pattern) ?? []), rule]);
    }
    this.wild = wild
      .toSorted(
        (a, b) => literals(b.pattern) - literals(a.pattern) || compareText(a.pattern, b.pattern),
      )
      .map((rule) => ({ rule, fits: expressionOf(rule.pattern) }));
  }

  /** The rules that fit a name, the most telling first. */
  fitting(name: string): readonly NamePattern<T>[] {
    const wild = this.wild.filter(({ fits }) => fits.test(name)).map(({ rule }) => rule);
    const own = [...(this.whole.get(name) ?? []), ...wild];
    return this.others === undefined ? own : [...this.others.fitting(name), ...own];
  }
}

function literals(pattern: string): number {
  return pattern.replaceAll("*", "").length;
}

function expressionOf(pattern: string): RegExp {
  const parts = pattern.split(/\*+/).map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s");
}
