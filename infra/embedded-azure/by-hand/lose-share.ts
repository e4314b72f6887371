import { itemsOf } from "../arm/rules/protected-shares";
import { keyOf, storedResource } from "../store/resources";
import type { Store } from "../store/store";
import { Refusal } from "../values/refusal";
import type { Entry } from "./entry";
import { entryFor } from "./entry";

/**
 * Takes away a share as whoever holds its account's key can: through the share's own interface, with
 * its snapshots, and stopped by no lock and no backup, which only Azure's management interface heeds.
 * https://learn.microsoft.com/rest/api/storageservices/delete-share (`include-leased`)
 *
 * @param target an id, the end of an id, or a name.
 * @param now Azure's clock.
 * @throws {Refusal} when it is no share.
 */
export function loseShareByHand(store: Store, target: string, now: Date): Entry {
  return store.transaction(() => {
    const entry = entryFor(store, target);
    if (entry.kind !== "resource" || !/\/fileServices\/shares$/i.test(entry.resource.type))
      throw new Refusal(`${entry.id} is no file share: an account's key opens nothing else`);
    const { resource } = entry;
    for (const item of itemsOf(store.resources, resource))
      store.resources.put(
        {
          ...item,
          hidden: {
            ...item.hidden,
            sourceLost: { at: now.toISOString(), share: storedResource(resource) },
          },
          revision: item.revision + 1,
        },
        store.resources
          .usesOf(item.id)
          .filter(({ target: used }) => keyOf(used) !== keyOf(entry.id)),
      );
    store.resources.remove(resource.id);
    const { token, id } = resource;
    store.events.add({ operation: "delete", token, id, outcome: "done with the account's key" });
    return entry;
  });
}
