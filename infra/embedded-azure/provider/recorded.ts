import type { Event } from "../store/events";
import type { Store } from "../store/store";
import { messageOf } from "../values/refusal";

/** Does one call's work as one transaction and writes it down, also when it is refused. */
export function recorded<T>(
  store: Store,
  event: Pick<Event, "operation" | "token"> & Partial<Pick<Event, "id">>,
  work: () => readonly [id: string, result: T],
): T {
  try {
    return store.transaction(() => {
      const [id, result] = work();
      store.events.add({ ...event, id, outcome: "done" });
      return result;
    });
  } catch (error) {
    const outcome = messageOf(error);
    store.events.add({ id: "", ...event, outcome });
    throw error;
  }
}
