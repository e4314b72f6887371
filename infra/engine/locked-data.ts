import { isLock, scopeOf } from "./locked-grants";
import type { Deployment, StateResource } from "./state";

/** Data under a lock that the program no longer has. */
export interface GivenUp {
  readonly data: StateResource;
  readonly lock: StateResource;
}

/**
 * What holds data and would be deleted together with its lock, for a lock goes with what it stands on.
 * A firm that leaves has no locks any more, and is meant; one that keeps others has changed its mind about
 * where its files are, and they go nowhere by themselves.
 *
 * @param registered URNs of what the program registers
 */
export function dataGivenUp(
  { resources }: Deployment,
  registered: ReadonlySet<string>,
): readonly GivenUp[] {
  const locks = resources.filter(isLock);
  if (!locks.some(({ urn }) => registered.has(urn))) return [];
  return locks
    .filter(({ urn }) => !registered.has(urn))
    .flatMap((lock) =>
      resources
        .filter(({ id, urn }) => id?.toLowerCase() === scopeOf(lock) && !registered.has(urn))
        .map((data) => ({ data, lock })),
    );
}
