import { together, type Guardrail } from "../model";
import {
  givesRole,
  groupsOf,
  isForPeople,
  isTakenUpForATime,
  roleAssignments,
  roleOf,
} from "../role-assignments";

export const broadRoles: Guardrail = {
  id: "broad-roles",
  what: "nobody holds a role that rules a whole scope, and no person one that reads keys, or for good one that runs programs as the system",
  why: "one such login is the whole firm: with it come every key, every file, and the right to let others in",
  severity: "error",
  source:
    "Azure review checklists, AVD: baaab757; row A29; Coaxis 2023 (one client's login was the way in)",
  remedy:
    "give the narrow role that the work needs; technicians get hosts for hours, through PIM: access.technicians",
  check: together((resources) =>
    roleAssignments(resources)
      .filter((assignment) => {
        if (givesRole(assignment, ...ruling)) return true;
        if (!isForPeople(assignment)) return false;
        if (givesRole(assignment, ...readingKeys)) return true;
        return (
          givesRole(assignment, "virtualMachineContributor") &&
          !groupsOf(assignment, resources).some((group) => isTakenUpForATime(group, resources))
        );
      })
      .map((assignment) => ({ resource: assignment, met: `it gives ${roleOf(assignment)}` })),
  ),
};

const ruling = [
  "owner",
  "contributor",
  "userAccessAdministrator",
  "roleBasedAccessControlAdministrator",
] as const;

const readingKeys = [
  "storageAccountContributor",
  "keyVaultContributor",
  "keyVaultSecretsOfficer",
] as const;
