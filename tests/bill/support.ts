import type { Bill } from "../../infra/bill/bill";
import { makeSide } from "../../infra/bill/make-side";
import { difference } from "../../infra/cost/difference";
import { readResources } from "../../infra/cost/read-resources";
import { usageOf } from "../../infra/cost/usage";
import type { Firm } from "../../infra/firm/firm";
import { prices, resource } from "../cost/support/price";
import { firm } from "../support/builders";

export const host = (name: string, vmSize = "Standard_D4as_v5", inputs = {}) =>
  resource(
    "compute:VirtualMachine",
    { hardwareProfile: { vmSize }, licenseType: "Windows_Client", ...inputs },
    name,
  );

/** A side of a bill of a few resources and a small firm. */
export function side(resources: readonly unknown[], one: Firm | undefined = firm()) {
  return makeSide({
    source: "the files",
    firm: one,
    resources: readResources(resources),
    said: usageOf({}),
    prices,
    year: 2026,
  });
}

/** A bill, compared with another one where there is one. */
export function billOf(
  resources: readonly unknown[],
  before?: readonly unknown[],
  one: Firm | undefined = firm(),
): Bill {
  const after = side(resources, one);
  const earlier = before === undefined ? undefined : side(before, one);
  return {
    stack: "prod.dupont",
    before: earlier,
    after,
    difference: earlier && difference(earlier.estimate, after.estimate),
    prices,
    year: 2026,
    warnings: [],
  };
}
