import { keyOf } from "../store/resources";
import type { Store } from "../store/store";
import { textOf } from "../values/json";
import { valueAt } from "../values/property";
import { lossOf, recoveryPointsOf } from "./recovery-points";

/** What became of a server whose data was to be had back. */
export type RestoredServer =
  | { readonly kind: "there" }
  /** Never protected, or protected by nobody now; or the machine is gone. */
  | { readonly kind: "unprotected" }
  /** No copy was made yet. */
  | { readonly kind: "empty"; readonly lostAt: Date }
  | {
      readonly kind: "restored";
      readonly lostAt: Date;
      readonly asOf: Date;
      readonly tier: "snapshot" | "vault";
    };

/**
 * Simulated: puts a server's disks back as its last copy has them, as `az backup restore restore-disks` and an exchange
 * of disks do. What a disk holds is not modelled: it is known by the time it is of.
 *
 * @param itemId The protected item of the server.
 * @param now Azure's clock.
 */
export function restoreServer(store: Store, itemId: string, now: Date): RestoredServer {
  return store.transaction(() => {
    const item = store.resources.get(itemId);
    const machine = store.resources.get(textOf(valueAt(item?.body, "properties.sourceResourceId")));
    if (item === undefined || machine === undefined) return { kind: "unprotected" };
    const lostAt = lossOf(item);
    if (lostAt === undefined) return { kind: "there" };
    const point = recoveryPointsOf(store.resources, item, now).at(-1);
    if (point === undefined) return { kind: "empty", lostAt };
    const { time: asOf, tier } = point;
    store.resources.put(
      {
        ...machine,
        hidden: { ...machine.hidden, contentAsOf: asOf.toISOString() },
        revision: machine.revision + 1,
      },
      store.resources.usesOf(machine.id),
    );
    const { sourceLost: _, ...hidden } = item.hidden;
    store.resources.put(
      { ...item, hidden, revision: item.revision + 1 },
      store.resources.usesOf(item.id),
    );
    store.events.add({
      operation: "update",
      token: machine.token,
      id: machine.id,
      outcome: `disks restored from ${keyOf(item.name)}`,
    });
    return { kind: "restored", lostAt, asOf, tier };
  });
}
