import type { DatabaseSync } from "node:sqlite";

import { parseObject } from "../values/json";
import type { JsonObject } from "../values/property";

/** An object of the directory (Microsoft Entra ID), which knows no ARM ids. */
export interface StoredObject {
  readonly id: string;
  /** Class of azuread. */
  readonly token: string;
  readonly body: JsonObject;
}

/** The objects of the directory. */
export class Objects {
  private readonly statements;

  constructor(database: DatabaseSync) {
    this.statements = {
      get: database.prepare("SELECT * FROM objects WHERE id = ?"),
      all: database.prepare("SELECT * FROM objects ORDER BY id"),
      ofToken: database.prepare("SELECT * FROM objects WHERE token = ? ORDER BY id"),
      put: database.prepare(
        `INSERT INTO objects (id, token, body) VALUES (?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
      ),
      remove: database.prepare("DELETE FROM objects WHERE id = ?"),
    };
  }

  get(id: string): StoredObject | undefined {
    const row = this.statements.get.get(id);
    return row === undefined ? undefined : objectOf(row);
  }

  all(): readonly StoredObject[] {
    return this.statements.all.all().map(objectOf);
  }

  ofToken(token: string): readonly StoredObject[] {
    return this.statements.ofToken.all(token).map(objectOf);
  }

  put(object: StoredObject): void {
    this.statements.put.run(object.id, object.token, JSON.stringify(object.body));
  }

  remove(id: string): void {
    this.statements.remove.run(id);
  }
}

function objectOf(row: Record<string, unknown>): StoredObject {
  return {
    id: String(row["id"]),
    token: String(row["token"]),
    body: parseObject(String(row["body"])),
  };
}
