import pc from "picocolors";
import type { OperationResult } from "../engine/operate";
import type { PropertyChange, ResourceChange } from "../engine/events";
import { toPlain } from "../resources/property-values";
import { SECRET, UNKNOWN } from "../resources/registered";

const signs: Readonly<Record<string, string>> = {
  create: pc.green("+"),
  update: pc.yellow("~"),
  delete: pc.red("-"),
  replace: pc.magenta("±"),
  import: pc.green("="),
};

/** One line a resource, and under it one line a property that changes, two where 80 columns hold no less. */
export function renderChange(change: ResourceChange): string {
  const head = `${signs[change.op] ?? change.op} ${shortType(change.type)} ${pc.bold(change.name)}`;
  return [head, ...change.properties.map(renderProperty)].join("\n");
}

const width = 80;

function renderProperty({ path, before, after, replaces }: PropertyChange): string {
  const reason = replaces ? " (replaces)" : "";
  const [old, now] = [inOneLine(before), inOneLine(after)];
  const beside = width - `    ${path}: `.length - " → ".length - reason.length;
  if (old.length + now.length <= beside) return `    ${path}: ${old} → ${now}${pc.magenta(reason)}`;
  const each = Math.floor((width - "       → ".length - reason.length) / 2);
  return `    ${path}:\n      ${cutAlike(old, now, each).join(" → ")}${pc.magenta(reason)}`;
}

function inOneLine(value: unknown): string {
  const plain = toPlain(value);
  if (plain === undefined || plain === null) return "none";
  if (plain === SECRET) return "[secret]";
  if (plain === UNKNOWN) return "[known once deployed]";
  const text = typeof plain === "string" ? plain : JSON.stringify(plain);
  return text.replaceAll(/\s+/g, " ").trim();
}

/** Cuts two texts so that the first place in which they differ is to be seen. */
function cutAlike(before: string, after: string, length: number): readonly string[] {
  const from = Math.max(0, commonStart(before, after) - Math.floor(length / 2));
  return [before, after].map((text) => {
    const rest = from === 0 ? text : `…${text.slice(from)}`;
    return rest.length > length ? `${rest.slice(0, length - 1)}…` : rest;
  });
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

/** `azure-native:network:Subnet` is `network:Subnet`; `azuread:index/group:Group` is `azuread:Group`. */
function shortType(type: string): string {
  const [provider = "", module = "", name = ""] = type.split(":");
  switch (provider) {
    case "azure-native":
      return `${module}:${name}`;
    case "cabinet":
      return name;
    default:
      return `${provider}:${name}`;
  }
}

const words: readonly (readonly [op: string, word: string])[] = [
  ["create", "to create"],
  ["update", "to update"],
  ["replace", "to replace"],
  ["delete", "to delete"],
  ["same", "unchanged"],
];
const wordsAfter: readonly (readonly [op: string, word: string])[] = [
  ["create", "created"],
  ["update", "updated"],
  ["replace", "replaced"],
  ["delete", "deleted"],
  ["same", "unchanged"],
];

/** `prod.dupont: 3 to create, 1 to update, 92 unchanged`. */
export function renderSummary(result: OperationResult): string {
  const parts = (result.verb === "preview" ? words : wordsAfter)
    .filter(([op]) => (result.counts[op] ?? 0) > 0)
    .map(([op, word]) => `${result.counts[op]} ${word}`);
  return `${pc.bold(result.stack)}: ${parts.length === 0 ? "nothing to do" : parts.join(", ")}`;
}
