import * as fc from "fast-check";
import { applicationKey } from "../../infra/firm/application-key";

test.each([
  ["Quadra Compta", "quadra-compta"],
  ["Déclarations / TVA", "declarations-tva"],
  ["  Œuvre n° 1  ", "oeuvre-n-1"],
  ["Saisie des écritures comptables du client", "saisie-des-ecritures-com"],
  ["&/", ""],
])("%s becomes %s", (name, key) => {
  expect(applicationKey(name)).toBe(key);
});

test("a key is as Azure wants it, whatever the name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      expect(applicationKey(name)).toMatch(/^([a-z\d]+(-[a-z\d]+)*)?$/);
      expect(applicationKey(name).length).toBeLessThanOrEqual(24);
    }),
  );
});
