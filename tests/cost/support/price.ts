import { loadBook } from "../../../infra/cost/book/load-book";
import { bookPath } from "../../../infra/cost/book/rebuild";
import { estimate, type Estimate } from "../../../infra/cost/estimate";
import type { Line } from "../../../infra/cost/model";
import { Decimal } from "../../../infra/cost/money";
import { PriceList } from "../../../infra/cost/price-list";
import { readResources } from "../../../infra/cost/read-resources";
import { type Usage, usageOf } from "../../../infra/cost/usage";

export const book = loadBook(bookPath);
export const prices = new PriceList(book);

type Inputs = Readonly<Record<string, unknown>>;

/** One resource of a program as a plain list has it, in France Central unless it says otherwise. */
export function resource(type: string, inputs: Inputs = {}, name: string = "it") {
  return { type: `azure-native:${type}`, name, inputs: { location: "francecentral", ...inputs } };
}

export function bill(resources: readonly unknown[], usage: Usage = usageOf({})): Estimate {
  return estimate({ resources: readResources(resources), usage, prices });
}

export function uses(values: Readonly<Record<string, number>>, name: string = "it"): Usage {
  return usageOf({
    resources: {
      [name]: Object.fromEntries(
        Object.entries(values).map(([key, value]) => [key, new Decimal(value)]),
      ),
    },
  });
}

/** `Standard_D8as_v5, Linux: 730 hours at 0.404 = 294.92`; what is not priced with its reason. */
export function told(line: Line): string {
  switch (line.kind) {
    case "priced":
      return `${line.name}: ${line.monthlyQuantity.toString()} ${line.unit.text} at ${line.price.amount.usd.toString()} = ${line.monthlyCost.usd.toString()}`;
    case "awaitsUsage":
      return `${line.name}: awaits ${line.awaits ?? "usage"}`;
    case "unpriced":
      return `${line.name}: no price, ${line.reason}`;
    case "free":
      return `free: ${line.reason}`;
  }
}

/** The lines of a bill that cost something or cannot be priced. */
export function linesOf(resources: readonly unknown[], usage?: Usage): readonly string[] {
  return bill(resources, usage)
    .lines.filter(({ kind }) => kind !== "awaitsUsage")
    .map(told);
}
