import { parseArmId } from "../../azure/arm-ids";
import { placeExists } from "../arm/rules/place";
import { restoredObject } from "../arm/rules/deleted-secrets";
import { vaultIn } from "../arm/rules/deleted-vaults";
import { worldIn } from "../arm/world-in";
import { write } from "../arm/write";
import { endKey, endOf } from "../store/resources";
import type { Resource } from "../store/resources";
import type { Store } from "../store/store";
import type { JsonObject } from "../values/property";
import { isJsonObject } from "../values/property";
import { Refusal } from "../values/refusal";
import { byHand } from "./change";
import type { Entry } from "./entry";
import { entryFor } from "./entry";

/**
 * Brings back what was deleted softly: a key vault with what was in it (`az keyvault recover`), one
 * secret or key of it (`az keyvault secret recover`), or a backup, whose protection stays stopped until somebody starts it (`az backup protection undelete`).
 *
 * @param target an id, the end of an id, or a name.
 * @param clock the true time.
 * @throws {Refusal} when it is not deleted, or what it was in is gone.
 */
export function recoverByHand(store: Store, target: string, clock = new Date()): Entry {
  return byHand(store, "update", target, (entry) => {
    if (entry.kind !== "resource" || endOf(entry.resource) === undefined)
      throw new Refusal(`${entry.id} was not deleted`);
    return entryFor(store, recovered(store, entry.resource, clock));
  });
}

function recovered(store: Store, deleted: Resource, clock: Date): string {
  const object = restoredObject(store.resources, deleted);
  if (object !== undefined) return object.id;
  const vault = vaultIn(deleted);
  if (vault === undefined) {
    const { [endKey]: _end, ...hidden } = deleted.hidden;
    store.resources.put({ ...deleted, body: undeleted(deleted.body), hidden }, []);
    return deleted.id;
  }
  const parts = parseArmId(vault.id);
  const { properties } = vault.body;
  const wish = {
    id: vault.id,
    token: vault.token,
    body: {
      ...vault.body,
      properties: { ...(isJsonObject(properties) ? properties : {}), createMode: "recover" },
    },
    secretPaths: new Set<string>(),
  };
  const world = worldIn(store, parts.subscriptionId ?? "", clock);
  placeExists(world, { wish, parts, name: vault.name, previous: undefined });
  return write(world, wish).id;
}

/** A backup that stays stopped, and no longer waits for its end. */
function undeleted(body: JsonObject): JsonObject {
  const { properties } = body;
  const {
    isScheduledForDeferredDelete: _scheduled,
    deferredDeleteTimeInUTC: _since,
    ...kept
  } = isJsonObject(properties) ? properties : {};
  return { ...body, properties: kept };
}
