import fc from "fast-check";

import {
  difference,
  equal,
  withoutIgnored,
} from "../../../infra/embedded-azure/packages/difference";
import type { Property, PropertyObject } from "../../../infra/embedded-azure/values/property";
import { Secret, unknown } from "../../../infra/embedded-azure/values/property";

const none = (): boolean => false;

function summary(olds: PropertyObject, news: PropertyObject, replaces: readonly string[] = []) {
  return Object.fromEntries(
    [...difference(olds, news, (key) => replaces.includes(key))].map(([path, change]) => [
      path,
      `${change.kind}${change.replaces ? " and replace" : ""}`,
    ]),
  );
}

describe("differences of inputs", () => {
  test.each<[string, PropertyObject, PropertyObject, Record<string, string>]>([
    ["nothing", { a: { b: [1, { c: "d" }] } }, { a: { b: [1, { c: "d" }] } }, {}],
    ["a value", { a: 1 }, { a: 2 }, { a: "update" }],
    ["a kind of value", { a: 1 }, { a: "1" }, { a: "update" }],
    ["one more", {}, { a: {} }, { a: "add" }],
    ["one less", { a: [] }, {}, { a: "delete" }],
    ["inside objects", { a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, { "a.c": "update" }],
    ["elements", { a: [1, 2, 3] }, { a: [1, 9] }, { "a[1]": "update", "a[2]": "delete" }],
    [
      "inside elements",
      { a: [{ b: 1 }] },
      { a: [{ b: 2 }, { b: 3 }] },
      { "a[0].b": "update", "a[1]": "add" },
    ],
    ["names with dots", { a: { "x.y": 1 } }, { a: { "x.y": 2 } }, { 'a["x.y"]': "update" }],
    ["what is not known yet", { a: 1 }, { a: unknown }, { a: "update" }],
    [
      "what is not known, inside",
      { a: { b: 1 } },
      { a: { b: new Secret(unknown) } },
      { "a.b": "update" },
    ],
    [
      "only secrecy",
      { a: 1, b: [{ c: "d" }] },
      { a: new Secret(1), b: new Secret([{ c: new Secret("d") }]) },
      {},
    ],
  ])("%s", (_what, olds, news, changes) => {
    expect(summary(olds, news)).toEqual(changes);
  });

  test("a key forces a new resource, and so does all below it", () => {
    const olds = { sku: { name: "a" }, ips: [{ name: "a", subnet: "x" }], name: "n" };
    const news = { sku: { name: "b", tier: "t" }, ips: [{ name: "a", subnet: "y" }], name: "m" };
    expect(summary(olds, news, ["sku", "ips[].subnet"])).toEqual({
      "sku.name": "update and replace",
      "sku.tier": "add and replace",
      "ips[0].subnet": "update and replace",
      name: "update",
    });
  });

  const value = fc.letrec<{ readonly value: Property }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.boolean(),
      fc.integer(),
      fc.string(),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("a", "b", "c"), tie("value")),
    ),
  })).value;
  const object = fc.dictionary(fc.constantFrom("a", "b", "c"), value);

  test("there is one exactly when the values differ", () => {
    fc.assert(
      fc.property(object, object, (olds, news) => {
        expect(difference(olds, news, none).size === 0).toBe(equal(olds, news));
        expect(difference(olds, olds, none).size).toBe(0);
      }),
    );
  });

  test.each([
    [["a"], ["b[0].c"]],
    [["a.x"], ["a.y", "b[0].c"]],
    [["b[*].c"], ["a.x", "a.y"]],
    [["b[0]"], ["a.x", "a.y"]],
    [["b"], ["a.x", "a.y"]],
    [["*"], []],
    [
      ["a.xx", "b[1]"],
      ["a.x", "a.y", "b[0].c"],
    ],
  ])("ignoring %j leaves %j", (ignored, left) => {
    const changes = difference(
      { a: { x: 1, y: 1 }, b: [{ c: 1 }] },
      { a: { x: 2, y: 2 }, b: [{ c: 2 }] },
      none,
    );
    expect([...withoutIgnored(changes, ignored).keys()]).toEqual(left);
  });
});
