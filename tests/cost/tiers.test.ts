import * as fc from "fast-check";
import { Decimal, moneyOf, one, sum, times, zero } from "../../infra/cost/money";
import { split, type Tier } from "../../infra/cost/tiers";
import { amounts } from "./support/arbitraries";

const tiersOf = (bounds: readonly Decimal[], prices: readonly Decimal[]): readonly Tier[] =>
  bounds.map((from, index) => ({ from, price: moneyOf(prices[index] ?? zero, "USD", one) }));

const someTiers = fc
  .uniqueArray(amounts, { minLength: 0, maxLength: 4, selector: String })
  .chain((bounds) => {
    const rising = [zero, ...bounds.filter((bound) => bound.gt(0)).toSorted((a, b) => a.cmp(b))];
    const list = fc.array(amounts, { minLength: rising.length, maxLength: rising.length });
    return list.map((prices) => tiersOf(rising, prices));
  });

function cost(quantity: Decimal, tiers: readonly Tier[]): Decimal {
  return sum(split(quantity, tiers).map((band) => times(band.tier.price, band.quantity))).usd;
}

test("the bands are the whole quantity", () => {
  fc.assert(
    fc.property(amounts, amounts, someTiers, (quantity, before, tiers) => {
      const bands = split(quantity, tiers, before);
      const total = bands.reduce((whole, band) => whole.plus(band.quantity), zero);
      expect(total.eq(quantity)).toBe(true);
    }),
  );
});

test("more never costs less", () => {
  fc.assert(
    fc.property(amounts, amounts, someTiers, (quantity, more, tiers) => {
      expect(cost(quantity.plus(more), tiers).gte(cost(quantity, tiers))).toBe(true);
    }),
  );
});

test("a quantity costs as much in one as in two parts, one after the other", () => {
  fc.assert(
    fc.property(amounts, amounts, someTiers, (first, second, tiers) => {
      const rest = split(second, tiers, first).map((band) => times(band.tier.price, band.quantity));
      expect(
        cost(first, tiers)
          .plus(sum(rest).usd)
          .eq(cost(first.plus(second), tiers)),
      ).toBe(true);
    }),
  );
});

test("50 TB of hot blobs end the first tier", () => {
  const tiers = tiersOf(
    [0, 51_200, 512_000].map((from) => new Decimal(from)),
    [3, 2, 1].map((usd) => new Decimal(usd)),
  );
  expect(split(new Decimal(600_000), tiers).map(({ quantity }) => quantity.toNumber())).toEqual([
    51_200, 460_800, 88_000,
  ]);
});
