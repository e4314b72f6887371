import { builtInRoles, type RoleName } from "../azure/roles";
import type { RegisteredResource } from "../resources/registered";
import { inputAt, ofType, textAt } from "./inputs";

/** Whether an assignment gives one of Azure's own roles. */
export function givesRole(assignment: RegisteredResource, ...names: readonly RoleName[]): boolean {
  const id = textAt(assignment, "roleDefinitionId")?.toLowerCase();
  return id !== undefined && names.some((name) => id.endsWith(`/${builtInRoles[name].id}`));
}

/** Azure's name of the role that an assignment gives, or the id of another one's definition. */
export function roleOf(assignment: RegisteredResource): string {
  const id = textAt(assignment, "roleDefinitionId") ?? "a role that is not known yet";
  const known = Object.values(builtInRoles).find((role) =>
    id.toLowerCase().endsWith(`/${role.id}`),
  );
  return known?.name ?? id;
}

/** Whether an assignment is for people, by their group or one by one; for a program otherwise. */
export function isForPeople(assignment: RegisteredResource): boolean {
  return inputAt(assignment, "principalType") !== "ServicePrincipal";
}

/** The groups of this stack that an assignment is for: their ids are known only later, that it waits for them is known now. */
export function groupsOf(
  assignment: RegisteredResource,
  resources: readonly RegisteredResource[],
): readonly RegisteredResource[] {
  return resources.filter(
    ({ type, urn }) => type === "azuread:index/group:Group" && assignment.dependsOn.includes(urn),
  );
}

/** Somebody who may take up a group's rights, until a day. */
export const timedMemberType =
  "azuread:index/privilegedAccessGroupEligibilitySchedule:PrivilegedAccessGroupEligibilitySchedule";

/** Whether nobody is in a group of this stack, and whoever may take its rights up may do so until a day. */
export function isTakenUpForATime(
  group: RegisteredResource,
  resources: readonly RegisteredResource[],
): boolean {
  const about = resources.filter(({ dependsOn }) => dependsOn.includes(group.urn));
  const times = about.filter(({ type }) => type === timedMemberType);
  return (
    inputAt(group, "members") === undefined &&
    !about.some(({ type }) => type === "azuread:index/groupMember:GroupMember") &&
    times.length > 0 &&
    times.every((time) => textAt(time, "expirationDate") !== undefined)
  );
}

export function roleAssignments(
  resources: readonly RegisteredResource[],
): readonly RegisteredResource[] {
  return ofType(resources, "authorization:RoleAssignment");
}
