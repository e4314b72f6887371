import * as fc from "fast-check";
import { readFirmKey } from "../../infra/firm/key";

test("a short word of lower-case letters and digits names a firm", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z][a-z0-9]{7,19}$/), (key) => {
      fc.pre(key !== "platform" && key !== "production");
      expect(readFirmKey(key)).toEqual({ kind: "value", value: key });
    }),
  );
});

test.each([
  "",
  "a",
  "Dupont",
  "1dupont",
  "du-pont",
  "du.pont",
  "dupont ",
  "é".repeat(3),
  "a".repeat(21),
])("rejects %j for its form", (key) => {
  expect(readFirmKey(key)).toEqual({
    kind: "problem",
    remedy: "name the file by 2 to 20 lower-case letters and digits, a letter first",
  });
});

test.each(["prod", "platform", "hub", "con", "lpt9"])("rejects the reserved word %s", (key) => {
  expect(readFirmKey(key)).toEqual({
    kind: "problem",
    remedy: "choose another name for the file, this word is reserved",
  });
});
