import { keyOf } from "../../store/resources";
import type { Resource } from "../../store/resources";
import { textOf } from "../../values/json";
import { isJsonObject } from "../../values/property";
import { ArmError } from "../error";
import { partsOf } from "../existence";
import { objectsIn } from "../outputs/network";
import type { Rule, World } from "../world";

/** What is done inside a machine, by an agent that runs only while the machine does. */
const insideMachine = new Set([
  "microsoft.compute/virtualmachines/extensions",
  "microsoft.compute/virtualmachines/runcommands",
]);

/** Nothing is done inside a machine that is off: https://learn.microsoft.com/azure/virtual-machines/extensions/troubleshoot */
export const machineRuns: Rule = (world, { wish }) => refuse(world, wish.id);

/** Nor taken away from it; with the machine it may go. */
export function refuseStoppedMachine(world: World, { id }: Resource): void {
  refuse(world, id);
}

function refuse(world: World, id: string): void {
  const { type = "", parentId } = partsOf(id) ?? {};
  if (!insideMachine.has(keyOf(type)) || parentId === undefined) return;
  const machine = world.resources.get(parentId);
  if (machine === undefined || isRunning(machine)) return;
  throw new ArmError(
    409,
    "OperationNotAllowed",
    `Cannot modify extensions in the VM when the VM is not running: '${machine.id}'.`,
  );
}

/** A machine runs until somebody, or a schedule, switches it off. */
function isRunning({ body: { instanceView } }: Resource): boolean {
  const statuses = isJsonObject(instanceView) ? objectsIn(instanceView["statuses"]) : [];
  return !statuses.some(({ code }) => /^PowerState\/(stopped|deallocated)$/i.test(textOf(code)));
}
