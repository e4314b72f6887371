import type { LineChange } from "./difference";
import type { Line } from "./model";
import { add, type Decimal, type Money } from "./money";

/** Changes that are alike, told once. */
export interface Cause {
  /** `2 more Standard_D8as_v5, Linux, 260 hours each`. */
  readonly text: string;
  readonly change: Money;
  /** Names of the resources it is about. */
  readonly resources: readonly string[];
}

/** Why a line differs, in plain words. */
export function causeOf(before: Line | undefined, after: Line | undefined): string {
  if (before === undefined) return after === undefined ? "" : `1 more ${described(after)}`;
  if (after === undefined) return `1 fewer ${described(before)}`;
  if (after.kind === "unpriced") return `${after.name}: not priced, ${after.reason}`;
  if (before.kind === "unpriced") return `${after.name}: now priced`;
  if (before.kind !== "priced" || after.kind !== "priced") return betweenKinds(before, after);
  const unit = after.unit.text;
  const quantity = `${amount(after.monthlyQuantity)} instead of ${amount(before.monthlyQuantity)} ${unit}`;
  const otherQuantity = !after.monthlyQuantity.eq(before.monthlyQuantity);
  if (after.meter !== before.meter)
    return `${after.name} instead of ${before.name}${otherQuantity ? `, ${quantity}` : ""}`;
  if (otherQuantity) return `${after.name}: ${quantity}`;
  return (
    `${after.name}: ${amount(after.price.amount.usd)} instead of ` +
    `${amount(before.price.amount.usd)} USD per unit of ${unit}`
  );
}

function betweenKinds(before: Line, after: Line): string {
  if (before.kind === "awaitsUsage" && after.kind === "priced")
    return `${after.name}: its use is now known, ${amount(after.monthlyQuantity)} ${after.unit.text}`;
  if (after.kind === "awaitsUsage") return `${after.name}: nothing is said of its use any more`;
  if (after.kind === "free") return `${before.name}: free now, ${after.reason}`;
  return after.name;
}

function described(line: Line): string {
  switch (line.kind) {
    case "priced":
      return `${line.name}, ${amount(line.monthlyQuantity)} ${line.unit.text}`;
    case "awaitsUsage":
      return `${line.name}, billed by use`;
    case "unpriced":
      return `${line.name}, not priced: ${line.reason}`;
    case "free":
      return `${line.name}, free`;
  }
}

function amount(value: Decimal): string {
  return value.toSignificantDigits(12).toString();
}

/** Changes with the same words are told together, with their number: in order of the first of each. */
export function sumUp(changes: readonly LineChange[]): readonly Cause[] {
  const alike = new Map<string, LineChange[]>();
  for (const change of changes) {
    const same = alike.get(change.cause);
    if (same === undefined) alike.set(change.cause, [change]);
    else same.push(change);
  }
  return [...alike].map(([text, same]) => ({
    text: counted(text, same),
    change: same.map(({ change }) => change).reduce(add),
    resources: same.map(({ before, after }) => (after ?? before)?.resource.name ?? ""),
  }));
}

function counted(text: string, { length, 0: first }: readonly LineChange[]): string {
  if (length === 1) return text;
  const comesOrGoes = first?.before === undefined || first.after === undefined;
  return comesOrGoes ? `${text.replace(/^1 /, `${length} `)} each` : `${length} times ${text}`;
}
