import { lastingRules } from "../../arm/catalogue";
import type { Wish, World } from "../../arm/world";
import { parseArmId } from "../../../azure/arm-ids";
import { Refusal, messageOf } from "../../values/refusal";

/**
 * What Azure will refuse of an update that azure-native plans without a word: a preview warns of it.
 *
 * @param wish what is known of the resource as it is to be.
 */
export function refusedAhead(world: World, wish: Wish): readonly string[] {
  const previous = world.resources.get(wish.id);
  if (previous === undefined) return [];
  const change = { wish, parts: parseArmId(wish.id), name: previous.name, previous };
  return lastingRules.flatMap((rule) => {
    try {
      rule(world, change);
      return [];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return [`Azure will refuse this change: ${messageOf(error)}`];
    }
  });
}
