import { builtInRoles as roles } from "../../../azure/roles";
import { wellKnownApps } from "../../../azure/well-known-apps";
import { keyOf } from "../../store/resources";
import { textOf } from "../../values/json";
import { ArmError } from "../error";
import { partsOf } from "../existence";
import { objectsIn } from "../outputs/network";
import { servicePrincipalOf } from "../tenant";
import type { Rule, World } from "../world";

/**
 * A scaling plan is refused for a host pool, even switched off, unless Azure Virtual Desktop itself
 * may switch that pool's hosts: https://learn.microsoft.com/azure/virtual-desktop/autoscale-create-assign-scaling-plan#prerequisites
 */
export const scalingIsPermitted: Rule = (world, { wish, parts }) => {
  if (keyOf(parts.type) !== "microsoft.desktopvirtualization/scalingplans") return;
  for (const { hostPoolArmPath } of objectsIn(wish.body["hostPoolReferences"])) {
    const pool = textOf(hostPoolArmPath);
    if (!mayPower(world, pool))
      throw new ArmError(
        400,
        "400",
        `The Azure Virtual Desktop service principal (application ${wellKnownApps.azureVirtualDesktop}) is not authorized to perform power operations on session hosts of ${pool}. Assign it the role '${roles.desktopVirtualizationPowerOnOffContributor.name}' first.`,
      );
  }
};

/** Whether the role is given on the pool or on anything it stands in. */
function mayPower({ resources }: World, pool: string): boolean {
  const principal = servicePrincipalOf(wellKnownApps.azureVirtualDesktop);
  for (
    let scope: string | undefined = pool;
    scope !== undefined;
    scope = partsOf(scope)?.parentId
  ) {
    const claim = `role assignment of ${roles.desktopVirtualizationPowerOnOffContributor.id} to ${principal} at ${scope}`;
    if (resources.holdersOf(claim).length > 0) return true;
  }
  return false;
}
