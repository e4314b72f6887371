import fc from "fast-check";
import { mofText, writeMof } from "../../../infra/kit/module/mof";
import { parseMof } from "../../support/mof-grammar";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(...'"\\{};=\n\r\u0085é\u2019x0aF'.split("")) }),
);

test("texts come back from the grammar as they went in, whatever they are, in plain ASCII", () => {
  fc.assert(
    fc.property(text, fc.array(text, { minLength: 1 }), (one, many) => {
      const mof = writeMof([{ className: "A", alias: "A1", properties: { One: one, Many: many } }]);
      expect(mof).toMatch(/^[\n\x20-\x7e]*$/);
      expect(parseMof(mof)).toEqual([
        { className: "A", alias: "$A1", properties: { One: one, Many: many } },
      ]);
    }),
  );
});

test("plain texts stay readable", () => {
  expect(mofText("MEYLAN-DC1")).toBe('"MEYLAN-DC1"');
  expect(mofText("é0")).toBe(String.raw`"\x00E90"`);
});

test.each([
  'instance of A { B = "c" };',
  'instance of A { B = "\\q"; };',
  "instance A {};",
  "class A {};",
])("rejects %s: the grammar of these tests is one", (mof) => {
  expect(() => parseMof(mof)).toThrow(Error);
});
