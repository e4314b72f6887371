import { UNKNOWN } from "../../resources/registered";
import { inputAt } from "../inputs";
import { eachOf, type Guardrail } from "../model";

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export const roleNames: Guardrail = {
  id: "role-names",
  what: "role assignments have a GUID of the program's as their name",
  why: "Azure takes no other; one that it makes up itself leads to a second assignment after an interrupted run",
  severity: "error",
  source: "learn.microsoft.com/azure/role-based-access-control/role-assignments-template",
  remedy: "name it by stableGuid of what it is for",
  check: eachOf(["authorization:RoleAssignment"], (assignment) => {
    const name = inputAt(assignment, "roleAssignmentName");
    if (name === UNKNOWN || (typeof name === "string" && guid.test(name))) return undefined;
    return name === undefined
      ? "roleAssignmentName is not set"
      : `roleAssignmentName is ${JSON.stringify(name)}`;
  }),
};
