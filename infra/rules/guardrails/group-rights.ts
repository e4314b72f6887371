import { mustBe } from "../inputs";
import { eachOf, type Guardrail } from "../model";

export const groupRights: Guardrail = {
  id: "group-rights",
  what: "people hold rights through groups",
  why: "a right given to one person by name is forgotten when that person leaves",
  severity: "error",
  source: "Azure review checklists, AVD: 2d41e361; row A30 (a joiner is a group membership only)",
  remedy: "give the role to a group, set principalType to Group, and make the person a member",
  check: eachOf(["authorization:RoleAssignment"], (assignment) =>
    mustBe(assignment, "principalType", "Group", "ServicePrincipal"),
  ),
};
