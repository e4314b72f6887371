import { unknown, jsonObject } from "../../values/property";
import type { PropertyObject } from "../../values/property";
import { Refusal } from "../../values/refusal";
import { markedObject } from "../../values/secrecy";
import { classOf, missing, withDefaults } from "../checking";
import { difference, withoutIgnored } from "../difference";
import { outputsOf, previewed } from "../preview";
import type { Provider } from "../provider";
import { generators } from "./generators";

/** Stand-in for the provider of `@pulumi/random`, which keeps nothing but the engine's own state. */
export const randomProvider: Provider = {
  check({ token, news }) {
    const known = classOf(token);
    const inputs = withDefaults(known, news);
    return { inputs, failures: missing(known, inputs), warnings: [] };
  },
  diff({ oldInputs, news, ignoreChanges }) {
    // Every input of every class makes a new value.
    const changes = withoutIgnored(
      difference(oldInputs, news, () => true),
      ignoreChanges,
    );
    return { changes, deleteBeforeReplace: false };
  },
  create({ token, inputs, preview }) {
    const known = classOf(token);
    const generate = generators[token];
    if (generate === undefined) throw new Refusal(`the embedded Azure does not know ${token}`);
    if (preview) return { id: "", outputs: previewed(known, inputs) };
    const { id, outputs } = generate(jsonObject(inputs));
    return { id, outputs: outputsOf(known, merged(inputs, outputs)) };
  },
  read({ token, id, oldInputs, oldOutputs }) {
    const known = classOf(token);
    if (oldInputs !== undefined && Object.keys(oldOutputs).length > 0)
      return { id, outputs: outputsOf(known, oldOutputs), inputs: oldInputs };
    // An import: the id of a generated text is the text itself.
    const outputs = outputsOf(known, { result: id, length: id.length });
    return { id, outputs, inputs: known.required.includes("length") ? { length: id.length } : {} };
  },
  update({ token, news, preview, oldOutputs }) {
    const outputs = merged(news, oldOutputs);
    return outputsOf(classOf(token), preview ? { result: unknown, ...outputs } : outputs);
  },
  delete() {
    // There is nothing outside the engine's state.
  },
  invoke(token) {
    throw new Refusal(`Invoke type ${token} not found`);
  },
};

function merged(inputs: PropertyObject, outputs: PropertyObject): PropertyObject {
  return { ...inputs, ...markedObject(inputs, outputs) };
}
