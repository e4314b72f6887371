import * as fc from "fast-check";
import { z } from "zod";
import { privateNetwork } from "../../infra/document/network-text";
import { printable } from "../../infra/document/printable";
import { displayName, guid, signInName } from "../../infra/document/texts";

const name = displayName({ most: 80, example: "Cabinet Dupont" });
const id = guid({ what: "a subscription", source: "the portal" });
const mail = signInName({ example: "a@b.example" });
const network = privateNetwork({
  what: "a network",
  largest: 20,
  smallest: 24,
  example: "10.64.8.0/23",
});

function patternOf(schema: z.ZodType): RegExp {
  const { pattern } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return new RegExp(pattern ?? "(?!)");
}

test("editors accept every text that the program accepts", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 90 }),
    fc.emailAddress(),
    fc.uuid().map((uuid) => uuid.toUpperCase()),
    fc.nat({ max: 31 }).map((index) => `10.64.${index * 8}.0/21`),
  );
  fc.assert(
    fc.property(fc.constantFrom<z.ZodType>(name, id, mail, network), text, (schema, written) => {
      const accepted = schema.safeParse(written).success;
      expect(!accepted || patternOf(schema).test(written)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("GUIDs and sign-in names come in lower case, so that case makes no difference later", () => {
  fc.assert(
    fc.property(fc.uuid(), (uuid) => {
      expect(id.parse(uuid.toUpperCase())).toBe(uuid);
    }),
  );
  expect(mail.parse("Claire.Martin@Cabinet-Dupont.Example")).toBe(
    "claire.martin@cabinet-dupont.example",
  );
});

test("names of 1 to 80 characters are taken as they are", () => {
  for (const text of ["A", "Cabinet Dupont & Associés", "x".repeat(80), "l'Étude 1984 #2"])
    expect(name.parse(text)).toBe(text);
});

test("whatever is shown of a file is one short line without invisible characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      const shown = printable(text);
      expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      expect(shown.length).toBeLessThanOrEqual(60 * "\\u{10ffff}".length + 1);
    }),
  );
  expect(printable("a\u202eb\u001b[2J")).toBe("a\\u{202e}b\\u{1b}[2J");
  expect(printable("first\nsecond")).toBe("first…");
  expect(printable("plain é")).toBe("plain é");
});
