import fc from "fast-check";
import { stringify } from "yaml";
import { formatFault } from "../../infra/document/fault";
import { readDocument } from "../../infra/document/source-document";
import { firmSchema } from "../../infra/firm/schema";
import { platformFile } from "../../infra/platform/schema";

/** Whatever the bytes are: a value, or at least one fault that points into the file and can be shown in one line. */
function expectAnswer(bytes: Uint8Array): void {
  const lines = new TextDecoder().decode(bytes).split("\n").length;
  for (const schema of [firmSchema, platformFile]) {
    const reading = readDocument("f.yaml", bytes, schema);
    if (reading.ok) continue;
    expect(reading.faults.length).toBeGreaterThan(0);
    for (const fault of reading.faults) {
      expect(fault.line).toBeGreaterThanOrEqual(1);
      expect(fault.line).toBeLessThanOrEqual(lines);
      expect(fault.column).toBeGreaterThanOrEqual(1);
      expect(formatFault(fault)).not.toMatch(/[\p{Cc}\u2028\u2029]|undefined|\[object/u);
    }
  }
}

const encode = (text: string) => new TextEncoder().encode(text);

test("any bytes", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), expectAnswer));
});

test("any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) =>
      expectAnswer(encode(text)),
    ),
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
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) =>
      expectAnswer(encode(pieces.join(""))),
    ),
    { numRuns: 500 },
  );
});

test("any data under our keys", () => {
  const keys = Object.keys(firmSchema.shape);
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...keys, "x", "__proto__"), fc.jsonValue({ maxDepth: 4 })),
      (data) => expectAnswer(encode(stringify(data))),
    ),
  );
});
