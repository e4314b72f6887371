import { keyOf } from "../store/resources";
import type { Resource, Use } from "../store/resources";
import type { Json, JsonObject } from "../values/property";
import { isArray, isJsonObject } from "../values/property";
import { Refusal } from "../values/refusal";
import { parseArmId } from "../../azure/arm-ids";
import { claimConflict } from "./claims";
import { hasElement } from "./existence";
import { computationsFor, effectsFor, rules } from "./catalogue";
import { isWriteOnly, mappedObject, sealed } from "./sealing";
import { usesIn } from "./uses";
import type { Change, Computed, Wish, World } from "./world";

/**
 * Makes a resource.
 *
 * @throws {Refusal} when it exists, or when Azure would not have it.
 */
export function create(world: World, wish: Wish): Resource {
  if (world.resources.get(wish.id) !== undefined || isWrittenInParent(world, wish.id))
    throw new Refusal(`cannot create already existing resource '${wish.id}'`);
  return write(world, wish);
}

/**
 * Puts a resource as wished, whether it was there before or not: ARM's PUT.
 *
 * @throws {Refusal} when Azure would not have it.
 */
export function write(world: World, wish: Wish): Resource {
  const parts = parseArmId(wish.id);
  const previous = world.resources.get(wish.id);
  const name = parts.names.at(-1) ?? "";
  const change: Change = { wish, parts, name, previous };
  for (const rule of rules) rule(world, change);

  const put = (other: Wish): Resource => write(world, other);
  const computed = computationsFor(parts.type).map((compute) => compute(world, change, put));
  const resource: Resource = {
    id: previous?.id ?? wish.id,
    type: parts.type,
    name,
    token: wish.token,
    body: sealedBody(world, wish, parts.type, bodyOf(wish.body, computed)),
    hidden: Object.fromEntries(computed.flatMap(({ hidden = {} }) => Object.entries(hidden))),
    revision: (previous?.revision ?? 0) + 1,
  };
  const claims = claimsOf(computed);
  for (const { target } of claims)
    for (const holder of world.resources.holdersOf(target))
      if (keyOf(holder) !== keyOf(wish.id)) throw claimConflict(target, wish.id, holder);
  world.resources.put(resource, [...usesIn(wish.body), ...addedUses(wish, computed), ...claims]);
  for (const effect of effectsFor(parts.type)) effect(world, change, put);
  return resource;
}

/** A subnet that is written down in its network, for one, is there though it is no resource of its own here. */
function isWrittenInParent({ resources }: World, id: string): boolean {
  const { type, names, parentId } = parseArmId(id);
  const parent = parentId === undefined ? undefined : resources.get(parentId);
  return parent !== undefined && hasElement(parent.body, type, names.at(-1) ?? "");
}

function bodyOf(asked: JsonObject, computed: readonly Computed[]): JsonObject {
  return computed.reduce<JsonObject>(
    (body, { body: added = {} }) => mergedObject(body, added),
    asked,
  );
}

/** What Azure added to what was asked for: objects property by property, arrays by position. */
function merged(asked: Json, added: Json): Json {
  if (isJsonObject(asked) && isJsonObject(added)) return mergedObject(asked, added);
  if (isArray(asked) && isArray(added))
    return asked.map((element, index) => {
      const addition = added[index];
      return addition === undefined ? element : merged(element, addition);
    });
  return added;
}

function mergedObject(asked: JsonObject, added: JsonObject): JsonObject {
  const entries = Object.entries(added).map(([key, value]) => {
    const before = asked[key];
    return [key, before === undefined ? value : merged(before, value)] as const;
  });
  return { ...asked, ...Object.fromEntries(entries) };
}

function sealedBody(
  { fingerprint }: World,
  { secretPaths }: Wish,
  type: string,
  body: JsonObject,
): JsonObject {
  return mappedObject(body, "", (path, value) =>
    secretPaths.has(path) || isWriteOnly(type, path) ? sealed(value, fingerprint) : undefined,
  );
}

function addedUses({ body }: Wish, computed: readonly Computed[]): readonly Omit<Use, "source">[] {
  const asked = new Set(usesIn(body).map(({ property }) => property));
  return computed
    .flatMap(({ uses = {} }) => Object.entries(uses))
    .filter(([property]) => !asked.has(property))
    .map(([property, target]) => ({ property, target }));
}

function claimsOf(computed: readonly Computed[]): readonly Omit<Use, "source">[] {
  return computed.flatMap(({ claims = {} }) =>
    Object.entries(claims).map(([property, target]) => ({ property: `claim:${property}`, target })),
  );
}
