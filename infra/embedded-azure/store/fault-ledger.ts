import type { DatabaseSync } from "node:sqlite";

import { parseObject } from "../values/json";
import { isJsonObject } from "../values/property";
import type { Resource } from "./resources";
import { resourceFrom, storedResource } from "./resources";

/** How often a call was tried, and how often it met a fault, before this time. */
export interface Count {
  readonly attempts: number;
  readonly meetings: number;
}

/** What a read is to answer instead of what is there; undefined when nothing was. */
export interface Former {
  readonly resource: Resource | undefined;
}

/** Remembers, over all processes and runs, which planned faults were met already. */
export class FaultLedger {
  private readonly statements;

  constructor(database: DatabaseSync) {
    // Beside the layout of the store: an older store gets them, an older version does not mind them.
    database.exec(`
      CREATE TABLE IF NOT EXISTS faults (
        rule TEXT NOT NULL,
        victim TEXT NOT NULL,
        attempts INTEGER NOT NULL,
        meetings INTEGER NOT NULL,
        PRIMARY KEY (rule, victim)
      ) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS former (
        id TEXT PRIMARY KEY,
        until INTEGER NOT NULL,
        resource TEXT NOT NULL
      ) WITHOUT ROWID;
    `);
    this.statements = {
      get: database.prepare("SELECT attempts, meetings FROM faults WHERE rule = ? AND victim = ?"),
      attempt: database.prepare(
        `INSERT INTO faults VALUES (?, ?, 1, 0)
         ON CONFLICT (rule, victim) DO UPDATE SET attempts = attempts + 1`,
      ),
      meet: database.prepare(
        "UPDATE faults SET meetings = meetings + 1 WHERE rule = ? AND victim = ?",
      ),
      keep: database.prepare("INSERT OR REPLACE INTO former VALUES (?, ?, ?)"),
      former: database.prepare("SELECT resource FROM former WHERE id = ? AND until > ?"),
    };
  }

  /** Counts one more attempt; tells the counts before it. */
  attempt(rule: string, victim: string): Count {
    const row = this.statements.get.get(rule, victim);
    this.statements.attempt.run(rule, victim);
    return { attempts: Number(row?.["attempts"] ?? 0), meetings: Number(row?.["meetings"] ?? 0) };
  }

  /** Counts one more meeting. */
  meet(rule: string, victim: string): void {
    this.statements.meet.run(rule, victim);
  }

  /**
   * Keeps what was there before a change, for reads up to a moment.
   *
   * @param until in milliseconds since 1970.
   */
  keepFormer(id: string, resource: Resource | undefined, until: number): void {
    const text = JSON.stringify(resource === undefined ? {} : storedResource(resource));
    this.statements.keep.run(id.toLowerCase(), until, text);
  }

  /** What a read at a moment is to answer instead; undefined when it is to answer what is there. */
  former(id: string, now: number): Former | undefined {
    const row = this.statements.former.get(id.toLowerCase(), now);
    if (row === undefined) return undefined;
    const stored = parseObject(String(row["resource"]));
    return { resource: isJsonObject(stored["body"]) ? resourceFrom(stored) : undefined };
  }
}
