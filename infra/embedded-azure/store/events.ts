import type { DatabaseSync } from "node:sqlite";

/** Everything a provider can be asked to do. */
export const operations = ["create", "read", "update", "delete", "invoke"] as const;

/** What a provider was asked to do. */
export type Operation = (typeof operations)[number];

/** One call of a provider, kept for tests and for whoever wants to know what happened. */
export interface Event {
  readonly operation: Operation;
  readonly token: string;
  readonly id: string;
  /** `done`, or the reason why not. */
  readonly outcome: string;
}

/** An event as it stands in the store. */
export interface RecordedEvent extends Event {
  /** When, in ISO 8601. */
  readonly time: string;
  readonly pid: number;
}

/** How many events are kept; older ones are dropped. */
const kept = 20_000;
const dropEvery = 500;

/** The journal of calls. */
export class Events {
  private readonly insert;
  private readonly drop;
  private readonly select;

  constructor(database: DatabaseSync) {
    this.insert = database.prepare(
      "INSERT INTO events (time, pid, operation, token, id, outcome) VALUES (?, ?, ?, ?, ?, ?)",
    );
    this.drop = database.prepare("DELETE FROM events WHERE sequence <= ?");
    this.select = database.prepare("SELECT * FROM events ORDER BY sequence");
  }

  /** Adds an event. */
  add(event: Event): void {
    const { lastInsertRowid } = this.insert.run(
      new Date().toISOString(),
      process.pid,
      event.operation,
      event.token,
      event.id,
      event.outcome,
    );
    const sequence = Number(lastInsertRowid);
    if (sequence % dropEvery === 0) this.drop.run(sequence - kept);
  }

  /** Every event kept, oldest first. */
  all(): readonly RecordedEvent[] {
    return this.select.all().map((row) => ({
      time: String(row["time"]),
      pid: Number(row["pid"]),
      operation: operationOf(row["operation"]),
      token: String(row["token"]),
      id: String(row["id"]),
      outcome: String(row["outcome"]),
    }));
  }
}

function operationOf(text: unknown): Operation {
  const operation = operations.find((each) => each === text);
  if (operation === undefined) throw new Error(`no operation: ${String(text)}`);
  return operation;
}
