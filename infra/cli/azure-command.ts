import { existsSync } from "node:fs";
import pc from "picocolors";
import { armPathOf } from "../azure/arm-paths";
import { parseArmId } from "../azure/arm-ids";
import { ArmError } from "../embedded-azure/arm/error";
import { worldIn } from "../embedded-azure/arm/world-in";
import { removeByHand, setByHand } from "../embedded-azure/by-hand/change";
import { loseShareByHand } from "../embedded-azure/by-hand/lose-share";
import { wipeServerByHand } from "../embedded-azure/by-hand/wipe-server";
import { recoverByHand } from "../embedded-azure/by-hand/recover";
import { onboardByHand } from "../embedded-azure/by-hand/onboard";
import { entries, entryFor, nameOf, typeOf, type Entry } from "../embedded-azure/by-hand/entry";
import type { RecordedEvent } from "../embedded-azure/store/events";
import type { Resource } from "../embedded-azure/store/resources";
import { Store } from "../embedded-azure/store/store";
import { Refusal, messageOf } from "../embedded-azure/values/refusal";
import { azureTarget } from "../engine/azure-target";
import { Failure } from "../engine/failure";
import { armBody } from "../resources/arm-body";
import { exitCodes } from "./exit-codes";
import type { Terminal } from "./terminal";

export interface LookOptions {
  readonly embedded?: boolean;
  readonly json?: boolean;
}

export interface RemoveOptions extends LookOptions {
  /** A share through its own interface, as whoever holds its account's key. */
  readonly withKey?: boolean;
  /** What is on a machine, as its administrator: the machine stays. */
  readonly content?: boolean;
}

export interface ListOptions extends LookOptions {
  readonly type?: string;
  readonly group?: string;
  readonly subscription?: string;
}

export interface EventOptions extends LookOptions {
  readonly id?: string;
  readonly operation?: RecordedEvent["operation"];
  readonly failed?: boolean;
  readonly last: string;
}

/** Lists what exists. */
export function list(options: ListOptions, terminal: Terminal): number {
  return inStore(options, (store) => {
    const found = entries(store, options).map((entry) => ({
      id: entry.id,
      type: typeOf(entry),
      name: nameOf(entry),
    }));
    if (options.json === true) printDocument({ format: "cabinet/azure-list@1", found }, terminal);
    else if (found.length === 0) terminal.note("nothing there");
    else for (const line of rendered(found)) terminal.print(line);
  });
}

/** Shows one resource as Azure Resource Manager answers it, whether as a document or not. */
export function show(target: string, options: LookOptions, terminal: Terminal): number {
  return inStore(options, (store) => printDocument(answerOf(entryFor(store, target)), terminal));
}

/** Changes properties by hand; each change is `path=value`. */
export function set(
  target: string,
  changes: readonly string[],
  options: LookOptions,
  terminal: Terminal,
): number {
  const parsed = changes.map(parseChange);
  return inStore(options, (store) => {
    const entry = setByHand(store, target, parsed);
    if (options.json === true) printDocument(answerOf(entry), terminal);
    else terminal.done(`${entry.id} has ${changes.join(", ")}`);
  });
}

/** Makes a machine of Azure Arc, as an agent on a server outside of Azure does. */
export function onboard(id: string, options: LookOptions, terminal: Terminal): number {
  return inStore(options, (store) => {
    const entry = onboardByHand(store, id);
    if (options.json === true) printDocument(answerOf(entry), terminal);
    else terminal.done(`${entry.id} is onboarded`);
  });
}

/** Takes something away by hand. */
export function remove(target: string, options: RemoveOptions, terminal: Terminal): number {
  return inStore(options, (store) => {
    if (options.content === true) {
      const { id: machine } = wipeServerByHand(store, target, worldIn(store, "").now);
      terminal.done(`what was on ${machine} is unreadable`);
      return;
    }
    const before = new Set(entries(store).map(({ id }) => id));
    const { id } =
      options.withKey === true
        ? loseShareByHand(store, target, worldIn(store, "").now)
        : removeByHand(store, target);
    for (const entry of entries(store)) before.delete(entry.id);
    const along = [...before].filter((other) => other !== id);
    if (options.json === true)
      printDocument({ format: "cabinet/azure-removed@1", id, along }, terminal);
    else {
      terminal.done(`${id} is gone`);
      for (const other of along) terminal.note(`  and ${other}`);
    }
  });
}

