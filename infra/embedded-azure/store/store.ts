import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";

import { inTransaction, openDatabase } from "./database";
import { Events } from "./events";
import { FaultLedger } from "./fault-ledger";
import { Objects } from "./objects";
import { Resources } from "./resources";
import { Settings } from "./settings";

/** All the embedded Azure remembers, in one file. */
export class Store {
  readonly resources: Resources;
  readonly objects: Objects;
  readonly events: Events;
  readonly faults: FaultLedger;
  readonly settings: Settings;
  private readonly salt: string;

  private constructor(private readonly database: DatabaseSync) {
    this.resources = new Resources(database);
    this.objects = new Objects(database);
    this.events = new Events(database);
    this.faults = new FaultLedger(database);
    this.settings = new Settings(database);
    this.salt = String(database.prepare("SELECT value FROM salt").get()?.["value"]);
  }

  /**
   * Opens a store, making it when there is none.
   *
   * @param path a file, or `:memory:` for one that lives as long as the process.
   * @throws {Error} when the file cannot be used.
   */
  static open(path: string): Store {
    return new Store(openDatabase(path));
  }

  /** Runs `work` as one transaction: alone among all processes, and wholly or not at all. */
  transaction<T>(work: () => T): T {
    return inTransaction(this.database, work);
  }

  /** Fingerprint of something secret: tells a change, and gives nothing away; another store's differ. */
  fingerprint(secret: string): string {
    return createHash("sha256").update(`${this.salt}:${secret}`).digest("hex");
  }

  close(): void {
    this.database.close();
  }
}
