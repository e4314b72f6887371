import { checkCase } from "./support/check-case";
import { whyLeftOut } from "./support/left-out";
import {
  committedCases,
  committedFiles,
  origin,
  originIsHere,
  readFacts,
  translatedFiles,
} from "./support/read-cases";

const cases = committedCases();

test.each(cases.map((fact) => [fact.id, fact] as const))(
  "%s has the quantities and the sum of its origin",
  (_, fact) => {
    expect(checkCase(fact)).toEqual([]);
  },
);

test("290 cases are checked", () => {
  expect(cases).toHaveLength(290);
});

test("rejects a bill that is off by a cent, or that has another quantity", () => {
  const [fact] = cases.filter(({ id }) => id.endsWith("azurerm_nat_gateway.my_gateway"));
  if (fact === undefined) throw new Error("the case of a NAT gateway is gone");
  expect(checkCase({ ...fact, total: fact.total + 0.01 })).toHaveLength(1);
  const lines = fact.lines.map((line) => ({ ...line, quantity: (line.quantity ?? 0) + 1 }));
  expect(checkCase({ ...fact, lines })).toHaveLength(2);
});

const whenOriginIsHere = originIsHere() ? describe : describe.skip;

whenOriginIsHere(`against ${origin}`, () => {
  test("the committed cases are what the translator makes of their origin", () => {
    expect(Object.fromEntries(committedFiles())).toEqual(Object.fromEntries(translatedFiles()));
  });

  test("every case is checked or left out for a reason", () => {
    const checked = new Set(cases.map(({ id }) => id));
    const others = readFacts().filter(({ id }) => !checked.has(id));
    expect(others.filter((fact) => whyLeftOut(fact) === undefined)).toEqual([]);
    expect(others).toHaveLength(16);
  });
});
