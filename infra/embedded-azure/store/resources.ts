import type { DatabaseSync } from "node:sqlite";

import { parseObject, textOf } from "../values/json";
import type { JsonObject } from "../values/property";
import { isJsonObject } from "../values/property";

/** A resource as Azure holds it. */
export interface Resource {
  /** ARM id, in the case it was first written. */
  readonly id: string;
  /** ARM type, e.g. `Microsoft.Network/virtualNetworks/subnets`. */
  readonly type: string;
  readonly name: string;
  /** Class of azure-native the body has the shape of; empty when the SDK has none. */
  readonly token: string;
  readonly body: JsonObject;
  /** What Azure knows of it and never answers. */
  readonly hidden: JsonObject;
  /** 1 at creation, one more with each change. */
  readonly revision: number;
}

/** That one resource names another by its id. */
export interface Use {
  readonly source: string;
  /** Where in the source, e.g. `ipConfigurations[0].subnet.id`. */
  readonly property: string;
  readonly target: string;
}

/** The resources of every subscription, and which of them name which. Ids are compared without case, as ARM does. */
export class Resources {
  private readonly statements;

  constructor(database: DatabaseSync) {
    // Beside the layout of the store: an older store gets it, an older version does not mind it.
    database.exec(`
      CREATE TABLE IF NOT EXISTS ends (source TEXT PRIMARY KEY, moment TEXT NOT NULL) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS ends_by_moment ON ends (moment);
    `);
    this.statements = {
      get: database.prepare("SELECT * FROM resources WHERE key = ?"),
      // Everything below an id: keys that begin with it and a slash; "0" is the character after "/".
      below: database.prepare("SELECT * FROM resources WHERE key >= ? AND key < ? ORDER BY key"),
      any: database.prepare("SELECT 1 FROM resources WHERE key >= ? AND key < ? LIMIT 1"),
      all: database.prepare("SELECT * FROM resources ORDER BY key"),
      named: database.prepare("SELECT * FROM resources WHERE type = ? AND name = ?"),
      ofType: database.prepare("SELECT * FROM resources WHERE type = ? ORDER BY key"),
      put: database.prepare(
        `INSERT INTO resources (key, id, type, name, token, body, revision) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (key) DO UPDATE SET token = excluded.token, body = excluded.body, revision = excluded.revision`,
      ),
      remove: database.prepare("DELETE FROM resources WHERE key = ?"),
      forget: database.prepare("DELETE FROM uses WHERE source = ?"),
      use: database.prepare("INSERT INTO uses (source, property, target) VALUES (?, ?, ?)"),
      forgetEnd: database.prepare("DELETE FROM ends WHERE source = ?"),
      end: database.prepare("INSERT INTO ends VALUES (?, ?)"),
      ended: database.prepare(
        `SELECT resources.* FROM ends JOIN resources ON resources.key = source
         WHERE moment <= ? ORDER BY moment, key`,
      ),
      holdersOf: database.prepare(
        "SELECT DISTINCT resources.id FROM uses JOIN resources ON resources.key = source WHERE target = ?",
      ),
      usesOf: database.prepare(
        "SELECT property, target FROM uses WHERE source = ? ORDER BY property",
      ),
      usersOf: database.prepare(
        `SELECT resources.id AS source, property, target FROM uses JOIN resources ON resources.key = source
         WHERE target = ?1 OR (target >= ?2 AND target < ?3) ORDER BY source, property`,
      ),
    };
  }

  get(id: string): Resource | undefined {
    const row = this.statements.get.get(keyOf(id));
    return row === undefined ? undefined : resourceOf(row);
  }

  /** Everything whose id continues this one: children, their children, and what extends any of them. */
  below(id: string): readonly Resource[] {
    const key = keyOf(id);
    return this.statements.below.all(`${key}/`, `${key}0`).map(resourceOf);
  }

