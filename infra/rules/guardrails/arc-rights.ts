import { isAllowedArcExtension } from "../../slim-server/arc-extensions";
import { UNKNOWN, type RegisteredResource } from "../../resources/registered";
import { inputAt, isInside, ofType, textAt } from "../inputs";
import { together, type Breach, type Circumstances, type Guardrail } from "../model";
import { givesRole, roleAssignments, roleOf } from "../role-assignments";

export const arcRights: Guardrail = {
  id: "arc-rights",
  what: "nobody but the administrators that the firm's file names can reach an office's machines by Azure, and Azure installs on them what the allow list has only",
  why: "what Azure runs on a machine runs as its system account: on a domain controller, a contributor in Azure rules the whole domain",
  severity: "error",
  source:
    "learn.microsoft.com/azure/azure-arc/servers/security-overview; row A10 (Contributor on a controller's Arc scope)",
  remedy:
    "give the role elsewhere, or list the group under arc.administrators of the office; install by the kit what the allow list does not have",
  check: together((resources, circumstances) => [
    ...roleAssignments(resources).flatMap((assignment) => rights(assignment, circumstances)),
    ...installed(resources),
  ]),
};

/** Roles that only look; any other one, and any of our own, may write. */
const harmless = ["reader"] as const;

function rights(assignment: RegisteredResource, { arcGroups }: Circumstances): readonly Breach[] {
  const scope = textAt(assignment, "scope");
  if (scope === undefined || scope === UNKNOWN || givesRole(assignment, ...harmless)) return [];
  return arcGroups
    .filter(({ id }) => reaches(scope, id))
    .filter(
      ({ administrators }) => !administrators.includes(textAt(assignment, "principalId") ?? ""),
    )
    .map(({ id }) => ({
      resource: assignment,
      met: `it gives ${roleOf(assignment)} on what is in ${id.slice(id.lastIndexOf("/") + 1)}`,
    }));
}

/** Rights on a subscription or a management group come down to every group in it. */
function reaches(scope: string, group: string): boolean {
  return (
    scope.toLowerCase() === group.toLowerCase() ||
    isInside(group, scope) ||
    isInside(scope, group) ||
    scope.toLowerCase().startsWith("/providers/microsoft.management/managementgroups/")
  );
}

function installed(resources: readonly RegisteredResource[]): readonly Breach[] {
  return [
    ...ofType(resources, "hybridcompute:MachineExtension")
      .map((resource) => ({
        resource,
        publisher: String(inputAt(resource, "properties.publisher")),
        type: String(inputAt(resource, "properties.type")),
      }))
      .filter(({ publisher, type }) => !isAllowedArcExtension(publisher, type))
      .map(({ resource, publisher, type }) => ({
        resource,
        met: `it installs ${publisher}.${type}`,
      })),
    ...ofType(resources, "hybridcompute:MachineRunCommand").map((resource) => ({
      resource,
      met: "it runs a command on a machine of an office",
    })),
  ];
}
