import { ArmError } from "../error";
import { exists, partsOf } from "../existence";
import type { Rule } from "../world";

/** A resource needs the resource group, and the parent or the scope, it is to stand in. */
export const placeExists: Rule = ({ resources }, { wish, parts, name }) => {
  if (parts.resourceGroup !== undefined && !isGroup(parts.type)) {
    const group = `/subscriptions/${parts.subscriptionId ?? ""}/resourceGroups/${parts.resourceGroup}`;
    if (!exists(resources, group))
      throw new ArmError(
        404,
        "ResourceGroupNotFound",
        `Resource group '${parts.resourceGroup}' could not be found.`,
      );
  }
  const { parentId } = parts;
  if (parentId === undefined || exists(resources, parentId)) return;
  if (partsOf(parentId) === undefined)
    throw new ArmError(
      400,
      "InvalidScope",
      `The scope '${parentId}' of '${wish.id}' is not valid.`,
    );
  throw new ArmError(
    404,
    "ParentResourceNotFound",
    `Failed to perform 'write' on resource(s) of type '${parts.type}', because the parent resource '${parentId}' of '${name}' could not be found.`,
  );
};

function isGroup(type: string): boolean {
  return /^Microsoft\.Resources\/resourceGroups$/i.test(type);
}
