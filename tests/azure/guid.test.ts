import * as fc from "fast-check";
import { stableGuid, uuid5 } from "../../infra/azure/guid";

test.each([
  // Test vector of RFC 9562, appendix A.4.
  [
    "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
    "www.example.com",
    "2ed6657d-e927-568b-95e1-2665a8aea6a2",
  ],
  // The vector in the documentation of Python's uuid module.
  ["6ba7b810-9dad-11d1-80b4-00c04fd430c8", "python.org", "886313e1-3b8a-5372-9b90-0c9aee199e5d"],
])("uuid5(%s, %s)", (namespace, name, expected) => {
  expect(uuid5(namespace, name)).toBe(expected);
});

test("a stable GUID never changes: role assignments of live firms are named by it", () => {
  expect(stableGuid("prod", "dupont", "desktop-user")).toBe("51ada78b-2022-5818-a206-c60985aae38d");
  expect(stableGuid()).toBe("2b5085d3-a0ae-504e-8822-3a78876489cb");
});

test("a stable GUID is a UUID of version 5 and the same for the same parts only", () => {
  const parts = fc.array(fc.string({ unit: "grapheme" }), { maxLength: 4 });
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      expect(stableGuid(...a)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      expect(stableGuid(...a) === stableGuid(...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});

test.each([
  [
    ["a", "bc"],
    ["ab", "c"],
  ],
  [["a", "b"], ["a,b"]],
  [["a", ""], ["a"]],
  [['a","b'], ["a", "b"]],
])("%j and %j differ", (a, b) => {
  expect(stableGuid(...a)).not.toBe(stableGuid(...b));
});
