import { z } from "zod";

/** What a text means, or why it means nothing and what to write. */
export type Meaning<T> =
  | { readonly kind: "value"; readonly value: T }
  /** `remedy` completes `met …; allowed: …;`: it says what to write. */
  | { readonly kind: "problem"; readonly remedy: string };

export interface TextType<T> {
  /** Completes "allowed: ". */
  readonly allowed: string;
  /** A good value, as one would write it in YAML. */
  readonly example: string;
  /** Regular expression for editors; it must match every text that `read` accepts. */
  readonly pattern: string;
  /** Given the text as YAML understands it; a plain number comes as its digits. */
  readonly read: (text: string) => Meaning<T>;
}

/** A schema for values written as one text and used as something better: sizes, times, networks. */
export function textOf<T>({ allowed, example, pattern, read }: TextType<T>) {
  return z
    .unknown()
    .transform((input, context): T => {
      const meaning = readValue(input, read, example);
      if (meaning.kind === "value") return meaning.value;
      context.addIssue({ code: "custom", input, params: { remedy: meaning.remedy } });
      return z.NEVER;
    })
    .meta({ type: "string", pattern, allowed, examples: [example] });
}

function readValue<T>(input: unknown, read: TextType<T>["read"], example: string): Meaning<T> {
  if (typeof input === "string") return read(input);
  if (typeof input !== "number") return problem(`write ${example}`);
  const meaning = read(String(input));
  return meaning.kind === "problem" ? meaning : problem(`write "${input}", in quotes`);
}

export function value<T>(meant: T): Meaning<T> {
  return { kind: "value", value: meant };
}

export function problem(remedy: string): Meaning<never> {
  return { kind: "problem", remedy };
}
