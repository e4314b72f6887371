import pc from "picocolors";
import type { OperationResult } from "../engine/operate";
import type { PropertyChange, ResourceChange } from "../engine/events";

const signs: Readonly<Record<string, string>> = {
  create: pc.green("+"),
  update: pc.yellow("~"),
  delete: pc.red("-"),
  replace: pc.magenta("±"),
  import: pc.green("="),
};

/** One line a resource, and under it one line a property that changes; fits 80 columns. */
export function renderChange(change: ResourceChange): string {
  const head = `${signs[change.op] ?? change.op} ${shortType(change.type)} ${pc.bold(change.name)}`;
  return [head, ...change.properties.map((property) => `    ${renderProperty(property)}`)].join(
    "\n",
  );
}

function renderProperty({ path, before, after, replaces }: PropertyChange): string {
  const because = replaces ? pc.magenta(" (replaces)") : "";
  return `${path}: ${renderValue(before)} → ${renderValue(after)}${because}`;
}

function renderValue(value: unknown): string {
  if (value === undefined || value === null) return "none";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 48 ? `${text.slice(0, 47)}…` : text;
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
