import { parseArmId } from "../../azure/arm-ids";
import { stableGuid } from "../../azure/guid";
import { rules } from "../arm/catalogue";
import { remove } from "../arm/remove";
import { isSealed } from "../arm/sealing";
import { usesIn } from "../arm/uses";
import { worldIn } from "../arm/world-in";
import type { Resource } from "../store/resources";
import type { Store } from "../store/store";
import type { Json, JsonObject } from "../values/property";
import { isArray, isJsonObject } from "../values/property";
import { messageOf } from "../values/refusal";
import type { Operation } from "../store/events";
import type { Entry } from "./entry";
import { entryFor } from "./entry";
import { formatPath, parsePath, withValue } from "./property-path";
import { typedValue } from "./typed-value";

/** One property somebody changes in the portal, past any program. */
export interface HandChange {
  /** E.g. `tags.owner`. */
  readonly path: string;
  /** What it becomes; `null` takes it away. */
  readonly text: string;
}

/**
 * Changes properties of what the embedded Azure holds, also those only Azure itself would change. What
 * Azure refuses to change in a resource it refuses here too.
 *
 * @param target an id, the end of an id, or a name.
 * @throws {Refusal}
 */
export function setByHand(store: Store, target: string, changes: readonly HandChange[]): Entry {
  return byHand(store, "update", target, (entry) => {
    for (const change of changes) setOne(store, entry.id, change);
    return entryFor(store, entry.id);
  });
}

/**
 * Takes something away, with all that Azure takes away along with it.
 *
 * @param target an id, the end of an id, or a name.
 * @throws {Refusal} when Azure would not.
 */
export function removeByHand(store: Store, target: string): Entry {
  return byHand(store, "delete", target, (entry) => {
    switch (entry.kind) {
      case "resource":
        remove(worldIn(store, parseArmId(entry.id).subscriptionId ?? ""), entry.id);
        break;
      case "object":
        store.objects.remove(entry.id);
    }
    return entry;
  });
}

/** Does it as one transaction and writes it down, also when it is refused. */
export function byHand(
  store: Store,
  operation: Operation,
  target: string,
  work: (entry: Entry) => Entry,
): Entry {
  const entry = entryFor(store, target);
  const token = entry.kind === "resource" ? entry.resource.token : entry.object.token;
  const event = { operation, token, id: entry.id };
  try {
    return store.transaction(() => {
      const after = work(entry);
      store.events.add({ ...event, outcome: "done by hand" });
      return after;
    });
  } catch (error) {
    store.events.add({ ...event, outcome: `by hand: ${messageOf(error)}` });
    throw error;
  }
}

function setOne(store: Store, id: string, { path, text }: HandChange): void {
  const entry = entryFor(store, id);
  const steps = parsePath(path);
  switch (entry.kind) {
    case "resource": {
      const { token, body } = entry.resource;
      const changed = withValue(body, steps, typedValue(token, steps, text));
      amend(store, entry.resource, changed, formatPath(steps));
      return;
    }
    case "object": {
      const { object } = entry;
      const value = typedValue(object.token, steps, text);
      store.objects.put({ ...object, body: withValue(object.body, steps, value) });
    }
  }
}

function amend(store: Store, previous: Resource, body: JsonObject, path: string): void {
  const parts = parseArmId(previous.id);
  const world = worldIn(store, parts.subscriptionId ?? "");
  const wish = {
    id: previous.id,
    token: previous.token,
    body: withoutSeals(body),
    secretPaths: new Set<string>(),
  };
  for (const rule of rules) rule(world, { wish, parts, name: previous.name, previous });
  const isUnder = ({ property }: { readonly property: string }): boolean =>
    property === path || property.startsWith(`${path}.`) || property.startsWith(`${path}[`);
  store.resources.put(
    { ...previous, body: remarked(previous.id, body), revision: previous.revision + 1 },
    [
      ...store.resources.usesOf(previous.id).filter((use) => !isUnder(use)),
      ...usesIn(body).filter(isUnder),
    ],
  );
}

/** Another content bears another mark. */
function remarked(id: string, body: JsonObject): JsonObject {
  return body["etag"] === undefined
    ? body
    : { ...body, etag: `W/"${stableGuid("etag", id, JSON.stringify({ ...body, etag: null }))}"` };
}

/** Nobody by hand says again what was secret. */
function withoutSeals(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([, value]) => !isSealed(value))
      .map(([name, value]) => [name, openParts(value)]),
  );
}

function openParts(value: Json): Json {
  if (isArray(value)) return value.map(openParts);
  return isJsonObject(value) ? withoutSeals(value) : value;
}
