import { keyOf } from "../../store/resources";
import { ArmError } from "../error";
import type { Change, Rule, World } from "../world";

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
const desktopLimits =
  "https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-virtual-desktop-service-limits";

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
];

/** There are no more of anything than Azure lets there be. */
export const keepsLimits: Rule = (world, change) => {
  if (change.previous !== undefined) return;
  for (const { type, most, where, count } of limits)
    if (keyOf(type) === keyOf(change.parts.type) && count(world, change) >= most)
      throw new ArmError(
        409,
        // How Azure words it is not documented; the code stands for it.
        "QuotaExceeded",
        `There are ${most} ${type} in ${where}, and there can be no more: ${change.wish.id}.`,
      );
};
