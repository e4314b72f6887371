import { caller, tenantId } from "../../arm/tenant";
import type { World } from "../../arm/world";
import { functionClass } from "../../sdk/function-class";
import type { PropertyObject } from "../../values/property";
import { Refusal } from "../../values/refusal";

/** Answers a function of azure-native. */
export function invoke(world: World, token: string, _given: PropertyObject): PropertyObject {
  if (functionClass(token) === undefined) throw new Refusal(`Invoke type ${token} not found`);
  if (token === "azure-native:authorization:getClientConfig")
    return { ...caller, subscriptionId: world.subscriptionId, tenantId };
  throw new Refusal(`the embedded Azure does not answer ${token}`);
}
