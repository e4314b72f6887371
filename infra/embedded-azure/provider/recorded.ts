import type { Event } from "../store/events";
import type { Store } from "../store/store";
import { messageOf } from "../values/refusal";

/** What work came to: the id of what it was about, its result, and what to write down, by default `done`. */
export type Done<T> = readonly [id: string, result: T, outcome?: string];

/** Does one call's work as one transaction and writes it down, also when it is refused. */
export function recorded<T>(
  store: Store,
  event: Pick<Event, "operation" | "token" | "id">,
  work: () => Done<T>,
): T {
  try {
    return store.transaction(() => {
      const [id, result, outcome = "done"] = work();
      store.events.add({ ...event, id, outcome });
      return result;
    });
  } catch (error) {
    store.events.add({ ...event, outcome: messageOf(error) });
    throw error;
  }
}
