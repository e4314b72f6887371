import fc from "fast-check";
import { data, literal, quoted } from "../../infra/windows/powershell";
import { kitDataOf } from "../support/powershell-grammar";

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom(
      ..."'\u2018\u2019\u201A\u201B\"\u201C$`(){};@#|&\n\r\t \u00E9\u202E\uFEFF\\".split(""),
    ),
  }),
);

/** What PowerShell makes of an expression, by its grammar. */
async function meaning(expression: string): Promise<unknown> {
  return kitDataOf(`$Kit = ${expression}\n`);
}

describe("literal", () => {
  test("means the text it was made of, whatever that is, and is plain ASCII on one line", () =>
    fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const written = literal(text);
        expect(written).toMatch(/^[\x20-\x7e]*$/);
        expect(await meaning(written)).toBe(text);
      }),
    ));

  test.each([
    [
      "\\\\account.file.core.windows.net\\dossiers",
      "'\\\\account.file.core.windows.net\\dossiers'",
    ],
    ["", "''"],
    ['$env:X `n "quoted"', `'$env:X \`n "quoted"'`],
  ])("leaves %s readable", (text, written) => {
    expect(literal(text)).toBe(written);
  });
});

describe("quoted", () => {
  test("means the text it was made of, whatever that is, on one line", () =>
    fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const written = quoted(text);
        expect(written).not.toMatch(/[\r\n]/);
        expect(await meaning(written)).toBe(text);
      }),
    ));

  test.each([
    ["Téléphone d'accueil", "'Téléphone d''accueil'"],
    ["bureau d\u2019Élise", "'bureau d\u2019\u2019Élise'"],
    [
      "\u2019; Remove-Item C:\\ -Recurse; \u2018",
      "'\u2019\u2019; Remove-Item C:\\ -Recurse; \u2018\u2018'",
    ],
  ])("leaves %s readable", (text, written) => {
    expect(quoted(text)).toBe(written);
  });

  test("hides nothing that a screen does not show", () => {
    expect(quoted("facture\u202Efdp.exe")).toMatch(/^[\x20-\x7e]*$/);
    expect(quoted("half \uD800")).toMatch(/^[\x20-\x7e]*$/);
  });
});

describe("data", () => {
  const leaf = fc.oneof(anyText, fc.nat(), fc.boolean(), fc.constant(undefined));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 3 }, leaf, tie("list"), tie("table")),
    list: fc.array(tie("value"), { maxLength: 4 }),
    table: fc
      .uniqueArray(fc.tuple(fc.string({ minLength: 1 }), tie("value")), {
        maxLength: 4,
        selector: ([key]) => key.toLowerCase(),
      })
      .map((entries) => Object.fromEntries(entries) as object),
  }));

  test("means what it was made of, however deep", () =>
    fc.assert(
      fc.asyncProperty(value, async (whole) => {
        expect(await meaning(data(whole as never))).toEqual(whole);
      }),
      { numRuns: 200 },
    ));

  test("rejects a number that PowerShell would round", () => {
    expect(() => data(1.5)).toThrow("1.5 is not a whole number");
  });
});
