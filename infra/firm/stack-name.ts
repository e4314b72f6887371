import type { Fault, Problem } from "../document/fault";
import { nearest } from "../document/nearest";
import { printable } from "../document/printable";
import { refuse, type Reading } from "../document/source-document";
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

/** What exists, for {@link resolveStack}. */
export interface KnownNames {
  readonly environments: readonly string[];
  readonly firms: readonly string[];
  readonly sitesOf: (firm: string) => Reading<readonly string[]>;
}

/** Reads a stack's name by its form alone. */
export function parseStackName(text: string): Reading<StackName> {
  const parts = text.split(".");
  const [environment = "", firm, site, ...more] = parts;
  if (more.length > 0 || !parts.every((part) => wholeKey.test(part)))
    return refuse([faultIn(text, 0, malformed(text))]);
  return { ok: true, value: makeStackName(environment, firm, site) };
}

/** Reads a stack's name and makes sure that what it speaks of exists. A firm's key alone means its stack in `environment`. */
export function resolveStack(
  text: string,
  environment: string,
  known: KnownNames,
): Reading<StackName> {
  const parsed = parseStackName(text);
  if (!parsed.ok) return parsed;
  const stack = parsed.value;
  if (stack.kind === "platform" && !known.environments.includes(text)) {
    const { environments, firms } = known;
    return firms.includes(text)
      ? { ok: true, value: { kind: "firm", environment, firm: text } }
      : refuse([
          faultIn(text, 0, unknownName("stack", text, [...environments, ...firms], firmFiles)),
        ]);
  }
  const fault = unknownPart(text, stack, known);
  return fault.length === 0 ? parsed : refuse(fault);
}

export function formatStackName(stack: StackName): string {
  return partsOf(stack).join(".");
}

/** A name that nothing has: says what there is, and what was probably meant. */
export function unknownName(
  kind: "environment" | "firm" | "site" | "stack",
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
        ? `one that is described in ${file}`
        : alternatives(rest > 0 ? [...shown, `${rest} more`] : shown),
    remedy: near === undefined ? `describe it in ${file}` : `write ${near}`,
  };
}

const firmFiles = "infra/firms";

const wholeKey = new RegExp(`^${keyPattern}$`);

function makeStackName(environment: string, firm?: string, site?: string): StackName {
  if (firm === undefined) return { kind: "platform", environment };
  if (site === undefined) return { kind: "firm", environment, firm };
  return { kind: "site", environment, firm, site };
}

function partsOf(stack: StackName): readonly string[] {
  switch (stack.kind) {
    case "platform":
      return [stack.environment];
    case "firm":
      return [stack.environment, stack.firm];
    case "site":
      return [stack.environment, stack.firm, stack.site];
  }
}

/** The first part of a name that nothing has; none when all are known. */
function unknownPart(text: string, stack: StackName, known: KnownNames): readonly Fault[] {
  const { environments, firms, sitesOf } = known;
  const [environment = "", firm, site] = partsOf(stack);
  if (!environments.includes(environment))
    return [faultIn(text, 0, unknownName("environment", environment, environments, settingsFile))];
  if (firm === undefined) return [];
  if (!firms.includes(firm))
    return [faultIn(text, environment.length + 1, unknownName("firm", firm, firms, firmFiles))];
  if (site === undefined) return [];
  const sites = sitesOf(firm);
  if (!sites.ok) return sites.faults;
  const file = `${firmFiles}/${firm}.yaml`;
  return sites.value.includes(site)
    ? []
    : [faultIn(text, text.length - site.length, unknownName("site", site, sites.value, file))];
}

const settingsFile = "Pulumi.<environment>.yaml";

/** The name itself is the place; the column says which part of it. */
function faultIn(text: string, offset: number, problem: Problem): Fault {
  return { file: printable(text), line: 1, column: offset + 1, path: "", ...problem };
}

function malformed(text: string): Problem {
  return {
    met: `the stack name "${printable(text)}"`,
    allowed: `environment, environment.firm or environment.firm.site, each ${keyForm}`,
    remedy: "write it like prod.dupont",
  };
}
