import fc from "fast-check";
import { literal, literals, setting } from "../../infra/components/powershell";

/** What PowerShell makes of a literal: the text between plain quotes, or what the base64 stands for. */
function meaningOf(written: string): string {
  const plain = /^'([^'\u2018\u2019\u201a\u201b]*)'$/.exec(written)?.[1];
  if (plain !== undefined) return plain;
  const encoded =
    /^\(\[Text\.Encoding\]::Unicode\.GetString\(\[Convert\]::FromBase64String\('([A-Za-z0-9+/=]*)'\)\)\)$/.exec(
      written,
    )?.[1];
  if (encoded === undefined) throw new Error(`PowerShell would read more than a text: ${written}`);
  return Buffer.from(encoded, "base64").toString("utf16le");
}

describe("literal", () => {
  test("means the text it was made of, whatever that is, and is plain ASCII on one line", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (text) => {
        const written = literal(text);
        expect(written).toMatch(/^[\x20-\x7e]*$/);
        expect(meaningOf(written)).toBe(text);
      }),
    );
  });

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

  test.each(["l'étude", "it's", "\u2019; Remove-Item C:\\ -Recurse; \u2019", "two\nlines"])(
    "does not let %j end the text",
    (text) => {
      expect(meaningOf(literal(text))).toBe(text);
    },
  );
});

test("settings of all three types", () => {
  expect(setting({ key: "SOFTWARE\\X", name: "A", type: "DWord", value: 7 })).toBe(
    "Set-Value 'HKLM:\\SOFTWARE\\X' 'A' DWord 7",
  );
  expect(setting({ key: "SOFTWARE\\X", name: "B", type: "String", value: "v" })).toBe(
    "Set-Value 'HKLM:\\SOFTWARE\\X' 'B' String 'v'",
  );
  expect(setting({ key: "SOFTWARE\\X", name: "C", type: "MultiString", value: ["v", "w"] })).toBe(
    `Set-Value 'HKLM:\\SOFTWARE\\X' 'C' MultiString ${literals(["v", "w"])}`,
  );
});
