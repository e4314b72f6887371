import { createHash } from "node:crypto";

import { stableGuid } from "../../../azure/guid";
import { parseJson } from "../../values/json";
import type { Json } from "../../values/property";
import { isArray, isJsonObject } from "../../values/property";
import { ArmError } from "../error";
import { timeAfter, timeText } from "./time";

/** A function of templates that needs nothing but its arguments. */
export type PureFunction = (...given: readonly Json[]) => Json;

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions; keys in lower case. */
export const pureFunctions: Readonly<Record<string, PureFunction>> = {
  concat: (...given) =>
    given.every((each) => isArray<Json>(each))
      ? given.flatMap((each) => (isArray<Json>(each) ? each : []))
      : given.map(text).join(""),
  format: (pattern = "", ...given) =>
    text(pattern).replaceAll(/\{(\d+)(?::[^}]*)?\}/g, (_all, index: string) =>
      text(given[Number(index)] ?? ""),
    ),
  string: (value = "") => (typeof value === "string" ? value : JSON.stringify(value)),
  int: (value = 0) => Number(value),
  bool: (value = false) => value === true || /^(true|1)$/i.test(text(value)),
  json: (value = "null") => parseJson(text(value)),
  tolower: (value = "") => text(value).toLowerCase(),
  toupper: (value = "") => text(value).toUpperCase(),
  trim: (value = "") => text(value).trim(),
  replace: (value = "", old = "", by = "") => text(value).replaceAll(text(old), text(by)),
  split: (value = "", by = ",") => text(value).split(text(by)),
  join: (value = [], by = ",") => list(value).map(text).join(text(by)),
  substring: (value = "", from = 0, length) => {
    const start = Number(from);
    return text(value).slice(start, length === undefined ? undefined : start + Number(length));
  },
  take: (value = "", count = 0) =>
    typeof value === "string" ? value.slice(0, Number(count)) : list(value).slice(0, Number(count)),
  startswith: (value = "", start = "") =>
    text(value).toLowerCase().startsWith(text(start).toLowerCase()),
  endswith: (value = "", end = "") => text(value).toLowerCase().endsWith(text(end).toLowerCase()),
  padleft: (value = "", length = 0, by = " ") => text(value).padStart(Number(length), text(by)),
  first: (value = []) => (typeof value === "string" ? value.slice(0, 1) : (list(value)[0] ?? null)),
  last: (value = []) =>
    typeof value === "string" ? value.slice(-1) : (list(value).at(-1) ?? null),
  length: (value = []) =>
    isJsonObject(value)
      ? Object.keys(value).length
      : typeof value === "string"
        ? value.length
        : list(value).length,
  empty: (value = null) => value === null || pureFunctions["length"]?.(value) === 0,
  contains: (value = "", part = "") =>
    isJsonObject(value)
      ? text(part) in value
      : typeof value === "string"
        ? value.includes(text(part))
        : list(value).includes(part),
  createarray: (...given) => given,
  createobject: (...given) =>
    Object.fromEntries(
      given.flatMap((key, index) =>
        index % 2 === 0 ? [[text(key), given[index + 1] ?? null]] : [],
      ),
    ),
  union: (...given) =>
    given.every((each) => isJsonObject(each))
      ? Object.assign({}, ...given)
      : [...new Set(given.flatMap(list))],
  coalesce: (...given) => given.find((each) => each !== null) ?? null,
  equals: (a = null, b = null) =>
    typeof a === "string" && typeof b === "string"
      ? a.toLowerCase() === b.toLowerCase()
      : JSON.stringify(a) === JSON.stringify(b),
  not: (value = false) => value !== true,
  and: (...given) => given.every((each) => each === true),
  or: (...given) => given.some((each) => each === true),
  less: (a = 0, b = 0) => a !== null && b !== null && a < b,
  greater: (a = 0, b = 0) => a !== null && b !== null && a > b,
  add: (a = 0, b = 0) => Number(a) + Number(b),
  sub: (a = 0, b = 0) => Number(a) - Number(b),
  mul: (a = 0, b = 0) => Number(a) * Number(b),
  div: (a = 0, b = 1) => Math.trunc(Number(a) / Number(b)),
  mod: (a = 0, b = 1) => Number(a) % Number(b),
  min: (...given) => Math.min(...given.flatMap(numbers)),
  max: (...given) => Math.max(...given.flatMap(numbers)),
  true: () => true,
  false: () => false,
  null: () => null,
  base64: (value = "") => Buffer.from(text(value)).toString("base64"),
  guid: (...given) => stableGuid(...given.map(text)),
  // Azure's own hash is not published; any that is always the same and spreads well will do.
  uniquestring: (...given) =>
    BigInt(`0x${createHash("sha256").update(JSON.stringify(given)).digest("hex")}`)
      .toString(32)
      .slice(0, 13),
  datetimeadd: (base = "", duration = "", format) =>
    timeText(
      timeAfter(text(base), text(duration)),
      format === undefined ? "yyyy-MM-ddTHH:mm:ssZ" : text(format),
    ),
};

/** A value as text; ARM refuses to make text of objects by itself. */
export function text(value: Json): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw new ArmError(
    400,
    "InvalidTemplate",
    `Unable to process template language: a text is wanted, not ${JSON.stringify(value)}.`,
  );
}

function list(value: Json): readonly Json[] {
  if (isArray<Json>(value)) return value;
  throw new ArmError(
    400,
    "InvalidTemplate",
    `Unable to process template language: an array is wanted, not ${JSON.stringify(value)}.`,
  );
}

function numbers(value: Json): readonly number[] {
  return isArray<Json>(value) ? value.map(Number) : [Number(value)];
}
