import type { Objects } from "../../store/objects";
import { textOf } from "../../values/json";
import type { Json, JsonObject } from "../../values/property";
import { Refusal } from "../../values/refusal";

export const groupToken = "azuread:index/group:Group";
const memberToken = "azuread:index/groupMember:GroupMember";

/** Form of the ids, as the import sections of the SDK's documentation give them. */
const idForms: Readonly<Record<string, (objectId: string, inputs: JsonObject) => string>> = {
  [groupToken]: (objectId) => `/groups/${objectId}`,
  [memberToken]: (_objectId, inputs) =>
    `${bareId(inputs["groupObjectId"])}/member/${bareId(inputs["memberObjectId"])}`,
  "azuread:index/application:Application": (objectId) => `/applications/${objectId}`,
  "azuread:index/servicePrincipal:ServicePrincipal": (objectId) => `/servicePrincipals/${objectId}`,
  "azuread:index/user:User": (objectId) => `/users/${objectId}`,
};

/** Inputs the genuine provider makes a new object for ("Changing this forces a new resource" in its documentation). */
const forced: Readonly<Record<string, readonly string[]>> = {
  [groupToken]: ["behaviors", "mailEnabled", "mailNickname", "types", "assignableToRole"],
  [memberToken]: ["groupObjectId", "memberObjectId"],
  "azuread:index/servicePrincipal:ServicePrincipal": ["clientId"],
};

/** The id of a new object. */
export function idFor(token: string, objectId: string, inputs: JsonObject): string {
  return idForms[token]?.(objectId, inputs) ?? objectId;
}

/** Whether a change of an input makes a new object. */
export function forcesNew(token: string, key: string): boolean {
  return forced[token]?.includes(key) ?? false;
}

/** @throws {Refusal} when an object names another that is not there, or bears a name it says must be unique. */
export function refuseUnmet(objects: Objects, token: string, inputs: JsonObject): void {
  if (token === memberToken) {
    const group = bareId(inputs["groupObjectId"]);
    if (objects.get(`/groups/${group}`) === undefined)
      throw new Refusal(`Group with object ID "${group}" was not found in the directory`);
  }
  if (token === groupToken && inputs["preventDuplicateNames"] === true) {
    const same = objects
      .ofToken(groupToken)
      .filter(
        ({ body }) =>
          body["displayName"] === inputs["displayName"] && body["objectId"] !== inputs["objectId"],
      );
    const [first] = same;
    // In the words of the genuine provider (ImportAsDuplicateDiag of terraform-provider-azuread).
    if (first !== undefined)
      throw new Refusal(
        `An existing "azuread_group" with name "${textOf(inputs["displayName"])}" (ID: "${bareId(first.id)}") was found and \`prevent_duplicate_names\` was specified`,
      );
  }
}

function bareId(value: Json | undefined): string {
  return textOf(value).replace(/^.*\//, "");
}
