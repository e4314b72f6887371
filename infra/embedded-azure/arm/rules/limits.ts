import { keyOf } from "../../store/resources";
import { textOf } from "../../values/json";
import { isJsonObject } from "../../values/property";
import { ArmError } from "../error";
import { partsOf } from "../existence";
import { numberSet } from "../settings";
import type { Change, Rule, World } from "../world";
import { plainLocation } from "./immutable";

/** How many of something Azure lets there be, and how many there are where one more is asked for. */
interface Limit {
  readonly type: string;
  readonly most: number;
  readonly where: string;
  readonly count: (world: World, change: Change) => number;
  readonly source: string;
}

const applicationGroups = "Microsoft.DesktopVirtualization/applicationGroups";
const roleAssignments = "Microsoft.Authorization/roleAssignments";
const allLimits =
  "https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits";
const desktopLimits = `${allLimits}#azure-virtual-desktop-service-limits`;

const limits: readonly Limit[] = [
  {
    type: applicationGroups,
    most: 500,
    where: "the tenant",
    // The store is one tenant.
    count: ({ resources }) => resources.ofType(applicationGroups).length,
    source: `${desktopLimits}; a support request raises it`,
  },
  {
    type: "Microsoft.DesktopVirtualization/workspaces",
    most: 1300,
    where: "the tenant",
    count: ({ resources }) => resources.ofType("Microsoft.DesktopVirtualization/workspaces").length,
    source: `${desktopLimits}: workspaces of a tenant`,
  },
  {
    type: roleAssignments,
    most: 200,
    where: "one object of Azure Virtual Desktop",
    count: ({ resources }, { parts }) =>
      /\/providers\/Microsoft\.DesktopVirtualization\//i.test(parts.parentId ?? "")
        ? resources
            .below(`${parts.parentId ?? ""}/providers/${roleAssignments}`)
            .filter(({ type }) => keyOf(type) === keyOf(roleAssignments)).length
        : 0,
    source: desktopLimits,
  },
  {
    type: "Microsoft.Resources/resourceGroups",
    most: 980,
    where: "a subscription",
    count: ({ resources }, { parts }) =>
      resources
        .ofType("Microsoft.Resources/resourceGroups")
        .filter(({ id }) => keyOf(id).startsWith(`${keyOf(parts.parentId ?? "")}/`)).length,
    source: `${allLimits}#azure-subscription-limits`,
  },
  {
    type: "Microsoft.Network/virtualNetworks/subnets",
    most: 3000,
    where: "a virtual network",
    count: siblings,
    source: `${allLimits}#azure-networking-limits`,
  },
  {
    type: "Microsoft.Network/virtualNetworks/virtualNetworkPeerings",
    most: 500,
    where: "a virtual network",
    count: siblings,
    source: `${allLimits}#azure-networking-limits`,
  },
  {
    type: "Microsoft.Storage/storageAccounts",
    most: 250,
    where: "a region of a subscription",
    count: ({ resources }, { wish, parts }) =>
      resources
        .ofType("Microsoft.Storage/storageAccounts")
        .filter(
          ({ id, body }) =>
            partsOf(id)?.subscriptionId === parts.subscriptionId &&
            plainLocation(textOf(body["location"])) ===
              plainLocation(textOf(wish.body["location"])),
        ).length,
    source: `${allLimits}#azure-storage-limits`,
  },
  {
    type: "Microsoft.Authorization/locks",
    most: 20,
    where: "one scope",
    count: siblings,
    source: `${allLimits}#azure-resource-group-limits`,
  },
];

/** Resources of the same type in or on the same thing. */
function siblings({ resources }: World, { parts, wish }: Change): number {
  const collection = wish.id.slice(0, wish.id.lastIndexOf("/"));
  return resources.below(collection).filter(({ type }) => keyOf(type) === keyOf(parts.type)).length;
}

/** Tags of one resource: https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations */
const mostTags = 50;

/** A resource has no more tags than Azure keeps. */
export const tagsFit: Rule = (_world, { wish }) => {
  const { tags } = wish.body;
  const count = isJsonObject(tags) ? Object.keys(tags).length : 0;
  if (count > mostTags)
    throw new ArmError(
      400,
      "InvalidTagCount",
      `The number of tags on the resource is ${count}; a resource has ${mostTags} at most: ${wish.id}.`,
    );
};

/** There are no more of anything than Azure lets there be. */
export const keepsLimits: Rule = (world, change) => {
  if (change.previous !== undefined) return;
  for (const { type, most: byItself, where, count } of limits) {
    if (keyOf(type) !== keyOf(change.parts.type)) continue;
    const most = numberSet(world.setting, `limit.${type}`, byItself);
    if (count(world, change) >= most)
      throw new ArmError(
        409,
        // How Azure words it is not documented; the code stands for it.
        "QuotaExceeded",
        `There are ${most} ${type} in ${where}, and there can be no more: ${change.wish.id}.`,
      );
  }
};
