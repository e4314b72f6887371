import { keyOf } from "../store/resources";
import type { Resource, Use } from "../store/resources";
import { ArmError } from "./error";
import { isLoose } from "./rules/loose-uses";
import { refuseLockedDeletion } from "./rules/locks";
import { inUse } from "./rules/in-use";
import { heldChildren } from "./rules/held-children";
import { refuseLockedPolicies } from "./rules/immutability-policy";
import { refuseProtectedShares } from "./rules/protected-shares";
import { refuseStoppedMachine } from "./rules/stopped-machine";
import { companionsOf } from "./rules/companions";
import type { World } from "./world";

/**
 * Removes a resource with all that Azure removes along with it. A resource that is not there is as
 * good as removed.
 *
 * @throws {ArmError} when something that stays depends on something that would go, or a lock forbids it.
 */
export function remove(world: World, id: string): void {
  const resource = world.resources.get(id);
  if (resource === undefined) return;
  const going = goingWith(world, resource);
  refuseLockedDeletion(world, resource.id, going);
  refuseLockedPolicies(going);
  refuseProtectedShares(world, going);
  refuseStoppedMachine(world, resource);
  const children = heldChildren(resource, going);
  if (children.length > 0)
    throw new ArmError(
      409,
      "CannotDeleteResource",
      `Cannot delete resource '${resource.id}' while nested resources exist: ${list(children.map((child) => child.id))}. Please delete all nested resources before deleting this resource.`,
    );
  const keys = new Set(going.map((each) => keyOf(each.id)));
  const users = going.flatMap((each) =>
    world.resources.usersOf(each.id).filter((use) => !keys.has(keyOf(use.source)) && !isLoose(use)),
  );
  const [first] = users;
  if (first !== undefined) throw inUse(world, first.target, distinctSources(users));
  for (const each of going) world.resources.remove(each.id);
}

/** The resource, all that is below it, and what Azure lets go along with any of these. */
function goingWith(world: World, resource: Resource): readonly Resource[] {
  const going = new Map<string, Resource>();
  const add = (each: Resource): void => {
    if (going.has(keyOf(each.id))) return;
    going.set(keyOf(each.id), each);
    for (const other of [...world.resources.below(each.id), ...companionsOf(world, each)])
      add(other);
  };
  add(resource);
  return [...going.values()];
}

function distinctSources(users: readonly Use[]): readonly string[] {
  return [...new Set(users.map(({ source }) => source))];
}

function list(ids: readonly string[]): string {
  const shown = ids
    .slice(0, 5)
    .map((id) => `'${id}'`)
    .join(", ");
  return ids.length > 5 ? `${shown} and ${ids.length - 5} more` : shown;
}
