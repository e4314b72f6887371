import { keyOf } from "../../store/resources";
import type { Resource, Resources } from "../../store/resources";
import { textOf } from "../../values/json";
import type { Json, JsonObject } from "../../values/property";
import { isArray, valueAt } from "../../values/property";
import { ArmError } from "../error";
import { partsOf } from "../existence";
import { objectsIn } from "../outputs/network";
import type { Rule, World } from "../world";
import { plainLocation } from "./immutable";

// What Azure refuses is documented; its words are not, and those here stand for them.

const workspaceType = "Microsoft.DesktopVirtualization/workspaces";

/** Resources of desktop virtualization that stand in the region of what they name. */
const sameRegion: readonly {
  readonly type: string;
  readonly named: (body: JsonObject) => readonly string[];
  readonly source: string;
}[] = [
  {
    type: workspaceType,
    named: groupsOf,
    source: "https://github.com/Azure/missionlz/issues/1060",
  },
  {
    type: "Microsoft.DesktopVirtualization/applicationGroups",
    named: ({ hostPoolArmPath }) => [textOf(hostPoolArmPath)],
    source:
      "https://learn.microsoft.com/azure/virtual-desktop/manage-app-groups: its workspace stands in the host pool's region; and, by the row above, in its own",
  },
  {
    type: "Microsoft.DesktopVirtualization/scalingPlans",
    named: ({ hostPoolReferences }) =>
      objectsIn(hostPoolReferences).map(({ hostPoolArmPath }) => textOf(hostPoolArmPath)),
    source:
      "https://learn.microsoft.com/azure/virtual-desktop/autoscale-create-assign-scaling-plan#prerequisites",
  },
];

/** Workspace, application group, host pool and scaling plan stand in one region. */
export const desktopsStandTogether: Rule = ({ resources }, { wish, parts }) => {
  const row = sameRegion.find(({ type }) => keyOf(type) === keyOf(parts.type));
  const here = plainLocation(textOf(wish.body["location"]));
  if (row === undefined || here === "") return;
  for (const id of row.named(wish.body)) {
    const there = plainLocation(textOf(resources.get(id)?.body["location"]));
    if (there !== "" && there !== here)
      throw refused(
        `${wish.id} is in ${here} and names ${id}, which is in ${there}: both must be in the same region.`,
      );
  }
};

/**
 * An application group is in one workspace, and all groups of a host pool are in the same one:
 * https://learn.microsoft.com/azure/virtual-desktop/terminology#workspaces,
 * https://learn.microsoft.com/azure/virtual-desktop/manage-app-groups
 */
export const poolHasOneWorkspace: Rule = (world, { wish, parts }) => {
  if (keyOf(parts.type) !== keyOf(workspaceType)) return;
  const pools = new Set(groupsOf(wish.body).flatMap((id) => poolOf(world.resources, id)));
  for (const other of workspacesBeside(world, wish.id))
    for (const id of groupsOf(other.body))
      for (const pool of poolOf(world.resources, id))
        if (pools.has(pool))
          throw refused(
            `${wish.id} cannot have application groups of ${pool}: ${id} of the same host pool is in workspace ${other.id}.`,
          );
};

function workspacesBeside({ resources }: World, id: string): readonly Resource[] {
  return resources.ofType(workspaceType).filter((other) => keyOf(other.id) !== keyOf(id));
}

/** The host pool of an application group, by its key. */
function poolOf(resources: Resources, groupId: string): readonly string[] {
  if (partsOf(groupId) === undefined) return [];
  const pool = textOf(valueAt(resources.get(groupId)?.body, "hostPoolArmPath"));
  return pool === "" ? [] : [keyOf(pool)];
}

function groupsOf({ applicationGroupReferences: ids }: JsonObject): readonly string[] {
  return (isArray<Json>(ids) ? ids : []).map(textOf);
}

function refused(text: string): ArmError {
  return new ArmError(400, "400", `ActivityId: embedded Error: ${text}`);
}
