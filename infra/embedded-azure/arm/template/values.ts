import type { Json, JsonObject } from "../../values/property";
import { isArray, isJsonObject } from "../../values/property";
import { textOf } from "../../values/json";
import { stringsIn } from "../../values/secrecy";
import { ArmError } from "../error";
import type { World } from "../world";
import type { Functions } from "./evaluation";
import { evaluate } from "./evaluation";
import { secretReferredTo } from "./key-vault-reference";
import type { Values } from "./scope";
import { defaultValueFunctions } from "./scope";

interface TemplateValues {
  readonly functions: Functions;
  /** Every text handed over in a secure parameter. */
  readonly secrets: () => readonly string[];
}

interface Needs {
  readonly resourceNamed: Values["resourceNamed"];
  readonly functionsFor: (values: Values) => Functions;
}

/**
 * The functions of a template with its parameters and variables, each computed once, when first
 * asked for.
 *
 * @throws {ArmError} when a parameter is given that the template has not, or one it has is missing.
 */
export function templateValues(
  world: World,
  template: JsonObject,
  given: JsonObject,
  { resourceNamed, functionsFor }: Needs,
): TemplateValues {
  const declared = sectionOf(template, "parameters");
  const variables = sectionOf(template, "variables");
  const parameterValues = new Map<string, Json>();
  const variableValues = new Map<string, Json>();
  const computing = new Set<string>();

  const once = (
    kind: string,
    name: string,
    known: Map<string, Json>,
    compute: () => Json,
  ): Json => {
    const before = known.get(name);
    if (before !== undefined) return before;
    if (computing.has(`${kind} ${name}`)) throw invalid(`${kind} '${name}' depends on itself.`);
    computing.add(`${kind} ${name}`);
    const value = compute();
    computing.delete(`${kind} ${name}`);
    known.set(name, value);
    return value;
  };
  const values: Values = {
    resourceNamed,
    parameter: (wanted) => {
      const name = nameIn(declared, wanted);
      const declaration = name === undefined ? undefined : declared[name];
      if (name === undefined || !isJsonObject(declaration))
        throw invalid(`The template parameter '${wanted}' is not found.`);
      return once("parameter", name, parameterValues, () =>
        parameterValue(name, declaration, given, world, {
          ...functions,
          ...defaultValueFunctions(world),
        }),
      );
    },
    variable: (wanted) => {
      const name = nameIn(variables, wanted);
      if (name === undefined) throw invalid(`The template variable '${wanted}' is not found.`);
      return once("variable", name, variableValues, () =>
        evaluate(variables[name] ?? null, functions),
      );
    },
  };
  const functions: Functions = functionsFor(values);
  for (const name of Object.keys(given))
    if (nameIn(declared, name) === undefined)
      throw invalid(
        `The following parameters were supplied, but do not correspond to any parameters defined in the template: '${name}'.`,
      );
  // A missing parameter is refused even when nothing asks for it.
  for (const name of Object.keys(declared)) values.parameter(name);
  return {
    functions,
    secrets: () =>
      Object.entries(declared)
        .filter(([, each]) => isJsonObject(each) && /^secure/i.test(textOf(each["type"])))
        .flatMap(([name]) => [...stringsIn(values.parameter(name))].map(([, text]) => text)),
  };
}

function parameterValue(
  name: string,
  declaration: JsonObject,
  given: JsonObject,
  world: World,
  functions: Functions,
): Json {
  const givenName = nameIn(given, name);
  const handed = givenName === undefined ? undefined : given[givenName];
  const reference = isJsonObject(handed) ? handed["reference"] : undefined;
  if (isJsonObject(reference)) return secretReferredTo(world, name, reference);
  const value = isJsonObject(handed) ? handed["value"] : undefined;
  if (isJsonObject(handed) && value === undefined)
    throw invalid(`The parameter '${name}' has neither a value nor a reference.`);
  const fallback = declaration["defaultValue"];
  const result = value ?? (fallback === undefined ? undefined : evaluate(fallback, functions));
  if (result === undefined)
    throw invalid(`The value for the template parameter '${name}' is not provided.`);
  const allowed = declaration["allowedValues"];
  if (isArray<Json>(allowed) && !allowed.includes(result))
    throw invalid(
      `The provided value ${JSON.stringify(result)} for the template parameter '${name}' is not valid. It is not part of the allowed values '${allowed.map(String).join(", ")}'.`,
    );
  return result;
}

/** Names of parameters and variables are compared without case. */
function nameIn(section: JsonObject, wanted: string): string | undefined {
  return Object.keys(section).find((name) => name.toLowerCase() === wanted.toLowerCase());
}

function sectionOf(template: JsonObject, name: string): JsonObject {
  const section = template[name];
  return isJsonObject(section) ? section : {};
}

function invalid(text: string): ArmError {
  return new ArmError(400, "InvalidTemplate", text);
}
