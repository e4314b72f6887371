import type { Store } from "../store/store";

/** Reads with a resource as it was before its last change, where a plan has reads lag behind. */
export function formerly<T>(store: Store, id: string, read: () => T | undefined): T | undefined {
  const former = store.faults.former(id, Date.now());
  if (former === undefined) return read();
  if (former.resource === undefined) return undefined;
  const { resources } = store;
  const now = { resource: resources.get(id), uses: resources.usesOf(id) };
  resources.put(former.resource, []);
  try {
    return read();
  } finally {
    if (now.resource === undefined) resources.remove(id);
    else resources.put(now.resource, now.uses);
  }
}
