import { isRecord } from "../../infra/resources/property-values";

/** A step of a path: a key, `*` for any key of a map, `[]` for any member of a list. */
export type Step = string;

type Scalar = string | number | boolean;

/** Something a file may say: a value that is listed, or a part that may be left out. */
export interface Choice {
  readonly path: readonly Step[];
  /** Undefined for a part: that it is written at all. */
  readonly value?: Scalar | undefined;
  /** What counts where nothing is written. */
  readonly byDefault?: unknown;
  /** How it may be written, as YAML; the schema's own examples. */
  readonly examples: readonly string[];
}

/** `sites.*.printers[].paper=A3`. */
export function nameOf({ path, value }: Choice): string {
  const shown = path.join(".").replaceAll(".[]", "[]");
  return value === undefined ? shown : `${shown}=${String(value)}`;
}

/** Every choice a JSON Schema gives: each listed value, both of a boolean, each part that is optional. */
export function* choicesOf(
  schema: unknown,
  path: readonly Step[] = [],
  byDefault?: unknown,
): Generator<Choice> {
  if (!isRecord(schema)) return;
  for (const combined of ["anyOf", "oneOf", "allOf"])
    for (const form of listIn(schema[combined])) yield* choicesOf(form, path, byDefault);
  const listed = [
    ...listIn(schema["enum"]),
    ...("const" in schema ? [schema["const"]] : []),
    ...(schema["type"] === "boolean" ? [true, false] : []),
  ].filter(isScalar);
  for (const value of listed) yield { path, value, byDefault, examples: [JSON.stringify(value)] };
  const { properties, required, items, additionalProperties } = schema;
  if (isRecord(properties))
    for (const [name, inner] of Object.entries(properties)) {
      const inside = [...path, name];
      if (!listIn(required).includes(name)) yield { path: inside, examples: examplesOf(inner) };
      yield* choicesOf(inner, inside, isRecord(inner) ? inner["default"] : undefined);
    }
  yield* choicesOf(items, [...path, "[]"]);
  yield* choicesOf(additionalProperties, [...path, "*"]);
}

function examplesOf(schema: unknown): readonly string[] {
  if (!isRecord(schema)) return [];
  const { examples, minimum } = schema;
  return [
    ...listIn(examples).map(String),
    ...("default" in schema ? [JSON.stringify(schema["default"])] : []),
    ...(typeof minimum === "number" ? [String(minimum)] : []),
    ...(schema["type"] === "array" ? ["[]"] : []),
    ...(schema["type"] === "object" ? ["{}"] : []),
  ];
}

/** Whether a file makes a choice, by writing it or by leaving it to the default. */
export function meets(written: unknown, choice: Choice): boolean {
  const [step, ...path] = choice.path;
  const { value, byDefault } = choice;
  if (step === undefined)
    return written === undefined
      ? value !== undefined && value === byDefault
      : value === undefined || value === written;
  const inner = { ...choice, path };
  if (step === "[]") return listIn(written).some((member) => meets(member, inner));
  if (step === "*")
    return isRecord(written) && Object.values(written).some((member) => meets(member, inner));
  return (written === undefined || isRecord(written)) && meets(written?.[step], inner);
}

/** The places in a file that a path means: `sites.*.link` is `sites.meylan.link`. */
export function placesOf(written: unknown, path: readonly Step[]): readonly string[] {
  const [step, ...rest] = path;
  if (step === undefined) return [""];
  const names =
    step === "[]"
      ? listIn(written).map((_member, index) => String(index))
      : step === "*"
        ? Object.keys(isRecord(written) ? written : {})
        : [step];
  return names.flatMap((name) =>
    placesOf(memberOf(written, name), rest).map((tail) => (tail === "" ? name : `${name}.${tail}`)),
  );
}

function memberOf(written: unknown, name: string): unknown {
  if (Array.isArray(written)) return (written as readonly unknown[])[Number(name)];
  return isRecord(written) ? written[name] : undefined;
}

function isScalar(value: unknown): value is Scalar {
  return ["string", "number", "boolean"].includes(typeof value);
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
