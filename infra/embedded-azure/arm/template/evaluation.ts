import type { Json, JsonObject } from "../../values/property";
import { isArray, isJsonObject } from "../../values/property";
import { ArmError } from "../error";
import type { Expression } from "./expression";
import { parseExpression, plainText } from "./expression";
import { pureFunctions, text } from "./pure-functions";

/** A function that knows the deployment it is used in; keys in lower case. */
export type Functions = Readonly<Record<string, (given: readonly Json[]) => Json>>;

/** Computes every expression in a value, at any depth. */
export function evaluate(value: Json, functions: Functions): Json {
  if (typeof value === "string") {
    const expression = parseExpression(value);
    return expression === undefined ? plainText(value) : compute(expression, functions);
  }
  if (isArray<Json>(value)) return value.map((element) => evaluate(element, functions));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, evaluate(inner, functions)]),
  );
}

/** Computes every expression in an object. */
export function evaluateObject(value: JsonObject, functions: Functions): JsonObject {
  const result = evaluate(value, functions);
  return isJsonObject(result) ? result : {};
}

function compute(expression: Expression, functions: Functions): Json {
  switch (expression.kind) {
    case "value":
      return expression.value;
    case "member":
      return memberOf(compute(expression.of, functions), expression.name);
    case "element": {
      const of = compute(expression.of, functions);
      const at = compute(expression.at, functions);
      return isArray<Json>(of) && typeof at === "number"
        ? elementOf(of, at)
        : memberOf(of, text(at));
    }
    case "call":
      return call(expression.name, expression.given, functions);
  }
}

function call(name: string, given: readonly Expression[], functions: Functions): Json {
  const key = name.toLowerCase();
  if (key === "if") {
    // Only the branch that counts is computed: the other may not make sense.
    const [condition, yes, no] = given;
    const branch = condition !== undefined && compute(condition, functions) === true ? yes : no;
    return branch === undefined ? null : compute(branch, functions);
  }
  const values = given.map((each) => compute(each, functions));
  const own = ownFunction(functions, key);
  if (own !== undefined) return own(values);
  const pure = Object.hasOwn(pureFunctions, key) ? pureFunctions[key] : undefined;
  if (pure === undefined)
    throw new ArmError(
      400,
      "InvalidTemplate",
      `The embedded Azure does not know the template function '${name}'.`,
    );
  return pure(...values);
}

function ownFunction(
  functions: Functions,
  key: string,
): ((given: readonly Json[]) => Json) | undefined {
  if (Object.hasOwn(functions, key)) return functions[key];
  // Every type has list functions of its own: listKeys, listRegistrationTokens.
  if (!key.startsWith("list") || !Object.hasOwn(functions, "list*")) return undefined;
  return (given) => functions["list*"]?.([key, ...given]) ?? null;
}

function memberOf(value: Json, name: string): Json {
  if (isJsonObject(value)) {
    const key = Object.keys(value).find((each) => each.toLowerCase() === name.toLowerCase());
    const member = key === undefined ? undefined : value[key];
    if (member !== undefined) return member;
  }
  throw new ArmError(
    400,
    "InvalidTemplate",
    `Unable to process template language: the property '${name}' doesn't exist, available properties are '${isJsonObject(value) ? Object.keys(value).join(", ") : ""}'.`,
  );
}

function elementOf(values: readonly Json[], at: number): Json {
  const element = values[at];
  if (element !== undefined) return element;
  throw new ArmError(
    400,
    "InvalidTemplate",
    `Unable to process template language: the array index '${at}' is out of bounds of ${values.length} elements.`,
  );
}
