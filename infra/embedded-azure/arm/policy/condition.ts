import type { Json, JsonObject } from "../../values/property";
import { isArray, isJsonObject } from "../../values/property";
import { ArmError } from "../error";

/** How a value is compared: https://learn.microsoft.com/azure/governance/policy/concepts/definition-structure-policy-rule#conditions */
const operators = [
  "equals",
  "notEquals",
  "like",
  "notLike",
  "in",
  "notIn",
  "contains",
  "notContains",
  "exists",
  "less",
  "lessOrEquals",
  "greater",
  "greaterOrEquals",
] as const;

export type Operator = (typeof operators)[number];

/** What a policy looks for. */
export type Condition =
  | { readonly kind: "allOf" | "anyOf"; readonly conditions: readonly Condition[] }
  | { readonly kind: "not"; readonly condition: Condition }
  | {
      readonly kind: "test";
      /** A property of the resource by its alias, or a value by itself; both may be expressions. */
      readonly subject: "field" | "value";
      readonly what: Json;
      readonly operator: Operator;
      readonly operand: Json;
    };

/**
 * Reads the condition of a policy's rule.
 *
 * @throws {ArmError} when it has something in it that is no condition, or none the embedded Azure knows.
 */
export function parseCondition(value: Json | undefined): Condition {
  if (!isJsonObject(value)) throw unknown("a condition", value);
  const { allOf, anyOf, not, field } = value;
  if (isArray<Json>(allOf)) return { kind: "allOf", conditions: allOf.map(parseCondition) };
  if (isArray<Json>(anyOf)) return { kind: "anyOf", conditions: anyOf.map(parseCondition) };
  if (not !== undefined) return { kind: "not", condition: parseCondition(not) };
  const subject = field === undefined ? "value" : "field";
  const what = value[subject];
  const operator = operators.find((each) => value[each] !== undefined);
  const operand = operator === undefined ? undefined : value[operator];
  if (what === undefined || operator === undefined || operand === undefined)
    throw unknown("a condition", value);
  return { kind: "test", subject, what, operator, operand };
}

/** Whether a value is as an operator says; text without regard to case. Undefined: there is no such property. */
export function holds(value: Json | undefined, operator: Operator, operand: Json): boolean {
  switch (operator) {
    case "equals":
      return same(value, operand);
    case "notEquals":
      return !same(value, operand);
    case "like":
      return isLike(value, operand);
    case "notLike":
      return !isLike(value, operand);
    case "in":
      return isIn(value, operand);
    case "notIn":
      return !isIn(value, operand);
    case "contains":
      return hasPart(value, operand);
    case "notContains":
      return !hasPart(value, operand);
    case "exists":
      return (value !== undefined && value !== null) === (plain(operand) === "true");
    case "less":
      return comparison(value, operand) < 0;
    case "lessOrEquals":
      return comparison(value, operand) <= 0;
    case "greater":
      return comparison(value, operand) > 0;
    case "greaterOrEquals":
      return comparison(value, operand) >= 0;
  }
}

function same(a: Json | undefined, b: Json): boolean {
  return a !== undefined && plain(a) === plain(b);
}

/** With at most one `*`, which stands for any text. */
function isLike(value: Json | undefined, pattern: Json): boolean {
  if (typeof value !== "string") return false;
  const [start = "", end] = plain(pattern).split("*");
  const text = plain(value);
  return end === undefined
    ? text === start
    : text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end);
}

function isIn(value: Json | undefined, list: Json): boolean {
  return isArray<Json>(list) && list.some((each) => same(value, each));
}

function hasPart(value: Json | undefined, part: Json): boolean {
  if (isArray<Json>(value)) return value.some((each) => same(each, part));
  return typeof value === "string" && plain(value).includes(plain(part));
}

/** Not a number, which is in no order, where the two cannot be compared. */
function comparison(a: Json | undefined, b: Json): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return a.localeCompare(b);
  return Number.NaN;
}

function plain(value: Json): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value).toLowerCase();
}

function unknown(what: string, value: Json | JsonObject | undefined): ArmError {
  return new ArmError(
    400,
    "InvalidPolicyRule",
    `Failed to parse policy rule: the embedded Azure knows no such thing as ${what}: ${JSON.stringify(value ?? null)}.`,
  );
}
