import { loadBook } from "../cost/book/load-book";
import { bookPath } from "../cost/book/rebuild";
import { PriceList } from "../cost/price-list";
import { noUsage } from "../cost/usage";
import type { Firm } from "../firm/firm";
import type { Platform } from "../platform/platform";
import type { RegisteredResource } from "../resources/registered";
import { makeSide, yearOf } from "./make-side";

/** Outputs of a firm's stack, in euros to the cent: what a plain `pulumi preview` shows of the bill. */
export interface CostOutputs {
  readonly monthlyCost?: number;
  readonly monthlyCostPerUser?: number;
}

/** A platform and a site have no people of their own, and no such outputs. */
export async function costOutputs(
  definition: { readonly platform: Platform } & (
    | { readonly kind: "firm"; readonly firm: Firm }
    | { readonly kind: "platform" }
    | { readonly kind: "site" }
  ),
  resources: () => Promise<readonly RegisteredResource[]>,
): Promise<CostOutputs> {
  if (definition.kind !== "firm") return {};
  const { firm, platform } = definition;
  const { estimate } = makeSide({
    source: "the files",
    firm,
    resources: await resources(),
    said: noUsage,
    prices: new PriceList(loadBook(bookPath)),
    year: yearOf(platform),
  });
  const { eur } = estimate.total;
  return {
    monthlyCost: Number(eur.toFixed(2)),
    monthlyCostPerUser: Number(eur.div(firm.people.staff).toFixed(2)),
  };
}
