import { parseArmId } from "../../azure/arm-ids";
import { write } from "../arm/write";
import { worldIn } from "../arm/world-in";
import { recoveryPointsOf } from "../backup/recovery-points";
import type { Resource } from "../store/resources";
import type { Store } from "../store/store";
import { textOf } from "../values/json";
import type { Json, JsonObject } from "../values/property";
import { isArray, isJsonObject, valueAt } from "../values/property";
import { Refusal } from "../values/refusal";
import { entryFor, type Entry } from "./entry";

const token = "azure-native:resources:Deployment";
const day = 24 * 3_600_000;

/** Files that a played rehearsal says it compared: contents are not modelled here. */
const playedFiles = 200;

/**
 * Plays a night of the job that rehearses restores: does what its script does, as far as a share's files are not looked
 * at. Which copies there are follows from the policy and this Azure's clock; how many files differ says who calls.
 *
 * @param target the job: an id, the end of an id, or a name.
 * @param differences files that are not in the copy as they are in use.
 * @returns the deployment that carries the verdict, and whether this night had to rehearse: a success is good for weeks.
 * @throws {Refusal} when it is no such job.
 */
export function rehearseByHand(
  store: Store,
  target: string,
  differences: number,
): { readonly verdict: Entry; readonly wasDue: boolean } {
  return store.transaction(() => {
    const entry = entryFor(store, target);
    const settings = entry.kind === "resource" ? settingsOf(entry.resource) : {};
    const { ITEM_ID: itemId = "", VERDICT_ID: verdictId = "" } = settings;
    const item = store.resources.get(itemId);
    if (item === undefined || verdictId === "")
      throw new Refusal(`${entry.id} is no job that rehearses restores`);
    const { subscriptionId = "" } = parseArmId(verdictId);
    const world = worldIn(store, subscriptionId);
    const last = verdictOf(store.resources.get(verdictId));
    const every = Number(settings["EVERY_DAYS"]) * day;
    const isDue =
      last["verdict"] !== "same" ||
      world.now.getTime() - Date.parse(last["rehearsedAt"] ?? "") >= every;
    if (!isDue) return { verdict: entryFor(store, verdictId), wasDue: false };

    const point = recoveryPointsOf(store.resources, item, world.now).findLast(
      ({ tier }) => tier === "vault",
    );
    const rehearsedAt = world.now.toISOString();
    const found = point === undefined ? noCopy : compared(point.time, differences);
    const outputs = {
      since: last["since"] ?? rehearsedAt,
      lastSuccess: found["verdict"] === "same" ? rehearsedAt : (last["lastSuccess"] ?? ""),
      rehearsedAt,
      ...found,
    };
    const before = store.resources.get(verdictId);
    const wish = {
      id: verdictId,
      token,
      body: { properties: { mode: "Incremental", template: templateWith(outputs) } },
      secretPaths: new Set<string>(),
    };
    write(world, wish);
    store.events.add({
      operation: before === undefined ? "create" : "update",
      token,
      id: verdictId,
      outcome: `rehearsal: ${found["verdict"] ?? ""}`,
    });
    return { verdict: entryFor(store, verdictId), wasDue: true };
  });
}

type Facts = Readonly<Record<string, string>>;

const noCopy: Facts = { verdict: "waiting", detail: "the vault holds no copy yet" };

function compared(point: Date, differences: number): Facts {
  return {
    point: point.toISOString(),
    files: String(playedFiles),
    bytes: "0",
    differences: String(differences),
    verdict: differences === 0 ? "same" : "differs",
    detail: differences === 0 ? "" : "played by hand",
  };
}

/** The environment of a job's container. */
function settingsOf({ body }: Resource): Facts {
  const [container] = listAt(body, "template.containers");
  return Object.fromEntries(
    listAt(container ?? {}, "env").map(({ name, value }) => [textOf(name), textOf(value)]),
  );
}

function listAt(value: JsonObject, path: string): readonly JsonObject[] {
  const list = valueAt(value, path);
  return (isArray<Json>(list) ? list : []).filter(isJsonObject);
}

function verdictOf(deployment: Resource | undefined): Readonly<Record<string, string | undefined>> {
  const outputs = valueAt(deployment?.body, "properties.outputs");
  return Object.fromEntries(
    Object.entries(isJsonObject(outputs) ? outputs : {}).map(([key, output]) => [
      key,
      textOf(valueAt(isJsonObject(output) ? output : {}, "value")),
    ]),
  );
}

function templateWith(outputs: Facts): JsonObject {
  return {
    $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
    contentVersion: "1.0.0.0",
    resources: [],
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([key, value]) => [key, { type: "string", value }]),
    ),
  };
}
