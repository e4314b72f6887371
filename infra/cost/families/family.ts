import type { Finding, Group, Metered } from "../model";
import { type Decimal, hoursPerMonth } from "../money";
import type { Program, ProgramResource, Relation } from "../program";
import { type Inputs, NotPriceable } from "../reading";
import { type Unit, units } from "../units";
import type { UsageKey } from "../usage-keys";

/** What the subscription is bought as: the same program costs less in a dev/test subscription. */
export type Offer = "payAsYouGo" | "devTest";

/** What a family knows when it looks at one resource. */
export interface Context {
  readonly resource: ProgramResource;
  readonly inputs: Inputs;
  readonly program: Program;
  readonly offer: Offer;
  /** What is said of the resource's use; a family reads only the keys it lists. */
  readonly usage: (key: UsageKey) => Decimal | undefined;
}

/**
 * Resources that are billed alike. `findings` may throw {@link NotPriceable}; what it has yielded
 * until then stays on the bill, and the rest becomes a line that says why it is not priced.
 */
export interface Family {
  /** As a bill names it. */
  readonly name: string;
  readonly group: Group;
  /** Types without provider and version: `network:NatGateway`. */
  readonly types: readonly string[];
  readonly usage: readonly UsageKey[];
  /** The resource that tells the region when these have none of their own. */
  readonly owner?: Relation;
  readonly findings: (context: Context) => Iterable<Finding>;
}

type Extra = Pick<Metered, "assumed" | "before" | "group" | "standIn">;

/** So much of a meter, told by the program itself. */
export function metered(
  slot: string,
  name: string,
  meter: string,
  unit: Unit,
  quantity: Decimal,
  extra: Partial<Extra> = {},
): Metered {
  return { kind: "metered", slot, name, meter, unit, quantity, usageBased: false, ...extra };
}

/** Something that runs: every hour of the month unless usage says less. */
export function running(
  { usage }: Context,
  slot: string,
  name: string,
  meter: string,
  extra: Partial<Extra> = {},
): Metered {
  return metered(slot, name, meter, units.hours, usage("monthlyHours") ?? hoursPerMonth, extra);
}

/** So much of a meter as usage says, counted from `above` on. */
export function used(
  { usage }: Context,
  slot: string,
  name: string,
  meter: string,
  unit: Unit,
  key: UsageKey,
  extra: Partial<Extra> & { readonly above?: Decimal } = {},
): Metered {
  const { above, ...rest } = extra;
  const whole = usage(key);
  const quantity = above === undefined ? whole : whole?.minus(above).clampedTo(0, Infinity);
  return {
    kind: "metered",
    slot,
    name,
    meter,
    unit,
    quantity,
    usageBased: true,
    awaits: key,
    ...rest,
  };
}

/** Part of a resource that may turn out not priceable without harm to the rest. */
export function* attempt(
  slot: string,
  name: string,
  part: () => Iterable<Finding>,
): Generator<Finding> {
  try {
    yield* part();
  } catch (error) {
    if (!(error instanceof NotPriceable)) throw error;
    yield { kind: "unpriced", slot, name, reason: error.message };
  }
}
