import type { Problem } from "../document/fault";
import { nearest } from "../document/nearest";
import { printable } from "../document/printable";
import { alternatives } from "../document/wording";
import { keyForm, keyPattern } from "./key";

/** What a stack is for; its name says it: `prod`, `prod.dupont`, `prod.dupont.meylan`. */
export type StackName =
  | { readonly kind: "platform"; readonly environment: string }
  | { readonly kind: "firm"; readonly environment: string; readonly firm: string }
  | {
      readonly kind: "site";
      readonly environment: string;
      readonly firm: string;
      readonly site: string;
    };

export type StackNaming =
  | { readonly ok: true; readonly stack: StackName }
  | { readonly ok: false; readonly problem: Problem };

/** Reads a stack's name by its form alone; whether its firm exists is the registry's to say. */
export function parseStackName(text: string): StackNaming {
  const parts = text.split(".");
  const [environment = "", firm, site, ...more] = parts;
  if (more.length > 0 || !parts.every((part) => wholeKey.test(part)))
    return { ok: false, problem: malformed(text) };
  if (firm === undefined) return { ok: true, stack: { kind: "platform", environment } };
  if (site === undefined) return { ok: true, stack: { kind: "firm", environment, firm } };
  return { ok: true, stack: { kind: "site", environment, firm, site } };
}

const wholeKey = new RegExp(`^${keyPattern}$`);

function malformed(text: string): Problem {
  return {
    met: `the stack name "${printable(text)}"`,
    allowed: `environment, environment.firm or environment.firm.site, each ${keyForm}`,
    remedy: "write it like prod.dupont",
  };
}

export function formatStackName(stack: StackName): string {
  switch (stack.kind) {
    case "platform":
      return stack.environment;
    case "firm":
      return `${stack.environment}.${stack.firm}`;
    case "site":
      return `${stack.environment}.${stack.firm}.${stack.site}`;
  }
}

/** A name that nothing has: says what there is, and what was probably meant. */
export function unknownName(
  kind: "environment" | "firm" | "site",
  met: string,
  known: readonly string[],
  file: string,
): Problem {
  const near = nearest(met, known);
  const shown = known.slice(0, 12);
  const rest = known.length - shown.length;
  return {
    met: `the ${kind} "${printable(met)}"`,
    allowed:
      known.length === 0
        ? `a ${kind} that is described in ${file}`
        : alternatives(rest > 0 ? [...shown, `${rest} more`] : shown),
    remedy: near === undefined ? `describe it in ${file}` : `write ${near}`,
  };
}
