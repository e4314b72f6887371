import { estimate } from "../cost/estimate";
import type { PriceList } from "../cost/price-list";
import type { Usage } from "../cost/usage";
import type { Firm } from "../firm/firm";
import type { Platform } from "../platform/platform";
import type { RegisteredResource } from "../resources/registered";
import { assumedUse } from "./assumed-use";
import type { BillSide } from "./bill";
import { layerUsage } from "./layer-usage";
import { weekRatio } from "./scaling-week";

export interface SideInput {
  readonly source: string;
  readonly firm: Firm | undefined;
  readonly resources: readonly RegisteredResource[];
  /** What the usage file says. */
  readonly said: Usage;
  readonly prices: PriceList;
  /** Whose calendar counts. */
  readonly year: number;
  /**
   * What the firm's own files register, where the resources are not made from them: hosts then run
   * by the plan that the resources have.
   */
  readonly ofFirm?: readonly RegisteredResource[];
}

/** The bill of a stack of ours: what the usage file does not say of its use is assumed. */
export function makeSide(input: SideInput): BillSide {
  const { source, firm, resources, said, prices, year, ofFirm = resources } = input;
  const assumed = assumedUse(resources, firm, year, weekRatio(resources, ofFirm));
  const { usage, assumptions } = layerUsage(said, assumed.assumptions, resources);
  const named = new Set(said.extras.map(({ name }) => name));
  const extras = assumed.lines.filter(({ name }) => !named.has(name));
  const full: Usage = { ...usage, extras: [...said.extras, ...extras] };
  return {
    source,
    firm,
    resources,
    usage: full,
    assumptions,
    estimate: estimate({ resources, usage: full, prices }),
  };
}

/** The bill of a program of others: nothing is assumed of its use. */
export function makeForeignSide({
  source,
  resources,
  said,
  prices,
}: Pick<SideInput, "source" | "resources" | "said" | "prices">): BillSide {
  return {
    source,
    firm: undefined,
    resources,
    usage: said,
    assumptions: [],
    estimate: estimate({ resources, usage: said, prices }),
  };
}

/** The calendar of bills where the platform names no day: a year with as many working days as the mean. */
export const undatedYear = 2026;

/** The year whose mean month is billed. */
export function yearOf({ today }: Platform): number {
  return today.kind === "dated" ? today.date.year : undatedYear;
}
