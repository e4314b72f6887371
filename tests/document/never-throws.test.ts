import * as fc from "fast-check";
import { stringify } from "yaml";
import { formatFault } from "../../infra/document/fault";
import { readDocument } from "../../infra/document/source-document";
import { firmSchema } from "../../infra/firm/schema";
import { platformFile } from "../../infra/platform/schema";

/** What is wrong with the answer to some bytes: it must be a value, or faults that point into the file and can be shown. */
function complaints(bytes: Uint8Array): readonly string[] {
  const lines = new TextDecoder().decode(bytes).split("\n").length;
  return [firmSchema, platformFile].flatMap((schema) => {
    const reading = readDocument("f.yaml", bytes, schema);
    if (reading.ok) return [];
    if (reading.faults.length === 0) return ["neither a value nor a fault"];
    return reading.faults
      .filter(
        (fault) =>
          fault.line < 1 ||
          fault.line > lines ||
          fault.column < 1 ||
          /[\p{Cc}\u2028\u2029]|undefined|\[object/u.test(formatFault(fault)),
      )
      .map(formatFault);
  });
}

const encode = (text: string) => new TextEncoder().encode(text);

test("any bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(complaints(bytes)).toEqual([]);
    }),
  );
});

test("any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      expect(complaints(encode(text))).toEqual([]);
    }),
  );
});

test("any mixture of YAML's own signs and our words", () => {
  const signs = [
    "\n",
    "\n  ",
    "\t",
    ": ",
    "- ",
    ", ",
    " #",
    "? ",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "\\",
  ];
  const marks = ["&a ", "*a", "!!str ", "!x ", "---\n", "...\n", "%YAML 1.1\n", "|\n", ">\n"];
  const words = ["name", "people", "staff", "network", "sites", "hosts", "config", "cabinet:tags"];
  const values = [
    "12",
    "0x1",
    ".inf",
    "null",
    "~",
    "true",
    "auto",
    "10.64.8.0/23",
    "__proto__",
    "é",
  ];
  const piece = fc.constantFrom(...signs, ...marks, ...words, ...values);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      expect(complaints(encode(pieces.join("")))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("any data under our keys", () => {
  const keys = Object.keys(firmSchema.shape);
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...keys, "x", "__proto__"), fc.jsonValue({ maxDepth: 4 })),
      (data) => {
        expect(complaints(encode(stringify(data)))).toEqual([]);
      },
    ),
  );
});
