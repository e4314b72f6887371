import { z } from "zod";
import type { Path } from "./path";
import { alternatives } from "./wording";

/** What a schema allows, in words: its own `allowed` text if it has one, else told from its kind. */
export function allowedBy(schema: z.core.$ZodType): string {
  const { allowed } = metaOf(schema);
  if (typeof allowed === "string") return allowed;
  if (schema instanceof z.ZodEnum) return alternatives(schema.options.map(String));
  if (schema instanceof z.ZodLiteral) return alternatives([...schema.values].map(String));
  if (schema instanceof z.ZodUnion) return alternatives(schema.options.map(allowedBy));
  if (schema instanceof z.ZodNumber) return describeNumber(schema);
  if (schema instanceof z.ZodString) return "a text";
  if (schema instanceof z.ZodObject) return `a map of ${Object.keys(schema.shape).join(", ")}`;
  if (schema instanceof z.ZodRecord) return "a map";
  if (schema instanceof z.ZodArray) return `a list, each value ${allowedBy(schema.element)}`;
  const inner = innerOf(schema);
  return inner === undefined ? "another value" : allowedBy(inner);
}

/** A good value as YAML; of a map, its required keys. */
export function exampleOf(schema: z.core.$ZodType): string {
  const { examples } = metaOf(schema);
  if (Array.isArray(examples) && examples.length > 0) return String(examples[0]);
  if (schema instanceof z.ZodEnum) return String(schema.options[0]);
  if (schema instanceof z.ZodLiteral) return String([...schema.values][0]);
  if (schema instanceof z.ZodUnion) return schema.options.slice(0, 1).map(exampleOf).join("");
  if (schema instanceof z.ZodNumber) return String(fit(schema, 1));
  if (schema instanceof z.ZodString) return "text";
  if (schema instanceof z.ZodObject) return exampleOfMap(schema);
  if (schema instanceof z.ZodArray) return `[${exampleOf(schema.element)}]`;
  const inner = innerOf(schema);
  return inner === undefined ? "{}" : exampleOf(inner);
}

/** The whole number nearest to a number that a schema allows. */
export function fit(schema: z.ZodNumber, number: number): number {
  const { least, most } = boundsOf(schema);
  return Math.min(Math.max(Math.round(number), least), most);
}

function describeNumber(schema: z.ZodNumber): string {
  const { least, most } = boundsOf(schema);
  const open = least === Number.MIN_SAFE_INTEGER && most === Number.MAX_SAFE_INTEGER;
  return open ? "a whole number" : `a whole number from ${least} to ${most}`;
}

/** A whole number without bounds of its own has those of exact arithmetic. */
function boundsOf({ minValue, maxValue }: z.ZodNumber) {
  return {
    least: minValue ?? Number.MIN_SAFE_INTEGER,
    most: maxValue ?? Number.MAX_SAFE_INTEGER,
  };
}

/** The schema of the value at a path; undefined where the schema knows nothing. */
export function schemaAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  const part = partOf(schema, step);
  return part === undefined ? undefined : schemaAt(part, rest);
}

/** Names of the keys a map may have. */
export function keysOf(schema: z.core.$ZodType): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(keysOf);
  const inner = innerOf(schema);
  return inner === undefined ? [] : keysOf(inner);
}

/** Whether a wrong value may be a secret, which no message may repeat: the schema's `confidential` says so. */
export function isConfidential(schema: z.core.$ZodType): boolean {
  const inner = innerOf(schema);
  return metaOf(schema)["confidential"] === true || (inner !== undefined && isConfidential(inner));
}

/** What to do about a key that a map refuses for a reason of its own, from the map's `refused` texts. */
export function refusalOf(schema: z.core.$ZodType, key: string): string | undefined {
  const { refused } = metaOf(schema);
  if (typeof refused === "object" && refused !== null && Object.hasOwn(refused, key))
    return String(Object.entries(refused).find(([name]) => name === key)?.[1]);
  const inner = innerOf(schema);
  return inner === undefined ? undefined : refusalOf(inner, key);
}

function exampleOfMap(schema: z.ZodObject): string {
  const required = Object.entries(schema.shape)
    .filter(([, part]) => !z.safeParse(part, undefined).success)
    .map(([key, part]) => `${key}: ${exampleOf(part)}`);
  return required.length === 0 ? "{}" : `{ ${required.join(", ")} }`;
}

function partOf(schema: z.core.$ZodType, step: string | number): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject)
    return Object.hasOwn(schema.shape, step) ? schema.shape[step] : undefined;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodUnion)
    return schema.options.map((option) => partOf(option, step)).find((part) => part !== undefined);
  const inner = innerOf(schema);
  return inner === undefined ? undefined : partOf(inner, step);
}

/** The schema inside of all wrappers. */
export function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const inner = innerOf(schema);
  return inner === undefined ? schema : unwrap(inner);
}

/** What a wrapper wraps, seen from the side of what is written. */
function innerOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodCatch ||
    schema instanceof z.ZodReadonly
  )
    return schema.def.innerType;
  // A preprocessed value is described by what comes out of the preparation.
  if (schema instanceof z.ZodPipe)
    return schema.in instanceof z.ZodTransform ? schema.out : schema.in;
  return undefined;
}

function metaOf(schema: z.core.$ZodType): Readonly<Record<string, unknown>> {
  return z.globalRegistry.get(schema) ?? {};
}
