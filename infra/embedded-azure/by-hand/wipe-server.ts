import type { Store } from "../store/store";
import { Refusal } from "../values/refusal";
import { entryFor, type Entry } from "./entry";

/**
 * Makes what is on a server's disks unreadable, as whoever is its administrator can: from inside, where no lock and no
 * backup stops him, and from where he reaches no copy. Machine and disks stay.
 *
 * @param target an id, the end of an id, or a name.
 * @param now Azure's clock.
 * @throws {Refusal} when it is no machine, or none that is backed up.
 */
export function wipeServerByHand(store: Store, target: string, now: Date): Entry {
  return store.transaction(() => {
    const entry = entryFor(store, target);
    if (
      entry.kind !== "resource" ||
      !/^Microsoft\.Compute\/virtualMachines$/i.test(entry.resource.type)
    )
      throw new Refusal(`${entry.id} is no machine: nobody is its administrator`);
    const items = store.resources
      .usersOf(entry.id)
      .filter(({ property }) => property === "properties.sourceResourceId")
      .flatMap(({ source }) => store.resources.get(source) ?? []);
    if (items.length === 0) throw new Refusal(`${entry.id} is not backed up`);
    for (const item of items)
      store.resources.put(
        {
          ...item,
          hidden: { ...item.hidden, sourceLost: { at: now.toISOString() } },
          revision: item.revision + 1,
        },
        store.resources.usesOf(item.id),
      );
    const { resource } = entry;
    store.resources.put(
      { ...resource, hidden: { ...resource.hidden, contentAsOf: "unreadable" } },
      store.resources.usesOf(resource.id),
    );
    const { token, id } = resource;
    store.events.add({
      operation: "update",
      token,
      id,
      outcome: "disks made unreadable from inside",
    });
    return entry;
  });
}
