import { Decimal as Library } from "decimal.js";

/**
 * Exact decimals. An amount has at most {@link largestAmount} before and {@link finestAmount} digits
 * after the point, so 200 digits hold every product and sum of a bill without rounding. Only a
 * quotient is rounded, to {@link finestAmount} places: {@link divide}.
 */
export const Decimal = Library.clone({ precision: 200, toExpNeg: -200, toExpPos: 200 });
export type Decimal = Library;

export const zero: Decimal = new Decimal(0);
export const one: Decimal = new Decimal(1);

/** Larger amounts are typing errors. */
export const largestAmount: Decimal = new Decimal("1e15");

/** Digits after the point of what is read and of a quotient. */
export const finestAmount = 20;

/** The month of every bill, as Azure's own calculator counts it. */
export const hoursPerMonth: Decimal = new Decimal(730);

/** Meters counted by the day bill 30 of them; the independent cases count so too. */
export const daysPerMonth: Decimal = new Decimal(30);

/** A number or its digits as an amount; undefined when it is none, negative, too large or too fine. */
export function parseAmount(written: unknown): Decimal | undefined {
  if (typeof written !== "number" && typeof written !== "string") return undefined;
  const text = String(written);
  if (!/^\d+(\.\d+)?(e[+-]?\d{1,3})?$/i.test(text)) return undefined;
  const amount = new Decimal(text);
  return amount.gt(largestAmount) || amount.decimalPlaces() > finestAmount ? undefined : amount;
}

export function divide(amount: Decimal, divisor: Decimal): Decimal {
  return amount.div(divisor).toDecimalPlaces(finestAmount);
}

/** One sum in the currency of the price lists and in euros, by one factor. */
export interface Money {
  readonly usd: Decimal;
  readonly eur: Decimal;
}

export type Currency = "USD" | "EUR";

export const nothing: Money = { usd: zero, eur: zero };

/** @param eurPerUsd euros for one dollar: the same on both sides of every comparison */
export function moneyOf(amount: Decimal, currency: Currency, eurPerUsd: Decimal): Money {
  switch (currency) {
    case "USD":
      return { usd: amount, eur: amount.times(eurPerUsd) };
    case "EUR":
      return { usd: divide(amount, eurPerUsd), eur: amount };
  }
}

export function add(a: Money, b: Money): Money {
  return { usd: a.usd.plus(b.usd), eur: a.eur.plus(b.eur) };
}

export function subtract(a: Money, b: Money): Money {
  return { usd: a.usd.minus(b.usd), eur: a.eur.minus(b.eur) };
}

export function times(a: Money, factor: Decimal): Money {
  return { usd: a.usd.times(factor), eur: a.eur.times(factor) };
}

export function sum(amounts: Iterable<Money>): Money {
  let total = nothing;
  for (const amount of amounts) total = add(total, amount);
  return total;
}
