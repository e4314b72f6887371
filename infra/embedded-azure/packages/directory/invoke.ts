import { stableGuid } from "../../../azure/guid";
import { caller, servicePrincipalOf, tenantId } from "../../arm/tenant";
import { functionClass } from "../../sdk/function-class";
import type { Objects, StoredObject } from "../../store/objects";
import { textOf } from "../../values/json";
import type { Json, JsonObject, PropertyObject } from "../../values/property";
import { isArray } from "../../values/property";
import { Refusal } from "../../values/refusal";
import type { Settings } from "../provider";
import { groupToken } from "./classes";

type Answer = (objects: Objects, given: JsonObject, settings: Settings) => PropertyObject;

const answers: Readonly<Record<string, Answer>> = {
  "azuread:index/getClientConfig:getClientConfig": () => ({
    id: `${tenantId}-${caller.clientId}-${caller.objectId}`,
    ...caller,
    tenantId,
  }),
  "azuread:index/getServicePrincipal:getServicePrincipal": (_objects, given) => {
    // Microsoft's own applications stand in every tenant, under an object id of the tenant's own.
    const clientId = given["clientId"] ?? given["objectId"] ?? given["displayName"];
    if (typeof clientId !== "string")
      throw new Refusal("one of `clientId`,`display_name`,`object_id` must be specified");
    const objectId = servicePrincipalOf(clientId);
    return {
      id: `/servicePrincipals/${objectId}`,
      objectId,
      clientId,
      displayName: typeof given["displayName"] === "string" ? given["displayName"] : clientId,
      applicationTenantId: tenantId,
      accountEnabled: true,
      type: "Application",
    };
  },
  "azuread:index/getUser:getUser": (_objects, given) => {
    const name = given["userPrincipalName"] ?? given["mail"];
    if (typeof name !== "string")
      throw new Refusal("the embedded directory finds users by userPrincipalName or mail");
    return userNamed(name);
  },
  "azuread:index/getUsers:getUsers": (_objects, given) => {
    const users = textsOf(given["userPrincipalNames"] ?? given["mails"]).map(userNamed);
    return {
      id: `users#${stableGuid(...users.map(({ objectId }) => textOf(objectId)))}`,
      objectIds: users.map(({ objectId }) => objectId ?? ""),
      userPrincipalNames: users.map(({ userPrincipalName }) => userPrincipalName ?? ""),
      users,
    };
  },
  "azuread:index/getGroup:getGroup": (objects, given) => {
    const { displayName, objectId } = given;
    const groups = objects
      .ofToken(groupToken)
      .filter(({ body }) =>
        objectId === undefined
          ? body["displayName"] === displayName
          : body["objectId"] === objectId,
      );
    const [group, another] = groups;
    if (group === undefined)
      throw new Refusal(`No group found with display name: "${textOf(displayName ?? objectId)}"`);
    if (another !== undefined)
      throw new Refusal(`More than one group found with display name: "${textOf(displayName)}"`);
    return { id: group.id, members: [], owners: [], ...group.body };
  },
  "azuread:index/getGroups:getGroups": (objects, given) => {
    const names = textsOf(given["displayNames"]);
    const ids = textsOf(given["objectIds"]);
    const all = objects.ofToken(groupToken);
    const found =
      given["returnAll"] === true
        ? all
        : [
            ...names.map((name) => pick(all, "displayName", name)),
            ...ids.map((id) => pick(all, "objectId", id)),
          ];
    const lost = found.findIndex((group) => group === undefined);
    if (lost >= 0 && given["ignoreMissing"] !== true)
      throw new Refusal(`No group found with display name: "${[...names, ...ids][lost] ?? ""}"`);
    const groups = found.filter((group) => group !== undefined);
    return {
      id: `groups#${stableGuid(...groups.map(({ id }) => id))}`,
      displayNames: groups.map(({ body }) => body["displayName"] ?? ""),
      objectIds: groups.map(({ body }) => body["objectId"] ?? ""),
    };
  },
};

/** Answers a function of azuread. */
export function invoke(
  objects: Objects,
  token: string,
  given: JsonObject,
  settings: Settings,
): PropertyObject {
  const known = functionClass(token);
  if (known === undefined) throw new Refusal(`Invoke type ${token} not found`);
  for (const name of known.required)
    if (given[name] === undefined) throw new Refusal(`missing required property '${name}'`);
  const answer = answers[token];
  if (answer === undefined) throw new Refusal(`the embedded Azure does not answer ${token}`);
  return answer(objects, given, settings);
}

/** Any address under a domain is somebody's. */
function userNamed(name: string): JsonObject {
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(name))
    throw new Refusal(`User with UPN "${name}" was not found`);
  const objectId = stableGuid("embedded Azure", "user", name.toLowerCase());
  return {
    id: `/users/${objectId}`,
    objectId,
    userPrincipalName: name,
    displayName: name.replace(/@.*/, ""),
    mail: name,
    accountEnabled: true,
    userType: "Member",
  };
}

function pick(
  groups: readonly StoredObject[],
  property: string,
  value: string,
): StoredObject | undefined {
  return groups.find(({ body }) => body[property] === value);
}

function textsOf(value: Json | undefined): readonly string[] {
  return isArray<Json>(value) ? value.filter((each) => typeof each === "string") : [];
}
