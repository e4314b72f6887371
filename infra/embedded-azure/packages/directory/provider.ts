import { randomUUID } from "node:crypto";

import type { Store } from "../../store/store";
import { jsonObject } from "../../values/property";
import { markedObject } from "../../values/secrecy";
import { Refusal } from "../../values/refusal";
import { classOf, missing, withDefaults } from "../checking";
import { difference, withoutIgnored } from "../difference";
import { outputsOf, previewed } from "../preview";
import type { Provider } from "../provider";
import { forcesNew, idFor, refuseUnmet } from "./classes";
import { invoke } from "./invoke";

/** Stand-in for the provider of `@pulumi/azuread`: the directory, Microsoft Entra ID. */
export function directoryProvider({ objects }: Store): Provider {
  return {
    check({ token, news }) {
      const known = classOf(token);
      const inputs = withDefaults(known, news);
      return { inputs, failures: missing(known, inputs), warnings: [] };
    },
    diff({ token, oldInputs, news, ignoreChanges }) {
      const changes = withoutIgnored(
        difference(oldInputs, news, (key) => forcesNew(token, key)),
        ignoreChanges,
      );
      return { changes, deleteBeforeReplace: [...changes.values()].some((each) => each.replaces) };
    },
    create({ token, inputs, preview }) {
      const known = classOf(token);
      if (preview) return { id: "", outputs: previewed(known, inputs) };
      const body = jsonObject(inputs);
      refuseUnmet(objects, token, body);
      const objectId = randomUUID();
      const id = idFor(token, objectId, body);
      if (objects.get(id) !== undefined)
        throw new Refusal(
          `A resource with the ID "${id}" already exists: to be managed by Pulumi it needs to be imported.`,
        );
      const stored = { ...body, ...(known.outputs.has("objectId") && { objectId }) };
      objects.put({ id, token, body: stored });
      return { id, outputs: outputsOf(known, markedObject(inputs, stored)) };
    },
    read({ token, id, oldInputs, oldOutputs }) {
      const known = classOf(token);
      const object = objects.get(id);
      if (object === undefined) return undefined;
      const model = { ...oldInputs, ...oldOutputs };
      const inputs = Object.fromEntries(
        Object.entries(object.body).filter(([name]) => known.inputs.has(name)),
      );
      return {
        id,
        outputs: outputsOf(known, markedObject(model, object.body)),
        inputs: markedObject(model, inputs),
      };
    },
    update({ token, id, news, oldOutputs, preview }) {
      const known = classOf(token);
      const { objectId } = oldOutputs;
      if (preview)
        return { ...previewed(known, news), ...(objectId !== undefined && { objectId }) };
      const before = objects.get(id);
      if (before === undefined) throw new Refusal(`${id} was not found in the directory`);
      const body = {
        ...(before.body["objectId"] !== undefined && { objectId: before.body["objectId"] }),
        ...jsonObject(news),
      };
      refuseUnmet(objects, token, body);
      objects.put({ id, token, body });
      return outputsOf(known, markedObject(news, body));
    },
    delete({ id }) {
      objects.remove(id);
    },
    invoke: (token, given, settings) => invoke(objects, token, jsonObject(given), settings),
  };
}
