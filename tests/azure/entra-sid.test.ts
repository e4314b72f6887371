import fc from "fast-check";
import { entraSid } from "../../infra/azure/entra-sid";

test("is the one that Windows shows", () => {
  expect(entraSid("73d664e4-0886-4a73-b745-c694da45ddb4")).toBe(
    "S-1-12-1-1943430372-1249052806-2496021943-3034400218",
  );
});

test("is never the same for two objects", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (a, b) => {
      expect(entraSid(a) === entraSid(b)).toBe(a === b);
    }),
  );
});

test("rejects what is no object id", () => {
  expect(() => entraSid("staff")).toThrow('"staff" is not an object id');
});
