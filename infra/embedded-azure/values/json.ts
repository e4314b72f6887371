import type { Json, JsonObject } from "./property";

/** Reads JSON. What it reads is JSON by definition, which the type of the built-in reader does not say. */
export function parseJson(text: string): Json {
  const value: Json = JSON.parse(text);
  return value;
}

/** Reads JSON this program itself wrote as an object. */
export function parseObject(text: string): JsonObject {
  const value: JsonObject = JSON.parse(text);
  return value;
}

/** A scalar as text; nothing for what has no text of its own. */
export function textOf(value: Json | undefined): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : "";
}
