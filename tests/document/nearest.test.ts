import * as fc from "fast-check";
import { editDistance, nearest } from "../../infra/document/nearest";

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "d", "e"), maxLength: 8 });

test.each([
  ["", "", 0],
  ["", "abc", 3],
  ["kitten", "sitting", 3],
  ["heavy", "haevy", 1],
  ["region", "regoin", 1],
  ["ca", "abc", 3],
])("%j and %j are %i apart", (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});

test("distance is the same both ways, and nothing only between equals", () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b) === 0).toBe(a === b);
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});

test("a word with one letter lost or doubled is recognised", () => {
  const words = ["subscription", "network", "sessions", "budget"];
  fc.assert(
    fc.property(fc.constantFrom(...words), fc.nat(), fc.boolean(), (meant, seed, lost) => {
      const at = seed % meant.length;
      const slip = meant.slice(0, at + (lost ? 0 : 1)) + meant.slice(at + (lost ? 1 : 0));
      expect(nearest(slip, words)).toBe(meant);
    }),
  );
});

test("case does not count, and what is far from everything gets no suggestion", () => {
  expect(nearest("HEAVY", ["light", "heavy"])).toBe("heavy");
  expect(nearest("zebra", ["light", "heavy"])).toBeUndefined();
  expect(nearest("x".repeat(100_000), ["x"])).toBeUndefined();
});
