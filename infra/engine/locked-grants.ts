import type { Deployment, StateResource } from "./state";

const grantType = "azure-native:authorization:RoleAssignment";
const lockType = "azure-native:authorization:ManagementLockByScope";

/** Role assignments to be withdrawn, and the locks that keep Azure from it. */
export interface LockedGrants {
  readonly grants: readonly StateResource[];
  readonly locks: readonly StateResource[];
}

/**
 * What the program no longer gives, under locks. Azure deletes no role assignment inside the scope of a
 * lock (https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources), and the
 * engine deletes last, when the locks of the new state are there. So these go beforehand, the locks
 * with them; the deployment then puts the locks back. Nothing but role assignments goes that way:
 * whatever holds data stays under its lock.
 *
 * @param registered URNs of what the program registers
 * @returns undefined when there is none, or when something else than locks stands on one
 */
export function lockedGrants(
  { resources }: Deployment,
  registered: ReadonlySet<string>,
): LockedGrants | undefined {
  const allLocks = resources.filter(isLock);
  const grants = resources.filter(
    (one) =>
      one.type === grantType &&
      !registered.has(one.urn) &&
      allLocks.some((lock) => isWithin(scopeOf(one), scopeOf(lock))),
  );
  if (grants.length === 0) return undefined;
  const going = new Set(grants.map(({ urn }) => urn));
  const above = resources.filter(({ dependencies }) => dependencies?.some((urn) => going.has(urn)));
  const locks = allLocks.filter(
    (lock) => above.includes(lock) || grants.some((one) => isWithin(scopeOf(one), scopeOf(lock))),
  );
  return above.every(isLock) ? { grants, locks } : undefined;
}

/** Whether a state has locks at all: only then is the program asked what it registers. */
export function hasLocks({ resources }: Deployment): boolean {
  return resources.some(isLock);
}

export function isLock({ type }: StateResource): boolean {
  return type === lockType;
}

/** Id a lock or a role assignment stands on, in lower case. */
export function scopeOf({ inputs }: StateResource): string {
  const scope = inputs?.["scope"];
  return typeof scope === "string" ? scope.toLowerCase() : "";
}

function isWithin(scope: string, outer: string): boolean {
  return outer !== "" && (scope === outer || scope.startsWith(`${outer}/`));
}
