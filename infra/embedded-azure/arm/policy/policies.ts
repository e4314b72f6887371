import { keyOf } from "../../store/resources";
import type { Resource } from "../../store/resources";
import { textOf } from "../../values/json";
import type { Json, JsonObject } from "../../values/property";
import { isArray, isJsonObject, valueAt } from "../../values/property";
import { ArmError } from "../error";
import { partsOf } from "../existence";
import { evaluate } from "../template/evaluation";
import type { Functions } from "../template/evaluation";
import { text } from "../template/pure-functions";
import type { Change, Rule, World } from "../world";
import { builtInDefinitions } from "./built-in";
import type { Definition } from "./built-in";
import type { Condition } from "./condition";
import { holds, parseCondition } from "./condition";
import { fieldValues } from "./field";
import { isSelected } from "./selectors";

// Azure Policy, as far as it denies: https://learn.microsoft.com/azure/governance/policy/concepts/effect-deny

const authorization = "Microsoft.Authorization";
const assignmentType = `${authorization}/policyAssignments`;

/** A definition of a program's own has a rule that can be evaluated. */
export const policyRuleIsKnown: Rule = (_world, { wish, parts }) => {
  if (keyOf(parts.type) === keyOf(`${authorization}/policyDefinitions`))
    parseCondition(valueAt(wish.body, "policyRule.if"));
};

/** An assignment hands over all that its definition asks for, and nothing else. */
export const assignmentIsComplete: Rule = (world, { wish, parts, name }) => {
  if (keyOf(parts.type) !== keyOf(assignmentType)) return;
  const { parameters } = wish.body;
  const given = isJsonObject(parameters) ? parameters : {};
  const asked = parametersOf(world, textOf(wish.body["policyDefinitionId"]));
  if (asked === undefined) return;
  const missing = Object.entries(asked)
    .filter(
      ([key, form]) => given[key] === undefined && valueAt(form, "defaultValue") === undefined,
    )
    .map(([key]) => key);
  if (missing.length > 0)
    throw new ArmError(
      400,
      "MissingPolicyParameter",
      `The policy assignment '${name}' is missing the parameter(s) ${list(missing)} as defined in the policy definition.`,
    );
  const strange = Object.keys(given).filter((key) => asked[key] === undefined);
  if (strange.length > 0)
    throw new ArmError(
      400,
      "UndefinedPolicyParameter",
      `The policy assignment '${name}' has defined parameters ${list(strange)} which are not defined in the policy definition.`,
    );
};

/** Nothing is made or changed that an assigned policy denies. */
export const policiesAllow: Rule = (world, change) => {
  const { parts, name } = change;
  if (/^Microsoft\.(Authorization|Resources\/deployments)/i.test(parts.type)) return;
  for (const assignment of world.resources.ofType(assignmentType)) {
    const { body } = assignment;
    if (body["enforcementMode"] === "DoNotEnforce" || !concerns(world, assignment, change))
      continue;
    for (const { id, definition, given } of definitionsOf(world, assignment)) {
      if (!denies(definition, given, change)) continue;
      const shown = textOf(body["displayName"]) || assignment.name;
      // https://github.com/microsoft/vscode-azurefunctions/issues/1244
      throw new ArmError(
        403,
        "RequestDisallowedByPolicy",
        `Resource '${name}' was disallowed by policy. Policy identifiers: '${JSON.stringify([
          {
            policyAssignment: { name: shown, id: assignment.id },
            policyDefinition: { name: definition.name, id },
          },
        ])}'.`,
      );
    }
  }
};

/** Whether an assignment is above a resource and selects it, and neither leaves it out nor is it exempt. */
function concerns({ resources, now }: World, assignment: Resource, change: Change): boolean {
  const { id } = change.wish;
  const isUnder = (scope: string): boolean =>
    `${keyOf(id)}/`.startsWith(`${keyOf(scope).replace(/\/$/, "")}/`);
  const { notScopes, resourceSelectors } = assignment.body;
  if (!isSelected(resourceSelectors, change)) return false;
  if (!isUnder(partsOf(assignment.id)?.parentId ?? "")) return false;
  if (isArray<Json>(notScopes) && notScopes.some((scope) => isUnder(textOf(scope)))) return false;
  return !resources.ofType(`${authorization}/policyExemptions`).some(({ id: exemption, body }) => {
    const end = Date.parse(textOf(body["expiresOn"]));
    return (
      keyOf(textOf(body["policyAssignmentId"])) === keyOf(assignment.id) &&
      isUnder(partsOf(exemption)?.parentId ?? "") &&
      isSelected(body["resourceSelectors"], change) &&
      !(end <= now.getTime())
    );
  });
}

