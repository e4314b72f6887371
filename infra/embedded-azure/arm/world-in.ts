import type { Store } from "../store/store";
import type { World } from "./world";

/** The world of a request that comes now, from a caller who works in this subscription. */
export function worldIn(store: Store, subscriptionId: string): World {
  return {
    resources: store.resources,
    subscriptionId,
    now: new Date(),
    fingerprint: (secret) => store.fingerprint(secret),
  };
}
