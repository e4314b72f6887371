import type { RegisteredResource } from "../../resources/registered";
import { inputAt, isIdOf, ofType } from "../inputs";
import { together, type Guardrail } from "../model";
import { givesRole, groupsOf, roleAssignments } from "../role-assignments";

/** Ends of the names of groups whose members are not the firm's own people. */
const externals = /-(clients|salaries|intervenants|quadraconnect)$/;

export const externalsDesktop: Guardrail = {
  id: "externals-desktop",
  what: "externals start applications and have no desktop; nobody has both of one pool",
  why: "from a desktop one looks around; and two sessions on one profile lock each other out",
  severity: "error",
  source:
    "row A01 (none can be assigned a full desktop); Azure review checklists, AVD: 4e25d70e, b384b7ed",
  remedy: "assign externals to groups of type RemoteApp only, everybody else to one of the two",
  check: together((resources) => {
    const users = roleAssignments(resources).filter((one) =>
      givesRole(one, "desktopVirtualizationUser"),
    );
    const desktops = users.filter((one) => isOn(one, "Desktop", resources));
    const applications = users
      .filter((one) => isOn(one, "RemoteApp", resources))
      .flatMap((one) => groupsOf(one, resources));
    return desktops.flatMap((assignment) =>
      groupsOf(assignment, resources).flatMap((group) => [
        ...(externals.test(String(inputAt(group, "displayName")))
          ? [{ resource: assignment, met: `it gives a desktop to ${group.name}` }]
          : []),
        ...(applications.includes(group)
          ? [{ resource: assignment, met: `${group.name} has published applications as well` }]
          : []),
      ]),
    );
  }),
};

function isOn(
  assignment: RegisteredResource,
  kind: "Desktop" | "RemoteApp",
  resources: readonly RegisteredResource[],
): boolean {
  return ofType(resources, "desktopvirtualization:ApplicationGroup").some(
    (group) =>
      inputAt(group, "applicationGroupType") === kind &&
      isIdOf(inputAt(assignment, "scope"), group),
  );
}
