import { eachOf, type Guardrail } from "../model";
import { givesRole } from "../role-assignments";

export const localAdministrators: Guardrail = {
  id: "local-administrators",
  what: "people are users of the hosts they work on, never administrators",
  why: "on a shared host, an administrator reads what everybody else in it works on",
  severity: "error",
  source: "Azure review checklists, AVD: a0cdb3b5",
  remedy: "give Virtual Machine User Login",
  check: eachOf(["authorization:RoleAssignment"], (assignment) =>
    givesRole(assignment, "virtualMachineAdministratorLogin")
      ? "it gives Virtual Machine Administrator Login"
      : undefined,
  ),
};