  /** Whether anything at all is below an id, e.g. in a subscription. */
  hasAny(id: string): boolean {
    const key = keyOf(id);
    return this.statements.any.get(`${key}/`, `${key}0`) !== undefined;
  }

  /** Every resource of every subscription. */
  all(): readonly Resource[] {
    return this.statements.all.all().map(resourceOf);
  }

  /** Resources of a type with this name, whichever subscription they are in. */
  named(type: string, name: string): readonly Resource[] {
    return this.statements.named.all(keyOf(type), keyOf(name)).map(resourceOf);
  }

  ofType(type: string): readonly Resource[] {
    return this.statements.ofType.all(keyOf(type)).map(resourceOf);
  }

  /** What a resource uses, its claims included. */
  usesOf(id: string): readonly Omit<Use, "source">[] {
    return this.statements.usesOf.all(keyOf(id)).map((row) => ({
      property: String(row["property"]),
      target: String(row["target"]),
    }));
  }

  /** Uses of a resource, or of anything below it. */
  usersOf(id: string): readonly Use[] {
    const key = keyOf(id);
    return this.statements.usersOf.all(key, `${key}/`, `${key}0`).map((row) => ({
      source: String(row["source"]),
      property: String(row["property"]),
      target: String(row["target"]),
    }));
  }

  /** Ids of the resources that use exactly `target`, which may be a claim rather than an id. */
  holdersOf(target: string): readonly string[] {
    return this.statements.holdersOf.all(keyOf(target)).map((row) => String(row["id"]));
  }

  /** Writes a resource and replaces what it is known to use. */
  put(resource: Resource, uses: readonly Omit<Use, "source">[]): void {
    const key = keyOf(resource.id);
    this.statements.put.run(
      key,
      resource.id,
      keyOf(resource.type),
      keyOf(resource.name),
      resource.token,
      JSON.stringify(storedOf(resource)),
      resource.revision,
    );
    this.statements.forget.run(key);
    for (const use of uses) this.statements.use.run(key, use.property, keyOf(use.target));
    this.statements.forgetEnd.run(key);
    const end = endOf(resource);
    if (end !== undefined) this.statements.end.run(key, end);
  }

  /** What was deleted softly and is to go for good by now, the longest due first. */
  ended(now: Date): readonly Resource[] {
    return this.statements.ended.all(now.toISOString()).map(resourceOf);
  }

  remove(id: string): void {
    const key = keyOf(id);
    this.statements.remove.run(key);
    this.statements.forget.run(key);
    this.statements.forgetEnd.run(key);
  }
}

/** What is hidden of a resource that was deleted softly: when it goes for good, in ISO 8601 and UTC. */
export const endKey = "goesForGood";

/** When a resource that was deleted softly goes for good; undefined as long as it is not deleted. */
export function endOf({ hidden }: Resource): string | undefined {
  const end = hidden[endKey];
  return typeof end === "string" ? end : undefined;
}

/** What ids, types and names are compared by. */
export function keyOf(text: string): string {
  return text.toLowerCase();
}

/** What of a resource has no column of its own is kept as one piece of JSON. */
function storedOf({ type, name, body, hidden }: Resource): JsonObject {
  return { type, name, body, hidden };
}

/** A resource whole, as JSON. */
export function storedResource(resource: Resource): JsonObject {
  return {
    ...storedOf(resource),
    id: resource.id,
    token: resource.token,
    revision: resource.revision,
  };
}

/** The resource that {@link storedResource} made JSON of. */
export function resourceFrom(stored: JsonObject): Resource {
  return resourceOf({ ...stored, body: JSON.stringify(stored) });
}

function resourceOf(row: Record<string, unknown>): Resource {
  const { type, name, body, hidden } = parseObject(String(row["body"]));
  return {
    id: String(row["id"]),
    type: textOf(type),
    name: textOf(name),
    token: String(row["token"]),
    body: isJsonObject(body) ? body : {},
    hidden: isJsonObject(hidden) ? hidden : {},
    revision: Number(row["revision"]),
  };
}
