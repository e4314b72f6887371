import fc from "fast-check";
import { formatFault } from "../../../infra/document/fault";
import { readFleet } from "../../../infra/kit/fleet/read-fleet";

const bytes = (text: string) => new TextEncoder().encode(text);

function read(text: string) {
  const reading = readFleet("postes.csv", bytes(text));
  return reading.ok ? reading.value : reading.faults.map(formatFault);
}

test("reads what Excel saves in France: semicolons, a byte order mark, accents, decimal commas", () => {
  expect(
    read(
      '\uFEFFPoste;Mémoire (Go);Processeur;Disque;Système;Écrans;Scanner;TWAIN;Client;ThinPrint\r\n"PC;1";7,9;Celeron;HDD 80 Go;Windows 11 Pro;2;"Fujitsu ""iX""";oui;2.0.500.0;aucun\r\n',
    ),
  ).toEqual([
    {
      name: "PC;1",
      memoryGiB: 8,
      processor: "Celeron",
      disk: "HDD 80 Go",
      system: "Windows 11 Pro",
      screens: 2,
      scanner: 'Fujitsu "iX"',
      twain: true,
      client: "2.0.500.0",
      thinprint: "",
      line: 2,
    },
  ]);
});

test("reads commas and English headings; what is not listed is not known", () => {
  expect(read("memory,name\n8192 MB,PC1\n,PC2\n")).toMatchObject([
    { name: "PC1", memoryGiB: 8, client: undefined, screens: undefined },
    { name: "PC2", memoryGiB: undefined },
  ]);
});

test("any table of texts comes back from its CSV", () => {
  const cell = fc.string().map((text) => text.replaceAll("\r", "").trim());
  fc.assert(
    fc.property(
      fc.constantFrom(";", ",", "\t"),
      fc.array(fc.tuple(cell, cell), { minLength: 1 }),
      (delimiter, rows) => {
        const lines = rows.map(([a, b], index) =>
          [`PC${index}`, "8", a, b]
            .map((text) => `"${text.replaceAll('"', '""')}"`)
            .join(delimiter),
        );
        const heading = ["poste", "memoire", "processeur", "disque"].join(delimiter);
        expect(read([heading, ...lines].join("\n"))).toMatchObject(
          rows.map(([processor, disk], index) => ({ name: `PC${index}`, processor, disk })),
        );
      },
    ),
  );
});

test.each([
  ["", "postes.csv:1:1: met no desk"],
  ["poste;memoire\n", "postes.csv:1:1: met no desk"],
  [
    "poste;disque\nPC1;80\n",
    "postes.csv:1:1: met no such column; allowed: a column memoire; add it: memory decides",
  ],
  ["poste;memoir\nPC1;8\n", 'postes.csv:1:7: met "memoir"'],
  ["poste;ram;RAM\nPC1;8;8\n", 'postes.csv:1:11: met "RAM" again'],
  [
    "poste;memoire\nPC1;beaucoup\n",
    'postes.csv:2:5: memory: met "beaucoup"; allowed: gigabytes, like 8 or 8 Go',
  ],
  ["poste;memoire\nPC1;8\npc1;8\n", "postes.csv:3:1: name: met pc1 again"],
  ['poste;memoire\n"PC1;8\n', "postes.csv:2:1: met a quote without an end"],
  ['poste;memoire\n"PC"1;8\n', "postes.csv:2:5: met text behind a closing quote"],
])("rejects %j with its place", (text, fault) => {
  expect(read(text)).toEqual(expect.arrayContaining([expect.stringContaining(fault)]));
});

test("rejects what is not UTF-8", () => {
  const reading = readFleet("postes.csv", new Uint8Array([0x70, 0xe9]));
  expect(reading.ok).toBe(false);
});
