import { eachOf, type Guardrail } from "../model";
import { givesRole, isForPeople, roleOf } from "../role-assignments";

export const broadRoles: Guardrail = {
  id: "broad-roles",
  what: "nobody holds a role that rules a whole scope, and no person one that reads keys or runs programs as the system",
  why: "one such login is the whole firm: with it come every key, every file, and the right to let others in",
  severity: "error",
  source:
    "Azure review checklists, AVD: baaab757; row A29; Coaxis 2023 (one client's login was the way in)",
  remedy:
    "give the narrow role that the work needs; engineers get broad ones for hours, through PIM",
  check: eachOf(["authorization:RoleAssignment"], (assignment) => {
    const broad = givesRole(
      assignment,
      "owner",
      "contributor",
      "userAccessAdministrator",
      "roleBasedAccessControlAdministrator",
    );
    const keys = givesRole(
      assignment,
      "storageAccountContributor",
      "keyVaultContributor",
      "keyVaultSecretsOfficer",
      "virtualMachineContributor",
    );
    return broad || (keys && isForPeople(assignment))
      ? `it gives ${roleOf(assignment)}`
      : undefined;
  }),
};
