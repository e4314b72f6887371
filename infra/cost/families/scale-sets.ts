import { Decimal, hoursPerMonth } from "../money";
import { type Inputs, NotPriceable } from "../reading";
import { units } from "../units";
import { attempt, type Context, type Family, metered } from "./family";
import {
  computeMeter,
  machineDisks,
  priorityOf,
  softwareOf,
  softwareOfOthers,
} from "./machine-parts";

export const scaleSets: Family = {
  name: "Scale sets",
  group: "sessions",
  types: ["compute:VirtualMachineScaleSet"],
  usage: ["instances", "monthlyHours", "monthlyOsDiskOperations", "monthlyDataDiskOperations"],
  *findings(context) {
    const { inputs, usage } = context;
    const machine = inputs.part("virtualMachineProfile");
    // A flexible scale set may hold only machines of their own.
    if (machine === undefined) {
      yield {
        kind: "free",
        reason: "the machines of a scale set without a profile are billed one by one",
      };
      return;
    }
    const said = usage("instances") ?? inputs.amount("sku.capacity");
    const instances = said ?? new Decimal(1);
    const assumed = said === undefined ? "number of instances not named: one" : undefined;
    yield* machineDisks(context, machine, instances);
    yield* softwareOfOthers(machine, inputs.text("plan.name"));
    yield* attempt("compute", "Compute", () => [compute(context, machine, instances, assumed)]);
  },
};

function compute(
  { inputs, usage, offer }: Context,
  machine: Inputs,
  instances: Decimal,
  assumed: string | undefined,
) {
  const size = inputs.text("sku.name");
  if (size === undefined) throw new NotPriceable("sku.name is missing");
  const software = softwareOf(machine);
  const { name, meter, standIn } = computeMeter(size, software, priorityOf(machine), offer);
  const assumptions = [assumed, software.assumed].filter((text) => text !== undefined).join("; ");
  return metered(
    "compute",
    name,
    meter,
    units.hours,
    (usage("monthlyHours") ?? hoursPerMonth).times(instances),
    {
      ...(standIn === undefined ? {} : { standIn }),
      ...(assumptions === "" ? {} : { assumed: assumptions }),
    },
  );
}
