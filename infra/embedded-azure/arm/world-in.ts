import type { Store } from "../store/store";
import { daysAhead } from "./settings";
import type { World } from "./world";

const day = 24 * 3_600_000;

/**
 * The world of a request that comes now, from a caller who works in this subscription. What was
 * deleted softly and has had its time is gone.
 *
 * @param clock the true time.
 */
export function worldIn(store: Store, subscriptionId: string, clock = new Date()): World {
  const setting = (name: string): string | undefined => store.settings.get(name);
  const now = new Date(clock.getTime() + daysAhead(setting) * day);
  for (const { id } of store.resources.ended(now)) store.resources.remove(id);
  return {
    resources: store.resources,
    subscriptionId,
    now,
    setting,
    fingerprint: (secret) => store.fingerprint(secret),
  };
}
