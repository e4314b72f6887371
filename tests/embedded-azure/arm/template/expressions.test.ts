import { evaluate } from "../../../../infra/embedded-azure/arm/template/evaluation";
import { timeAfter, timeText } from "../../../../infra/embedded-azure/arm/template/time";
import { textOf } from "../../../../infra/embedded-azure/values/json";
import type { Json } from "../../../../infra/embedded-azure/values/property";

const values: Readonly<Record<string, Json>> = {
  name: "host",
  list: ["a", "b"],
  nested: { Inner: { deep: [1, 2, { x: "y" }] } },
};
const functions = { parameters: ([name]: readonly Json[]) => values[textOf(name)] ?? null };

describe("expressions of templates", () => {
  test.each<[string, Json]>([
    ["plain", "plain"],
    ["[[not an expression]", "[not an expression]"],
    ["[parameters('name')]", "host"],
    ["[concat(parameters('name'), '-', 'vm', 1)]", "host-vm1"],
    ["[concat(parameters('list'), createArray('c'))]", ["a", "b", "c"]],
    ["[format('{0}/{1}/{0}', parameters('name'), 7)]", "host/7/host"],
    ["[parameters('list')[1]]", "b"],
    ["[parameters('nested').inner.deep[2].x]", "y"],
    ["[parameters('nested')['Inner'].deep[0]]", 1],
    ["[toLower('ABC')]", "abc"],
    ["[ toUpper( 'abc' ) ]", "ABC"],
    ["['it''s']", "it's"],
    ["[if(equals('A', 'a'), 'same', parameters('none').fails)]", "same"],
    ["[union(createObject('a', 1), createObject('b', 2))]", { a: 1, b: 2 }],
    ["[and(not(false()), or(false(), true()))]", true],
    ["[substring('abcdef', 2, 3)]", "cde"],
    ["[string(createArray(1, 2))]", "[1,2]"],
    ["[dateTimeAdd('2026-03-01 09:00:00Z', 'PT2H')]", "2026-03-01T11:00:00Z"],
    ["[add(sub(7, 2), mul(2, 3))]", 11],
    ["[coalesce(null(), 'x')]", "x"],
    ["[empty('')]", true],
    ["[contains(parameters('list'), 'b')]", true],
  ])("%s", (text, value) => {
    expect(evaluate(text, functions)).toEqual(value);
  });

  test("are computed at any depth", () => {
    expect(evaluate({ a: [{ b: "[parameters('name')]" }], c: 1 }, functions)).toEqual({
      a: [{ b: "host" }],
      c: 1,
    });
  });

  test("the same is always unique in the same way", () => {
    const unique = evaluate("[uniqueString('a', 'b')]", functions);
    expect(unique).toMatch(/^[0-9a-z]{13}$/);
    expect(evaluate("[uniqueString('a', 'b')]", functions)).toBe(unique);
    expect(evaluate("[uniqueString('ab', '')]", functions)).not.toBe(unique);
  });

  test.each([
    ["[newGuid()]", "does not know the template function 'newGuid'"],
    ["[toString('a')]", "does not know the template function 'toString'"],
    ["[concat('a']", "',' is wanted where 'the end' stands"],
    ["[concat('a'))]", "unexpected ')'"],
    ["[concat('a', )]", "a name is wanted where ')' stands"],
    ["[name]", "'(' is wanted"],
    ['[concat("a")]', "cannot read"],
    ["[parameters('list')[9]]", "index '9' is out of bounds"],
    [
      "[parameters('nested').none]",
      "the property 'none' doesn't exist, available properties are 'Inner'",
    ],
    ["[concat(parameters('nested'), 'a')]", "a text is wanted"],
  ])("rejects %s", (text, message) => {
    expect(() => evaluate(text, functions)).toThrow(message);
    expect(() => evaluate(text, functions)).toThrow('Code="InvalidTemplate"');
  });
});

describe("times of templates", () => {
  test.each([
    ["20260301T090000Z", "PT2H", "2026-03-01T11:00:00.000Z"],
    ["2026-03-01T09:00:00Z", "P1DT30M", "2026-03-02T09:30:00.000Z"],
    ["2026-03-01T09:00:00Z", "-PT1H30S", "2026-03-01T07:59:30.000Z"],
    ["2026-01-31T00:00:00Z", "P1W", "2026-02-07T00:00:00.000Z"],
    ["2026-03-01 09:00:00Z", "P1Y2M", "2027-05-01T09:00:00.000Z"],
  ])("%s and %s", (base, duration, sum) => {
    expect(timeAfter(base, duration).toISOString()).toBe(sum);
  });

  test.each([
    ["soon", "PT2H"],
    ["2026-03-01T09:00:00Z", "2 hours"],
    ["2026-03-01T09:00:00Z", "P"],
  ])("rejects %s and %s", (base, duration) => {
    expect(() => timeAfter(base, duration)).toThrow("InvalidTemplate");
  });

  test.each<[string | undefined, string]>([
    [undefined, "20260301T090507Z"],
    ["u", "2026-03-01 09:05:07Z"],
    ["yyyy-MM-dd", "2026-03-01"],
  ])("in form %s", (format, text) => {
    expect(timeText(new Date("2026-03-01T09:05:07Z"), format)).toBe(text);
  });
});
