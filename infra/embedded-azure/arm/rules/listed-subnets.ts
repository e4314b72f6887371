import { keyOf } from "../../store/resources";
import { isArray } from "../../values/property";
import type { Json } from "../../values/property";
import { remove } from "../remove";
import { inlineSubnets } from "../subnets";
import type { Effect } from "../world";

/**
 * A virtual network that is written with a list of subnets has those and no others: ARM deletes what
 * was made beside the list, or refuses where it is in use. A network written without a list keeps all,
 * for azure-native reads them first and sends them along.
 * https://github.com/pulumi/pulumi-azure-native/issues/611
 */
export const dropsUnlistedSubnets: Effect = (world, { wish }) => {
  if (!isArray<Json>(wish.body["subnets"])) return;
  const listed = new Set(inlineSubnets(wish.body).map(({ name }) => keyOf(name)));
  for (const { id, type, name } of world.resources.below(`${wish.id}/subnets`))
    if (/\/virtualNetworks\/subnets$/i.test(type) && !listed.has(keyOf(name))) remove(world, id);
};
