/** What the SDK's type declarations say of a value. */
export type Shape =
  | { readonly kind: "any" }
  | { readonly kind: "text" | "number" | "boolean" }
  | { readonly kind: "literal"; readonly value: string }
  /** Text of which the SDK lists the values, under one of these names, e.g. `desktopvirtualization.HostPoolType`. */
  | { readonly kind: "enumeration"; readonly names: readonly string[] }
  | { readonly kind: "list"; readonly of: Shape }
  | { readonly kind: "map"; readonly of: Shape }
  /** An object of one of these declared types, e.g. `keyvault.VaultPropertiesResponse`. */
  | { readonly kind: "object"; readonly types: readonly string[] };

/** A property of a declared object type. */
export interface Member {
  readonly required: boolean;
  readonly shape: Shape;
}

/** The properties of a declared object type. */
export type Members = ReadonlyMap<string, Member>;

const any: Shape = { kind: "any" };

/** Reads the properties an interface or class declares, from the text between its braces. */
export function parseMembers(text: string): Members {
  const declarations = text
    .replaceAll(/\/\*\*[\s\S]*?\*\//g, "")
    .matchAll(/^ *(?:readonly )?(\w+)(\??): ([^;{]*(?:\{[^}]*\}[^;{]*)?);/gm);
  return new Map(
    [...declarations].map(([, name = "", optional, type = ""]) => [
      name,
      { required: optional === "", shape: parseShape(type) },
    ]),
  );
}

/** Reads a type as the SDK writes it, e.g. `pulumi.Input<pulumi.Input<inputs.network.SubResourceArgs>[] | undefined>`. */
export function parseShape(text: string): Shape {
  const type = text.trim();
  const wrapped = /^pulumi\.(?:Input|Output)<([\s\S]*)>$/.exec(type)?.[1];
  if (wrapped !== undefined && isBalanced(wrapped)) return parseShape(wrapped);
  const parts = alternatives(type).filter((part) => part !== "undefined");
  return parts.length === 1 ? parseSingle(parts[0] ?? "") : parseUnion(parts);
}

function parseSingle(type: string): Shape {
  const inner = /^pulumi\.(?:Input|Output)<([\s\S]*)>$/.exec(type)?.[1];
  if (inner !== undefined && isBalanced(inner)) return parseShape(inner);
  if (type.endsWith("[]")) return { kind: "list", of: parseShape(type.slice(0, -2)) };
  if (type.startsWith("(") && type.endsWith(")")) return parseShape(type.slice(1, -1));
  const valueType = /^\{\s*\[key: string\]: ([\s\S]*);\s*\}$/.exec(type)?.[1];
  if (valueType !== undefined) return { kind: "map", of: parseShape(valueType) };
  const name = /^(?:in|out)puts\.([\w.]+)$/.exec(type)?.[1];
  if (name !== undefined) return { kind: "object", types: [name] };
  const listed = /^enums\.([\w.]+)$/.exec(type)?.[1];
  if (listed !== undefined) return { kind: "enumeration", names: [listed] };
  const literal = /^"([^"]*)"$/.exec(type)?.[1];
  if (literal !== undefined) return { kind: "literal", value: literal };
  if (type === "string") return { kind: "text" };
  return type === "number" || type === "boolean" ? { kind: type } : any;
}

function parseUnion(parts: readonly string[]): Shape {
  const shapes = parts.map(parseSingle);
  const types = shapes.flatMap((shape) => (shape.kind === "object" ? shape.types : []));
  if (types.length === shapes.length) return { kind: "object", types };
  // The SDK lets every text pass where it lists values.
  const listed = shapes.filter(({ kind }) => kind !== "text");
  const names = listed.flatMap((shape) => (shape.kind === "enumeration" ? shape.names : []));
  return names.length > 0 && listed.every(({ kind }) => kind === "enumeration")
    ? { kind: "enumeration", names }
    : any;
}

/** The parts of a union, not looking into brackets. */
function alternatives(type: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [index, letter] of Array.from(type).entries()) {
    if ("<({[".includes(letter)) depth++;
    else if (">)}]".includes(letter)) depth--;
    else if (letter === "|" && depth === 0) {
      parts.push(type.slice(start, index).trim());
      start = index + 1;
    }
  }
  return [...parts, type.slice(start).trim()];
}

/** Whether the text could stand within one pair of angle brackets: `A>[] | B<C` cannot. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === "<") depth++;
    else if (letter === ">" && --depth < 0) return false;
  }
  return depth === 0;
}
