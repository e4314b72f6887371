import { keyOf, resourceFrom } from "../store/resources";
import type { Store } from "../store/store";
import { isJsonObject } from "../values/property";
import { lossOf, recoveryPointsOf } from "./recovery-points";

/** What became of a share that was to be had back. */
export type Restored =
  | { readonly kind: "there" }
  /** Never protected, or protected by nobody now. */
  | { readonly kind: "unprotected" }
  /** It is there again, empty: no copy was in the vault. */
  | { readonly kind: "empty"; readonly lostAt: Date }
  | { readonly kind: "restored"; readonly lostAt: Date; readonly asOf: Date };

/**
 * Simulated: makes a lost share again as it was, and fills it from its last copy in the vault, as
 * `az storage share-rm create` and `az backup restore restore-azurefileshare` do. What a share
 * holds is not modelled: it is known by the time it is of.
 *
 * @param itemId The protected item of the share.
 * @param now Azure's clock.
 */
export function restoreShare(store: Store, itemId: string, now: Date): Restored {
  return store.transaction(() => {
    const item = store.resources.get(itemId);
    if (item === undefined) return { kind: "unprotected" };
    const lostAt = lossOf(item);
    const lost = item.hidden["sourceLost"];
    if (lostAt === undefined || !isJsonObject(lost)) return { kind: "there" };
    const point = recoveryPointsOf(store.resources, item, now).findLast(
      ({ tier }) => tier === "vault",
    );
    const share = resourceFrom(isJsonObject(lost["share"]) ? lost["share"] : {});
    const asOf = point?.time;
    store.resources.put(
      {
        ...share,
        hidden: { ...share.hidden, contentAsOf: asOf?.toISOString() ?? "empty" },
        revision: share.revision + 1,
      },
      [],
    );
    const { sourceLost: _, ...hidden } = item.hidden;
    store.resources.put(
      { ...item, hidden, revision: item.revision + 1 },
      store.resources.usesOf(item.id),
    );
    store.events.add({
      operation: "create",
      token: share.token,
      id: share.id,
      outcome: asOf === undefined ? "made again, empty" : `restored from ${keyOf(item.name)}`,
    });
    return asOf === undefined ? { kind: "empty", lostAt } : { kind: "restored", lostAt, asOf };
  });
}