function list(names: readonly string[]): string {
  return `'${names.join("', '")}'`;
}

function objectAt(value: Json | undefined, name: string): JsonObject {
  const inner = valueAt(value, name);
  return isJsonObject(inner) ? inner : {};
}

interface Assigned {
  readonly id: string;
  readonly definition: Definition;
  /** Values of its parameters. */
  readonly given: JsonObject;
}

/** The definitions an assignment means: one, or those of a set. */
function definitionsOf(world: World, assignment: Resource): readonly Assigned[] {
  const id = textOf(assignment.body["policyDefinitionId"]);
  const { parameters } = assignment.body;
  const set = world.resources.get(id);
  if (set === undefined || !/\/policySetDefinitions$/i.test(set.type))
    return assigned(world, id, valuesIn(parameters));
  const values = withDefaults(set.body["parameters"], valuesIn(parameters));
  const { policyDefinitions } = set.body;
  return (isArray<Json>(policyDefinitions) ? policyDefinitions : []).flatMap((member) => {
    const handed = evaluate(valuesIn(valueAt(member, "parameters")), functionsOf(values));
    return assigned(
      world,
      textOf(valueAt(member, "policyDefinitionId")),
      isJsonObject(handed) ? handed : {},
    );
  });
}

function assigned(world: World, id: string, given: JsonObject): readonly Assigned[] {
  const definition = definitionAt(world, id);
  return definition === undefined
    ? []
    : [{ id, definition, given: withDefaults(definition.parameters, given) }];
}

/** Undefined for Azure's own that is not in the table. */
function definitionAt({ resources }: World, id: string): Definition | undefined {
  const own = resources.get(id);
  if (own === undefined) return builtInDefinitions[keyOf(id).replace(/^.*\//, "")];
  const { mode, parameters, policyRule, displayName } = own.body;
  return {
    name: textOf(displayName) || own.name,
    mode: mode === "Indexed" ? "Indexed" : "All",
    parameters: isJsonObject(parameters) ? parameters : {},
    when: objectAt(policyRule, "if"),
    effect: valueAt(policyRule, "then.effect") ?? "",
  };
}

function parametersOf(world: World, id: string): JsonObject | undefined {
  const own = world.resources.get(id)?.body["parameters"];
  return definitionAt(world, id)?.parameters ?? (isJsonObject(own) ? own : undefined);
}

function denies({ mode, when, effect }: Definition, given: JsonObject, change: Change): boolean {
  if (mode === "Indexed" && typeof change.wish.body["location"] !== "string") return false;
  if (mode === "Indexed" && /\/resourceGroups$/i.test(change.parts.type)) return false;
  const functions = functionsOf(given, change);
  const isDenied = /^deny$/i.test(textOf(evaluate(effect, functions)));
  return isDenied && isMet(parseCondition(when), functions, change);
}

function isMet(condition: Condition, functions: Functions, change: Change): boolean {
  switch (condition.kind) {
    case "allOf":
      return condition.conditions.every((each) => isMet(each, functions, change));
    case "anyOf":
      return condition.conditions.some((each) => isMet(each, functions, change));
    case "not":
      return !isMet(condition.condition, functions, change);
    case "test": {
      const what = evaluate(condition.what, functions);
      const operand = evaluate(condition.operand, functions);
      const values = condition.subject === "value" ? [what] : fieldValues(change, textOf(what));
      // Of a `[*]` alias, all elements have to be so.
      return values.every((value) => holds(value, condition.operator, operand));
    }
  }
}

function functionsOf(given: JsonObject, change?: Change): Functions {
  return {
    parameters: ([name = ""]) => given[text(name)] ?? null,
    field: ([name = ""]) =>
      change === undefined ? null : (fieldValues(change, text(name))[0] ?? null),
  };
}

/** `{ name: { value } }`, as parameters are handed over. */
function valuesIn(parameters: Json | undefined): JsonObject {
  return Object.fromEntries(
    Object.entries(isJsonObject(parameters) ? parameters : {}).map(([name, given]) => [
      name,
      valueAt(given, "value") ?? null,
    ]),
  );
}

function withDefaults(forms: Json | undefined, given: JsonObject): JsonObject {
  const defaults = Object.entries(isJsonObject(forms) ? forms : {}).flatMap(([name, form]) => {
    const value = valueAt(form, "defaultValue");
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(defaults), ...given };
}
