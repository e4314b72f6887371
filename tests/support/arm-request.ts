import { armPathOf, inputsOf } from "../../infra/azure/arm-paths";
import { armBody } from "../../infra/resources/arm-body";
import { UNKNOWN } from "../../infra/resources/registered";

type Values = Readonly<Record<string, unknown>>;

/** A request to ARM as its published types describe it. */
export interface ArmRequest {
  readonly type: string;
  readonly body: Values;
}

/** The request that inputs of a class of azure-native come to; undefined for a class without a path. */
export function armRequest(token: string, inputs: Values): ArmRequest | undefined {
  const path = armPathOf(token);
  if (path === undefined) return undefined;
  const name = inputs[inputsOf(path).at(-1) ?? ""] ?? UNKNOWN;
  return { type: path.type, body: { ...armBody(path, inputs), name } };
}
