import { UNKNOWN } from "../../resources/registered";
import { isInside, textAt } from "../inputs";
import { eachOf, type Guardrail } from "../model";

export const roleScope: Guardrail = {
  id: "role-scope",
  what: "rights are given on a resource or a group of this stack's own subscription, never on more",
  why: "a right on the subscription holds for everything that will ever be put there; one beyond it holds for other firms",
  severity: "error",
  source: "Azure review checklists, AVD: baaab757 (least privilege); row A07",
  remedy: "give the role on the resource that needs it",
  check: eachOf(["authorization:RoleAssignment"], (assignment, { subscription }) => {
    const scope = textAt(assignment, "scope");
    if (scope === undefined) return "scope is not set";
    if (scope === UNKNOWN || isInside(scope, `/subscriptions/${subscription}/resourceGroups`))
      return undefined;
    return `scope is ${scope}`;
  }),
};
