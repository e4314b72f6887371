import { ArmError } from "../error";
import { exists, hasElement, partsOf } from "../existence";
import { usesIn } from "../uses";
import { keyOf } from "../../store/resources";
import type { Change, Rule, World } from "../world";

/** Whatever a resource names by id must be there, as far as the subscription it is in is one the store knows. */
export const referencesExist: Rule = (world, change) => {
  for (const { property, target } of usesIn(change.wish.body)) {
    const parts = partsOf(target);
    if (parts === undefined)
      throw new ArmError(
        400,
        "LinkedInvalidPropertyId",
        `Property id '${target}' at path '${property}' is invalid. Expect fully qualified resource Id that start with '/subscriptions/{subscriptionId}' or '/providers/{resourceProviderNamespace}/'.`,
      );
    if (!isKnownSubscription(world, parts.subscriptionId)) continue;
    if (exists(world.resources, target) || isOwnPart(change, target)) continue;
    throw new ArmError(
      404,
      "InvalidResourceReference",
      `Resource ${target} referenced by property '${property}' of resource ${change.wish.id} was not found. Please make sure that the referenced resource exists.`,
    );
  }
};

/** A load balancer, for one, names parts of itself by id. */
function isOwnPart({ wish }: Change, target: string): boolean {
  const parts = partsOf(target);
  if (parts?.parentId === undefined || keyOf(parts.parentId) !== keyOf(wish.id)) return false;
  return hasElement(wish.body, parts.type, parts.names.at(-1) ?? "");
}

function isKnownSubscription({ resources, subscriptionId }: World, other?: string): boolean {
  if (other === undefined) return false;
  return keyOf(other) === keyOf(subscriptionId) || resources.hasAny(`/subscriptions/${other}`);
}
