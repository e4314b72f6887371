import { keyOf } from "../../store/resources";
import { ArmError } from "../error";
import { partsOf } from "../existence";
import { inlineSubnets, networksOf, networksOfSubnet } from "../subnets";
import type { Subnet } from "../subnets";
import type { Rule, World } from "../world";
import { isLoose } from "./loose-uses";

/**
 * A subnet keeps its address range, and does not grow either, while something stands in it; another
 * range may be added to it:
 * https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-subnet#change-subnet-settings
 */
export const usedRangesStay: Rule = (world, { wish, parts, name, previous }) => {
  if (previous === undefined) return;
  switch (keyOf(parts.type)) {
    case "microsoft.network/virtualnetworks":
      for (const subnet of inlineSubnets(wish.body))
        refuseLosing(world, `${wish.id}/subnets/${subnet.name}`, subnet);
      return;
    case "microsoft.network/virtualnetworks/subnets":
      refuseLosing(world, wish.id, { name, networks: networksOf(wish.body) });
      return;
    default:
  }
};

function refuseLosing(world: World, id: string, { name, networks }: Subnet): void {
  if (networks.length === 0) return;
  const kept = new Set(networks.map(({ text }) => text));
  const lost = networksOfSubnet(world.resources, id).find(({ text }) => !kept.has(text));
  if (lost === undefined || !isInUse(world, id)) return;
  throw new ArmError(
    400,
    "InUsePrefixCannotBeDeleted",
    `IpPrefix ${lost.text} on Subnet ${name} has active allocations and cannot be deleted.`,
  );
}

function isInUse({ resources }: World, id: string): boolean {
  const network = partsOf(id)?.parentId ?? "";
  return resources.usersOf(id).some((use) => keyOf(use.source) !== keyOf(network) && !isLoose(use));
}
