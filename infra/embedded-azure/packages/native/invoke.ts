import { listKeys, serviceSas } from "../../arm/keys";
import { ArmError } from "../../arm/error";
import { registrationTokens } from "../../arm/registration";
import { caller, tenantId } from "../../arm/tenant";
import type { World } from "../../arm/world";
import { functionClass } from "../../sdk/function-class";
import { resourceClass } from "../../sdk/resource-class";
import type { Resource } from "../../store/resources";
import type { JsonObject, PropertyObject } from "../../values/property";
import { Secret } from "../../values/property";
import { Refusal } from "../../values/refusal";
import { armClassOf, idOf } from "./arm-class";
import { outputsFrom } from "./state";

type Answer = (world: World, given: JsonObject) => PropertyObject;

const answers: Readonly<Record<string, Answer>> = {
  "azure-native:authorization:getClientConfig": ({ subscriptionId }) => ({
    ...caller,
    subscriptionId,
    tenantId,
  }),
  "azure-native:desktopvirtualization:listHostPoolRegistrationTokens": (world, given) => {
    const tokens = registrationTokens(world, found(world, "desktopvirtualization:HostPool", given));
    return {
      value: tokens.map(({ token, expirationTime }) => ({
        token: new Secret(token),
        expirationTime,
      })),
    };
  },
  "azure-native:desktopvirtualization:getHostPoolRegistrationToken": (world, given) => {
    const [first] = registrationTokens(
      world,
      found(world, "desktopvirtualization:HostPool", given),
    );
    return first === undefined
      ? {}
      : { token: new Secret(first.token), expirationTime: first.expirationTime };
  },
  "azure-native:storage:listStorageAccountServiceSAS": (world, given) => {
    const account = found(world, "storage:StorageAccount", given);
    return { serviceSasToken: new Secret(serviceSas(world, account.id, given)) };
  },
  "azure-native:storage:listStorageAccountKeys": (world, given) => {
    const account = found(world, "storage:StorageAccount", given);
    return {
      keys: listKeys(world, account.id).map(({ value, ...key }) => ({
        ...key,
        value: new Secret(value),
      })),
    };
  },
};

/**
 * Answers a function of azure-native: those above, and the getter of every resource class.
 *
 * @throws {Refusal} when what is asked for is not there, or the embedded Azure has no answer.
 */
export function invoke(world: World, token: string, given: JsonObject): PropertyObject {
  const known = functionClass(token);
  if (known === undefined) throw new Refusal(`Invoke type ${token} not found`);
  for (const name of known.required)
    if (given[name] === undefined) throw new Refusal(`missing required property '${name}'`);
  const answer = answers[token];
  if (answer !== undefined) return answer(world, given);
  const classToken = token.replace(/:get(\w+)$/, ":$1");
  if (classToken === token || resourceClass(classToken) === undefined)
    throw new Refusal(`the embedded Azure does not answer ${token}`);
  const resource = found(world, classToken.replace("azure-native:", ""), given);
  return { ...outputsFrom(world, armClassOf(classToken), resource, {}), id: resource.id };
}

function found(world: World, className: string, given: JsonObject): Resource {
  const id = idOf(armClassOf(`azure-native:${className}`), given, world.subscriptionId);
  const resource = world.resources.get(id);
  if (resource === undefined)
    throw new ArmError(404, "ResourceNotFound", `The Resource '${id}' was not found.`);
  return resource;
}
