import { keyOf } from "../../store/resources";
import type { Resource } from "../../store/resources";
import { ArmError } from "../error";
import { partsOf } from "../existence";
import type { Rule, World } from "../world";

const lockType = "Microsoft.Authorization/locks";

/**
 * What is deleted past ARM, where locks do not reach, though azure-native has a class for it:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources#understand-scope-of-locks
 */
const beyondLocks =
  /^Microsoft\.(KeyVault\/vaults\/(secrets|keys)|Storage\/.*\/containers\/blobs)$/i;

/** A read-only lock on a resource, or on anything it stands in, forbids to change it. */
export const notReadOnly: Rule = (world, { wish, parts }) => {
  if (keyOf(parts.type) === keyOf(lockType)) return;
  refuse(
    wish.id,
    "write",
    locksAbove(world, wish.id).filter((lock) => lock.body["level"] === "ReadOnly"),
  );
};

/** Refuses to delete what a lock protects: on it, above it, or on anything that would go with it. */
export function refuseLockedDeletion(world: World, id: string, going: readonly Resource[]): void {
  const isLock = (resource: Resource): boolean => keyOf(resource.type) === keyOf(lockType);
  const type = partsOf(id)?.type ?? "";
  if (keyOf(type) === keyOf(lockType) || beyondLocks.test(type)) return;
  refuse(id, "delete", [...locksAbove(world, id), ...going.filter(isLock)]);
}

function locksAbove({ resources }: World, id: string): readonly Resource[] {
  const locks: Resource[] = [];
  for (let scope: string | undefined = id; scope !== undefined; scope = partsOf(scope)?.parentId)
    locks.push(...resources.below(`${scope}/providers/${lockType}`));
  return locks;
}

function refuse(id: string, operation: string, locks: readonly Resource[]): void {
  if (locks.length === 0) return;
  const scopes = locks.map((lock) => partsOf(lock.id)?.parentId ?? lock.id);
  throw new ArmError(
    409,
    "ScopeLocked",
    `The scope '${id}' cannot perform ${operation} operation because following scope(s) are locked: '${[...new Set(scopes)].join("', '")}'. Please remove the lock and try again.`,
  );
}
