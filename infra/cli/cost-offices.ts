import type { Bill } from "../bill/bill";
import { hostedMonth } from "../bill/on-premise";
import { Decimal, zero } from "../cost/money";
import type { Firm } from "../firm/firm";
import type { Inputs, NamedStack } from "./inputs";

/**
 * Euros that a firm's offices cost in Azure in a month: each is a stack of its own, and all are part of what hosting is
 * held against. None for stacks of others.
 *
 * @param billOf the bill of an office as it is, whatever its firm is compared with
 */
export async function officesMonth(
  { kind, environment, text }: NamedStack,
  firm: Firm | undefined,
  inputs: Pick<Inputs, "resolve">,
  billOf: (stack: NamedStack) => Promise<Bill>,
): Promise<Decimal> {
  if (kind !== "firm" || firm === undefined) return zero;
  const bills = await Promise.all(
    firm.sites.map(({ key }) => billOf(inputs.resolve(`${text}.${key}`, environment))),
  );
  return Decimal.sum(zero, ...bills.map(({ after }) => hostedMonth(after.estimate)));
}
