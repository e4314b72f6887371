import { endOf, keyOf } from "../store/resources";
import type { Resource, Use } from "../store/resources";
import { isStopped, refuseDeletingImmutable } from "./rules/backup-items";
import { companionsOf } from "./rules/companions";
import { purgedObject } from "./rules/deleted-secrets";
import { refusePurge } from "./rules/deleted-vaults";
import { refuseHeldChildren } from "./rules/held-children";
import { refuseLockedPolicies } from "./rules/immutability-policy";
import { inUse } from "./rules/in-use";
import { refuseLockedDeletion } from "./rules/locks";
import { isLoose } from "./rules/loose-uses";
import { refuseProtectedShares } from "./rules/protected-shares";
import { refuseStoppedMachine } from "./rules/stopped-machine";
import { refuseOccupiedPool } from "./rules/host-pool";
import { disconnectOther } from "./rules/peerings";
import { valueAt } from "../values/property";
import { deletedSoftly } from "./soft-delete";
import type { World } from "./world";

/**
 * Removes a resource with all that Azure removes along with it, softly where Azure does it softly. A
 * resource that is not there is as good as removed, and so is one that was removed softly.
 *
 * @throws {ArmError} when something that stays depends on something that would go, or a lock forbids it.
 */
export function remove(world: World, id: string): void {
  const resource = world.resources.get(id);
  if (resource === undefined) return;
  if (endOf(resource) !== undefined) {
    purge(world, resource);
    return;
  }
  const along = goingWith(world, resource);
  refuseLockedDeletion(world, resource.id, along);
  refuseLockedPolicies(along);
  refuseProtectedShares(world, along);
  refuseDeletingImmutable(world, along);
  refuseStoppedMachine(world, resource);
  refuseOccupiedPool(world, resource);
  refuseHeldChildren(resource, along);
  // What was deleted softly waits for its time, whatever becomes of what it was in.
  const going = along.filter((each) => endOf(each) === undefined);
  const keys = new Set(going.map((each) => keyOf(each.id)));
  const users = going.flatMap((each) =>
    world.resources
      .usersOf(each.id)
      .filter((use) => !keys.has(keyOf(use.source)) && !isLoose(use) && !isOfStopped(world, use)),
  );
  const [first] = users;
  if (first !== undefined) throw inUse(world, first.target, distinctSources(users));
  const kept = going.filter((each) => deletedSoftly(world, each)).map((each) => keyOf(each.id));
  for (const each of going) if (!kept.includes(keyOf(each.id))) world.resources.remove(each.id);
  for (const each of going)
    if (/\/virtualNetworkPeerings$/i.test(each.type)) disconnectOther(world, each);
}

/** A backup goes in its own time only; a key vault, and what was in one, can be purged unless it is protected from that. */
function purge(world: World, resource: Resource): void {
  if (purgedObject(world, resource)) return;
  refusePurge(resource);
  if (/\/deletedVaults$/i.test(resource.type)) world.resources.remove(resource.id);
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

/** Copies that are only kept hold nothing, nor does a container that gave up its lock on an account. */
function isOfStopped({ resources }: World, { source }: Use): boolean {
  const user = resources.get(source);
  if (user === undefined) return false;
  if (/\/protectionContainers$/i.test(user.type))
    return valueAt(user.body, "properties.acquireStorageAccountLock") === "NotAcquire";
  return /\/protectedItems$/i.test(user.type) && isStopped(user);
}

function distinctSources(users: readonly Use[]): readonly string[] {
  return [...new Set(users.map(({ source }) => source))];
}
