import { type Group, groups } from "../../cost/model";
import { Decimal } from "../../cost/money";

// Runs in the command and, transpiled from this very file, in the page.

export const plans = ["none", "oneYear", "threeYears"] as const;
/** How the hours of the session hosts are paid: as they come, or bought for years. */
export type Plan = (typeof plans)[number];

/**
 * The bill of one firm file, by what the page can change of it. Decimals are texts, so that the page
 * reads every digit; euros a month.
 */
export interface Variant {
  readonly staff: number;
  readonly redundancy: string;
  readonly hosts: {
    readonly count: number;
    /** `Standard_E8as_v5`; empty without hosts. */
    readonly size: string;
    /** What an hour of all of them costs: the one figure that hours are multiplied by. */
    readonly eurPerHour: string;
    /** A month of all of them, whatever the hours; null where a price is not known. */
    readonly plans: Readonly<Record<Exclude<Plan, "none">, string | null>>;
  };
  /** Everything but the hosts' hours. */
  readonly groups: Readonly<Record<Group, string>>;
  /** Lines that have no price and stand in no sum. */
  readonly unpriced: number;
}

export interface Position {
  readonly staff: number;
  readonly redundancy: string;
  /** That each host runs in the month. */
  readonly hours: number;
  readonly plan: Plan;
}

export interface Simulation {
  readonly groups: readonly { readonly group: Group; readonly eur: Decimal }[];
  readonly total: Decimal;
  readonly perPerson: Decimal;
  readonly variant: Variant;
  /** What the plan costs more than paying for the hours; negative where it saves. */
  readonly planAgainstHours: Decimal | undefined;
}

/** The bill at a position; undefined where the command has made none, or a plan has no price. */
export function simulate(
  variants: readonly Variant[],
  { staff, redundancy, hours, plan }: Position,
): Simulation | undefined {
  const variant = variants.find((one) => one.staff === staff && one.redundancy === redundancy);
  if (variant === undefined) return undefined;
  const byHours = new Decimal(variant.hosts.eurPerHour).times(hours);
  const planned = plan === "none" ? undefined : variant.hosts.plans[plan];
  if (planned === null) return undefined;
  const hosts = planned === undefined ? byHours : new Decimal(planned);
  const sums = groups.map((group) => ({
    group,
    eur: new Decimal(variant.groups[group]).plus(group === "sessions" ? hosts : 0),
  }));
  const total = Decimal.sum(...sums.map(({ eur }) => eur));
  return {
    groups: sums,
    total,
    perPerson: total.div(variant.staff),
    variant,
    planAgainstHours: planned === undefined ? undefined : hosts.minus(byHours),
  };
}
