import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

import { messageOf } from "../values/refusal";

/** Layout of the tables below; raised whenever they change. */
const layout = 1;

/** Marks the file as a store of the embedded Azure: https://sqlite.org/pragma.html#pragma_application_id */
const applicationId = 0x43_41_42_41;

/** How long one process waits for another to finish writing, in milliseconds. */
const patience = 20_000;

const tables = `
  CREATE TABLE resources (
    key TEXT PRIMARY KEY,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    token TEXT NOT NULL,
    body TEXT NOT NULL,
    revision INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX resources_by_type ON resources (type, name);
  CREATE TABLE uses (
    source TEXT NOT NULL,
    property TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (source, property)
  ) WITHOUT ROWID;
  CREATE INDEX uses_by_target ON uses (target);
  CREATE TABLE objects (
    id TEXT PRIMARY KEY,
    token TEXT NOT NULL,
    body TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX objects_by_token ON objects (token);
  CREATE TABLE events (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    time TEXT NOT NULL,
    pid INTEGER NOT NULL,
    operation TEXT NOT NULL,
    token TEXT NOT NULL,
    id TEXT NOT NULL,
    outcome TEXT NOT NULL
  );
  CREATE TABLE salt (value TEXT NOT NULL);
  INSERT INTO salt VALUES (hex(randomblob(16)));
`;

/**
 * Opens the store's file, making it when there is none. Any number of processes may have it open;
 * a process killed at any moment leaves it as the last finished transaction left it.
 *
 * @throws {Error} when the file is not a store, or one of another layout.
 */
export function openDatabase(path: string): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true });
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { timeout: patience });
    prepareFile(database);
    return database;
  } catch (error) {
    database?.close();
    const cause = messageOf(error);
    throw new Error(
      `${path} cannot be used as the store of the embedded Azure: ${cause}. ` +
        `Name another file in CABINET_AZURE_STORE, or delete this one: what it holds is pretended.`,
      { cause: error },
    );
  }
}

/** Runs `work` as one transaction: alone among all processes, and wholly or not at all. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

function prepareFile(database: DatabaseSync): void {
  // In WAL mode a killed process harms nothing even without a disk flush for each transaction.
  retryWhileBusy(() => database.exec("PRAGMA journal_mode = WAL"));
  database.exec("PRAGMA synchronous = NORMAL");
  if (numberOf(database, "user_version") === layout) return;
  inTransaction(database, () => {
    const found = numberOf(database, "user_version");
    if (found === layout) return;
    if (found !== 0 || numberOf(database, "schema_version") !== 0)
      throw new Error(
        numberOf(database, "application_id") === applicationId
          ? `it has layout ${found}, and this version reads layout ${layout}`
          : "it is a database of something else",
      );
    database.exec(tables);
    database.exec(`PRAGMA application_id = ${applicationId}`);
    database.exec(`PRAGMA user_version = ${layout}`);
  });
}

function numberOf(database: DatabaseSync, pragma: string): number {
  const row = database.prepare(`PRAGMA ${pragma}`).get();
  return Number(row?.[pragma] ?? 0);
}

/** The switch to WAL fails at once, whatever the patience, while another process makes the same switch. */
function retryWhileBusy(work: () => void): void {
  const until = Date.now() + patience;
  for (;;) {
    try {
      work();
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function isBusy(error: unknown): boolean {
  return /database is locked|busy/.test(messageOf(error));
}
