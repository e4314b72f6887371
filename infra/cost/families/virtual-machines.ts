import { NotPriceable } from "../reading";
import { units } from "../units";
import { attempt, type Context, type Family, running, used } from "./family";
import {
  computeMeter,
  machineDisks,
  priorityOf,
  softwareOf,
  softwareOfOthers,
} from "./machine-parts";

export const virtualMachines: Family = {
  name: "Virtual machines",
  group: "sessions",
  types: ["compute:VirtualMachine"],
  usage: [
    "monthlyHours",
    "monthlyOsDiskOperations",
    "monthlyDataDiskOperations",
    "ultraReservationVcpus",
  ],
  *findings(context) {
    const { inputs } = context;
    yield* attempt("compute", "Compute", () => [compute(context)]);
    yield* machineDisks(context, inputs);
    yield* softwareOfOthers(inputs, inputs.text("plan.name"));
    if (inputs.flag("additionalCapabilities.ultraSSDEnabled"))
      yield used(
        context,
        "ultra-reservation",
        "Ultra disk reservation while none is attached",
        "disk/ultra-ssd/reservation",
        units.vCpus,
        "ultraReservationVcpus",
      );
  },
};

function compute(context: Context) {
  const { inputs, offer } = context;
  const size = inputs.text("hardwareProfile.vmSize");
  if (size === undefined) throw new NotPriceable("hardwareProfile.vmSize is missing");
  if (inputs.has("host") || inputs.has("hostGroup"))
    throw new NotPriceable("a machine on a dedicated host is billed with the host");
  const software = softwareOf(inputs);
  const { name, meter, standIn } = computeMeter(size, software, priorityOf(inputs), offer);
  return running(context, "compute", name, meter, {
    ...(standIn === undefined ? {} : { standIn }),
    ...(software.assumed === undefined ? {} : { assumed: software.assumed }),
  });
}
