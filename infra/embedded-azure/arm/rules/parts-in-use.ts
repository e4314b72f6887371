import { keyOf } from "../../store/resources";
import type { Rule } from "../world";
import { inUse } from "./in-use";
import { isLoose } from "./loose-uses";
import { exists, hasElement, partsOf } from "../existence";

/** A part written down in a resource, e.g. a subnet in its network, cannot be left out while others use it. */
export const keepsPartsInUse: Rule = (world, { wish, previous }) => {
  if (previous === undefined) return;
  for (const use of world.resources.usersOf(wish.id)) {
    const parts = partsOf(use.target);
    const isPart = parts?.parentId !== undefined && keyOf(parts.parentId) === keyOf(wish.id);
    if (!isPart || world.resources.get(use.target) !== undefined || isLoose(use)) continue;
    const name = parts.names.at(-1) ?? "";
    if (hasElement(wish.body, parts.type, name)) continue;
    // It was there until now, so it is this change that would take it away.
    if (exists(world.resources, use.target) && keyOf(use.source) !== keyOf(wish.id))
      throw inUse(world, use.target, [use.source]);
  }
};
