import type { ArmPath } from "../../../azure/arm-paths";
import { armId, armPathOf, deriveArmPath, inputsOf } from "../../../azure/arm-paths";
import type { ResourceClass } from "../../sdk/resource-class";
import type { JsonObject } from "../../values/property";
import { Refusal } from "../../values/refusal";
import { classOf } from "../checking";

/** A class of azure-native together with where its resources stand in ARM. */
export interface ArmClass {
  readonly known: ResourceClass;
  readonly path: ArmPath;
  /** Inputs that are part of the id, not of the body. */
  readonly pathInputs: ReadonlySet<string>;
  /** The input that holds the resource's own name; undefined for a class of which there is only one. */
  readonly nameInput: string | undefined;
}

const classes = new Map<string, ArmClass>();

/**
 * The class of a token.
 *
 * @throws {Refusal} when the SDK has no such class.
 */
export function armClassOf(token: string): ArmClass {
  const cached = classes.get(token);
  if (cached !== undefined) return cached;
  const known = classOf(token);
  const path = armPathOf(token) ?? deriveArmPath(token, known.required, [...known.inputs]);
  const armClass = {
    known,
    path,
    pathInputs: new Set(inputsOf(path)),
    nameInput: inputsOf(path).at(-1),
  };
  classes.set(token, armClass);
  return armClass;
}

/**
 * The id the inputs come to.
 *
 * @throws {Refusal} when an input the id is made of is missing or has no form a name may have.
 */
export function idOf(
  { path, pathInputs }: ArmClass,
  inputs: JsonObject,
  subscriptionId: string,
): string {
  const id = armId(path, inputs, subscriptionId);
  if (id !== undefined) return id;
  const parts = [...pathInputs].map((name) => `${name}=${JSON.stringify(inputs[name])}`);
  throw new Refusal(`the id of a ${path.type} cannot be made of ${parts.join(", ")}`);
}
