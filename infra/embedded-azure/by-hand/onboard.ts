import { armPathOf } from "../../azure/arm-paths";
import { parseArmId } from "../../azure/arm-ids";
import { stableGuid } from "../../azure/guid";
import { create } from "../arm/write";
import { worldIn } from "../arm/world-in";
import type { Store } from "../store/store";
import { textOf } from "../values/json";
import { Refusal, messageOf } from "../values/refusal";
import { entryFor, type Entry } from "./entry";

const token = "azure-native:hybridcompute:Machine";

/**
 * What `azcmagent connect` does on a Windows server somewhere: makes its machine in Azure Arc, which no program does.
 *
 * @param id where it is to be, in a resource group that is there.
 * @throws {Refusal} when the id is none of such a machine, or Azure would not have it.
 */
export function onboardByHand(store: Store, id: string): Entry {
  const { type, subscriptionId = "", names } = partsOf(id);
  if (type.toLowerCase() !== armPathOf(token)?.type.toLowerCase())
    throw new Refusal(`${id} is no id of a machine of Azure Arc`);
  const event = { operation: "create", token, id } as const;
  try {
    return store.transaction(() => {
      const world = worldIn(store, subscriptionId);
      const group = world.resources.get(id.split("/").slice(0, 5).join("/"));
      create(world, {
        id,
        token,
        body: {
          location: textOf(group?.body["location"]),
          kind: "",
          osName: "windows",
          osType: "windows",
          status: "Connected",
          vmId: stableGuid("arcMachine", id.toLowerCase()),
          displayName: names.at(-1) ?? "",
          agentVersion: "1.48.02881.1941",
        },
        secretPaths: new Set(),
      });
      store.events.add({ ...event, outcome: "done by hand" });
      return entryFor(store, id);
    });
  } catch (error) {
    store.events.add({ ...event, outcome: `by hand: ${messageOf(error)}` });
    throw error;
  }
}

function partsOf(id: string): ReturnType<typeof parseArmId> {
  try {
    return parseArmId(id);
  } catch (error) {
    throw new Refusal(messageOf(error));
  }
}
