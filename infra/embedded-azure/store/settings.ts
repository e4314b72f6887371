import type { DatabaseSync } from "node:sqlite";

/** How the embedded Azure was told to be, where that is not as Azure is by itself; see `arm/settings.ts`. */
export class Settings {
  private readonly statements;

  constructor(database: DatabaseSync) {
    // Beside the layout of the store: an older store gets it, an older version does not mind it.
    database.exec(
      "CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    );
    this.statements = {
      get: database.prepare("SELECT value FROM settings WHERE name = ?"),
      all: database.prepare("SELECT name, value FROM settings ORDER BY name"),
      set: database.prepare("INSERT OR REPLACE INTO settings VALUES (?, ?)"),
      remove: database.prepare("DELETE FROM settings WHERE name = ?"),
    };
  }

  get(name: string): string | undefined {
    const row = this.statements.get.get(name);
    return row === undefined ? undefined : String(row["value"]);
  }

  all(): ReadonlyMap<string, string> {
    return new Map(
      this.statements.all.all().map((row) => [String(row["name"]), String(row["value"])]),
    );
  }

  set(name: string, value: string): void {
    this.statements.set.run(name, value);
  }

  /** Back to what Azure does by itself. */
  remove(name: string): void {
    this.statements.remove.run(name);
  }
}
