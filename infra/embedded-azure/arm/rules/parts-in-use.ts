import { exists } from "../existence";
import type { Rule } from "../world";
import { inUse } from "./in-use";
import { isLoose } from "./loose-uses";
import { hasElement, partsOf } from "../existence";

/** A part written down in a resource, e.g. a subnet in its network, cannot be left out while others use it. */
export const keepsPartsInUse: Rule = (world, { wish, previous }) => {
  if (previous === undefined) return;
  for (const use of world.resources.usersOf(wish.id)) {
    const type = partsOf(use.target)?.type;
    const isPart =
      type !== undefined && partsOf(use.target)?.parentId?.toLowerCase() === wish.id.toLowerCase();
    if (!isPart || world.resources.get(use.target) !== undefined || isLoose(use)) continue;
    const name = partsOf(use.target)?.names.at(-1) ?? "";
    if (hasElement(wish.body, type, name)) continue;
    // It was there until now, so it is this change that would take it away.
    if (exists(world.resources, use.target) && use.source.toLowerCase() !== wish.id.toLowerCase())
      throw inUse(world, use.target, [use.source]);
  }
};
