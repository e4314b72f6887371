import { z } from "zod";
import type { Meaning } from "../document/text-type";

/**
 * A schema for values that stand in a file as a number or as a text, such as `12` or `12 GB`; a
 * number is read by its digits, so nothing of a decimal is lost.
 */
export function writtenValue<T>({
  allowed,
  example,
  read,
}: {
  /** Completes "allowed: ". */
  readonly allowed: string;
  readonly example: string;
  readonly read: (text: string) => Meaning<T>;
}) {
  return z
    .unknown()
    .transform((input, context): T => {
      const isText = typeof input === "string" || typeof input === "number";
      const meaning: Meaning<T> = isText
        ? read(String(input).trim())
        : { kind: "problem", remedy: `write ${example}` };
      if (meaning.kind === "value") return meaning.value;
      context.addIssue({ code: "custom", input, params: { remedy: meaning.remedy } });
      return z.NEVER;
    })
    .meta({ type: ["number", "string"], allowed, examples: [example] });
}
