import { formatFault } from "../../infra/document/fault";
import { readManifest } from "../../infra/landing/manifest";

const hash = "AB".repeat(32);
const head = '"path","bytes","sha256"';
const read = (...lines: readonly string[]) =>
  readManifest(
    "manifest.csv",
    new TextEncoder().encode(lines.map((line) => `${line}\r\n`).join("")),
  );
const faults = (...lines: readonly string[]) => {
  const reading = read(...lines);
  return reading.ok ? [] : reading.faults.map(formatFault);
};
const again = 'make the list again with the script of the output "landing"';

test("A22: a list names each file with its length and contents, as PowerShell writes it", () => {
  const reading = read(
    `\uFEFF${head}`,
    String.raw`"cpta\DC\000101\qcompta.mdb","2048","${hash}"`,
    String.raw`"gi\Élise, ""notes"".txt","0","${hash}"`,
  );
  expect(reading.ok && [...reading.value.values()]).toEqual([
    { path: String.raw`cpta\DC\000101\qcompta.mdb`, bytes: 2048, sha256: hash.toLowerCase() },
    { path: String.raw`gi\Élise, "notes".txt`, bytes: 0, sha256: hash.toLowerCase() },
  ]);
});

test.each([
  ["no CSV", [head, '"a.txt'], "2:1: met a quote without an end; allowed: a CSV file"],
  [
    "other columns",
    ["path;size", "a;1"],
    "1:1: met other headings; allowed: the headings path, bytes, sha256, and a line for each file",
  ],
  [
    "an empty list",
    [head],
    "1:1: met a list without files; allowed: the headings path, bytes, sha256, and a line for each file",
  ],
  [
    "a length that is none",
    [head, `a.txt,1 ko,${hash}`],
    '2:7: bytes: met "1 ko"; allowed: the file\'s length in bytes',
  ],
  [
    "a hash cut off",
    [head, `a.txt,1,${hash}`, "b.txt,1,ABAB"],
    '3:9: sha256: met "ABAB"; allowed: a SHA-256, 64 hexadecimal digits',
  ],
  ["a file without path", [head, `,1,${hash}`], '2:1: path: met ""; allowed: the path of a file'],
  [
    "a file twice, whatever the case of its letters",
    [head, `A.txt,1,${hash}`, `a.TXT,1,${hash}`],
    '3:1: path: met "a.TXT"; allowed: each file once',
  ],
])("rejects %s by its place", (_, lines, fault) => {
  expect(faults(...lines)).toEqual([`manifest.csv:${fault}; ${again}`]);
});

test("rejects what is no text, and shows twenty faults of a thousand", () => {
  const reading = readManifest("manifest.csv", Uint8Array.of(0xff, 0xfe, 0x41));
  expect(reading.ok ? "" : formatFault(reading.faults[0] ?? fail())).toContain("UTF-8");
  expect(
    faults(head, ...Array.from({ length: 1000 }, (_, place) => `${place}.txt,x,${hash}`)),
  ).toHaveLength(20);
});

function fail(): never {
  throw new Error("no fault");
}
