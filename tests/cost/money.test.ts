import * as fc from "fast-check";
import { add, Decimal, moneyOf, parseAmount, subtract, sum, times } from "../../infra/cost/money";
import { amounts } from "./support/arbitraries";

const factor = new Decimal("0.858664");

test.each([
  ["0", "0"],
  ["0.404", "0.404"],
  ["8e-7", "0.0000008"],
  [6.3e-5, "0.000063"],
  ["1e15", "1000000000000000"],
])("%p is an amount", (written, digits) => {
  expect(parseAmount(written)?.toString()).toBe(digits);
});

test.each([
  -1,
  "-1",
  NaN,
  Infinity,
  "1e400",
  "1e-400",
  "1e16",
  "",
  "12 GB",
  "0x10",
  " 1",
  null,
  true,
  {},
  [],
])("rejects %p as an amount", (written) => {
  expect(parseAmount(written)).toBeUndefined();
});

test("a sum in dollars and in euros differ by the factor, exactly", () => {
  fc.assert(
    fc.property(fc.array(amounts, { maxLength: 40 }), (list) => {
      const total = sum(list.map((amount) => moneyOf(amount, "USD", factor)));
      expect(total.eur.eq(total.usd.times(factor))).toBe(true);
    }),
  );
});

test("what is added and taken away again leaves no trace", () => {
  fc.assert(
    fc.property(amounts, amounts, amounts, (a, b, price) => {
      const [first, second] = [a, b].map((amount) => times(moneyOf(price, "USD", factor), amount));
      if (first === undefined || second === undefined) return;
      expect(subtract(add(first, second), second)).toEqual(first);
    }),
  );
});

test("an amount in euros keeps its digits in euros", () => {
  expect(moneyOf(new Decimal("19.06"), "EUR", factor).eur.toString()).toBe("19.06");
});
