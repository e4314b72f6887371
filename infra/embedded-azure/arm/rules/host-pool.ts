import { keyOf } from "../../store/resources";
import type { Resource } from "../../store/resources";
import { ArmError } from "../error";
import { partsOf } from "../existence";
import type { World } from "../world";

const poolType = "microsoft.desktopvirtualization/hostpools";

/**
 * A host pool goes after its application groups, and after its session hosts: only `force=true`, which
 * azure-native does not send, takes these along. Azure's words, for application groups:
 * https://github.com/hashicorp/terraform/issues/31075; `force`:
 * https://learn.microsoft.com/rest/api/desktopvirtualization/host-pools/delete
 */
export function refuseOccupiedPool({ resources }: World, { id, name, type }: Resource): void {
  if (keyOf(type) !== poolType) return;
  if (resources.usersOf(id).some(({ source }) => isOf(source, /\/applicationGroups$/i)))
    throw stillHas(name, "ApplicationGroups");
  if (resources.below(id).some((child) => isOf(child.id, /\/hostPools\/sessionHosts$/i)))
    throw stillHas(name, "SessionHosts");
}

function isOf(id: string, wanted: RegExp): boolean {
  return wanted.test(partsOf(id)?.type ?? "");
}

function stillHas(pool: string, what: string): ArmError {
  return new ArmError(
    400,
    "400",
    `ActivityId: embedded Error: The SessionHostPool ${pool} could not be deleted because it still has ${what} associated with it. Please remove all ${what} from the SessionHostPool and retry the operation.`,
  );
}
