import type { Price, PriceBook, PriceFound, TierBounds } from "./book/price-book";
import { type Decimal, divide, moneyOf } from "./money";
import { type OwnPrice, OwnPrices } from "./prices-file";
import type { Tier } from "./tiers";
import { conversion, convert, type Unit } from "./units";

/** A price in the unit of a line. */
export interface LinePrice {
  readonly unit: Unit;
  readonly tiers: readonly Tier[];
  readonly price: Omit<Price, "unit" | "tiers">;
}

export type LinePriceFound = (
  | { readonly kind: "priced"; readonly found: LinePrice }
  | {
      readonly kind: "unpriced";
      readonly reason: string;
      /** Where tiers begin, in the line's unit. */
      readonly bounds?: readonly Decimal[];
    }
) & {
  /** The own price behind it. */
  readonly own?: OwnPrice;
};

/** The book and the firm's own prices, in the units of bills and in both currencies. */
export class PriceList {
  private readonly own: OwnPrices;
  private readonly eurPerUsd: Decimal;
  private readonly converted = new Map<Price, Map<Unit, LinePriceFound>>();

  /** @param own prices that count before the book's */
  constructor(
    readonly book: PriceBook,
    readonly ownPrices: readonly OwnPrice[] = [],
  ) {
    this.own = new OwnPrices(ownPrices);
    this.eurPerUsd = book.euro.perUsd;
  }

  /**
   * @param unit the line's; undefined: the price's own
   * @param resource its logical name
   */
  find(
    meter: string,
    unit: Unit | undefined,
    region: string | undefined,
    resource: string,
  ): LinePriceFound {
    const own = this.own.find(meter, region, resource);
    if (own !== undefined) {
      const ownUnit = own.unit ?? unit;
      if (ownUnit === undefined)
        return { kind: "unpriced", reason: "the prices file names no unit for it", own };
      return { ...this.inUnit({ ...own.price, unit: ownUnit }, unit ?? ownUnit), own };
    }
    const found: PriceFound = this.book.find(meter, region);
    if (found.kind === "unpriced")
      return { kind: "unpriced", reason: found.reason, ...boundsIn(unit, found.tiers) };
    return this.once(found.price, unit ?? found.price.unit);
  }

  /** What a prices file says of something that is in no region. */
  ownPrice(meter: string, resource: string): OwnPrice | undefined {
    return this.own.find(meter, undefined, resource);
  }

  private once(price: Price, unit: Unit): LinePriceFound {
    let byUnit = this.converted.get(price);
    if (byUnit === undefined) this.converted.set(price, (byUnit = new Map()));
    let found = byUnit.get(unit);
    if (found === undefined) byUnit.set(unit, (found = this.inUnit(price, unit)));
    return found;
  }

  private inUnit({ unit: from, tiers, ...price }: Price, unit: Unit): LinePriceFound {
    const factor = conversion(from, unit);
    if (factor === undefined)
      return {
        kind: "unpriced",
        reason: `the price is for "${from.text}", which does not fit ${unit.text}`,
      };
    return {
      kind: "priced",
      found: {
        unit,
        price,
        tiers: tiers.map(({ from: bound, amount }) => ({
          from: divide(bound.times(from.size), unit.size),
          price: moneyOf(convert(amount, factor), price.currency, this.eurPerUsd),
        })),
      },
    };
  }
}

function boundsIn(
  unit: Unit | undefined,
  tiers: TierBounds | undefined,
): { readonly bounds?: readonly Decimal[] } {
  if (unit === undefined || tiers === undefined) return {};
  return { bounds: tiers.from.map((from) => divide(from.times(tiers.unit.size), unit.size)) };
}
