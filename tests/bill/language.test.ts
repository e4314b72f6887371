import * as fc from "fast-check";
import {
  changeText,
  eurosText,
  inLanguage,
  numberText,
  percentText,
  priceText,
} from "../../infra/bill/language";
import { Decimal, moneyOf } from "../../infra/cost/money";

const euros = (amount: string) => moneyOf(new Decimal(amount), "EUR", new Decimal(1));

test("sums as each language writes them", () => {
  expect(eurosText(euros("1234567.895"), "en")).toBe("€1,234,567.90");
  expect(eurosText(euros("1234567.895"), "fr")).toBe("1\u00a0234\u00a0567,90\u00a0€");
  expect(changeText(euros("-0.004"), "en")).toBe("€0.00");
  expect(changeText(euros("12.5"), "fr")).toBe("+12,50\u00a0€");
});

test("prices far below a cent keep digits that say something", () => {
  expect(priceText(new Decimal("0.000109012"), "en")).toBe("0.000109");
  expect(priceText(new Decimal("20"), "en")).toBe("20.00");
});

test("percents, and what is new", () => {
  expect(percentText(new Decimal("4.56"), "en")).toBe("+4.6 %");
  expect(percentText(new Decimal("-50"), "fr")).toBe("-50 %");
  expect(percentText(undefined, "fr")).toBe("nouveau");
});

test("names and causes in French", () => {
  expect(inLanguage("Files Premium ZRS, provisioned: 450 instead of 360 GB", "fr")).toBe(
    "Fichiers Premium ZRS, réservés: 450 au lieu de 360 Go",
  );
  expect(
    inLanguage("1 more Standard_E8as_v5, Windows client, users' licences, 260 hours", "fr"),
  ).toBe("1 de plus Standard_E8as_v5, licences Windows des utilisateurs, 260 h");
});

test("English stays as it is", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(inLanguage(text, "en")).toBe(text);
    }),
  );
});

test("a number has the same digits in both languages", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (cents) => {
      const value = new Decimal(cents).div(100);
      const digits = (text: string) => text.replaceAll(/[^\d-]/g, "");
      expect(digits(numberText(value, "fr", 2))).toBe(digits(numberText(value, "en", 2)));
    }),
  );
});