/** Brings back what was deleted softly. */
export function recover(target: string, options: LookOptions, terminal: Terminal): number {
  return inStore(options, (store) => {
    const entry = recoverByHand(store, target);
    if (options.json === true) printDocument(answerOf(entry), terminal);
    else terminal.done(`${entry.id} is back`);
  });
}

/** Tells what was called when. */
export function events(options: EventOptions, terminal: Terminal): number {
  const last = Number(options.last);
  if (!Number.isInteger(last) || last < 1)
    throw new Failure("input", `--last ${options.last} is no number of events`, "say --last 20");
  const text = options.id?.toLowerCase() ?? "";
  return inStore(options, (store) => {
    const found = store.events
      .all()
      .filter(
        (event) =>
          event.id.toLowerCase().includes(text) &&
          (options.operation === undefined || event.operation === options.operation) &&
          (options.failed !== true || isRefused(event)),
      )
      .slice(-last);
    if (options.json === true)
      printDocument({ format: "cabinet/azure-events@1", events: found }, terminal);
    else for (const event of found) terminal.print(renderedEvent(event));
  });
}

export function parseChange(text: string) {
  const at = text.indexOf("=");
  if (at < 1)
    throw new Failure("input", `"${text}" is no change`, "say path=value, e.g. tags.owner=nobody");
  return { path: text.slice(0, at), text: text.slice(at + 1) };
}

/** Opens the store, which must be there: looking makes none. */
export function inStore({ embedded }: LookOptions, work: (store: Store) => void): number {
  if (embedded !== true)
    throw new Failure(
      "input",
      "which Azure? Only the embedded one can be looked into",
      "say --embedded; for the live one there is Azure's own command line: az resource list",
    );
  const { azureStore } = azureTarget("embedded");
  if (!existsSync(azureStore))
    throw new Failure(
      "missing",
      "there is no embedded Azure yet",
      "deploy something: cabinet up prod dupont --embedded",
    );
  const store = Store.open(azureStore);
  try {
    store.transaction(() => worldIn(store, ""));
    work(store);
    return exitCodes.done;
  } catch (error) {
    if (error instanceof ArmError) throw new Failure("failed", messageOf(error));
    if (error instanceof Refusal) throw new Failure("input", messageOf(error));
    throw error;
  } finally {
    store.close();
  }
}

export function answerOf(entry: Entry): object {
  switch (entry.kind) {
    case "resource":
      return armAnswer(entry.resource);
    case "object":
      return { id: entry.id, type: typeOf(entry), ...entry.object.body };
  }
}

/** What only has a meaning beside `properties`, and is in every answer. */
const head = new Set(["id", "name", "type", "etag", "systemData"]);

function armAnswer({ id, name, type, token, body }: Resource): object {
  const path = armPathOf(token);
  const content = Object.fromEntries(Object.entries(body).filter(([key]) => !head.has(key)));
  const { etag, systemData } = body;
  return openSeals({
    id,
    name,
    type,
    ...(etag !== undefined && { etag }),
    ...(systemData !== undefined && { systemData }),
    ...(path === undefined ? content : armBody(path, content)),
  });
}

/** In the place of what the store keeps only as a fingerprint. */
function openSeals(answer: object): object {
  const text = JSON.stringify(answer, (_key, value: unknown) =>
    typeof value === "object" && value !== null && "$sealed" in value ? "(secret)" : value,
  );
  const opened: object = JSON.parse(text);
  return opened;
}

function rendered(
  found: readonly { readonly id: string; readonly type: string; readonly name: string }[],
) {
  const width = Math.max(...found.map(({ type }) => type.length));
  return found.map(({ id, type, name }) => {
    const place = placeOf(id);
    return `${type.padEnd(width)}  ${name}${place === "" ? "" : pc.dim(`  ${place}`)}`;
  });
}

/** Where it stands: its group and subscription, as far as it is in any. */
function placeOf(id: string): string {
  if (!id.startsWith("/subscriptions/")) return id;
  const { resourceGroup, subscriptionId } = parseArmId(id);
  return [resourceGroup, subscriptionId].filter((part) => part !== undefined).join(" in ");
}

function isRefused({ outcome }: RecordedEvent): boolean {
  return outcome !== "done" && outcome !== "done by hand";
}

function renderedEvent(event: RecordedEvent): string {
  const { time, operation, token, id, outcome } = event;
  const what = id === "" ? token : id;
  const end = isRefused(event) ? pc.red(outcome) : outcome;
  return `${time}  ${operation.padEnd(6)}  ${what}  ${end}`;
}

export function printDocument(document: object, terminal: Terminal): void {
  terminal.print(JSON.stringify(document, null, 2));
}
