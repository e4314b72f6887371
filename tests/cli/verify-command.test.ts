import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputFaults } from "../../infra/cli/input-faults";
import { Terminal } from "../../infra/cli/terminal";
import { runVerify, type VerifyOptions } from "../../infra/cli/verify-command";
import { Failure } from "../../infra/engine/failure";
import { firmFaults, smallestFirm } from "../support/firm-file";

const folder = mkdtempSync(join(tmpdir(), "cabinet-verify-"));
afterAll(() => rmSync(folder, { recursive: true }));

const sha = (text: string) => createHash("sha256").update(text).digest("hex").toUpperCase();
const listing = (files: Readonly<Record<string, string>>) =>
  [
    '"path","bytes","sha256"',
    ...Object.entries(files).map(([path, text]) => `"${path}","${text.length}","${sha(text)}"`),
    "",
  ].join("\r\n");
const files = { "cpta\\qcompta.mdb": "écritures", "paie\\qpaie.mdb": "bulletins" };

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}
const manifest = write("manifest.csv", listing(files));

function run(arrived: string, further: Partial<VerifyOptions> = {}, firm = "petit") {
  const printed: string[] = [];
  const terminal = new Terminal();
  terminal.print = (text) => void printed.push(text);
  const options = { environment: "prod", lang: "fr", manifest, arrived, ...further } as const;
  return { code: runVerify(firm, options, terminal), printed };
}

test("A22: whole data ends with the record that the firm's file takes, and lets it be verified", () => {
  const { code, printed } = run(write("whole.csv", listing(files)));
  expect(code).toBe(0);
  expect(printed.slice(0, 2)).toEqual([
    "Fichiers : 2, octets : 18. Tout est arrivé, intact.",
    "À inscrire dans infra/firms/petit.yaml, avant stage: verified :",
  ]);
  const record = printed.slice(2).join("\n");
  expect(firmFaults(`${smallestFirm}${record}\nstage: verified\n`)).toEqual([]);
  expect(firmFaults(`${smallestFirm}${record.replace("files: 2", "files: 3")}\n`)).toEqual([
    expect.stringContaining("the record that cabinet verify printed for petit, unchanged"),
  ]);
});

test("A22: rejects a missing, a corrupt and an unlisted file by name, and prints no record", () => {
  const arrived = listing({ "cpta\\qcompta.mdb": "écriture2", "autre.txt": "" });
  const { code, printed } = run(write("differs.csv", arrived));
  expect(code).toBe(10);
  expect(printed).toEqual([
    "altéré: cpta\\qcompta.mdb",
    "manque: paie\\qpaie.mdb",
    "pas dans la liste: autre.txt",
    "Différences : 3. Rien à inscrire : recopier ces fichiers, refaire la liste, recommencer.",
  ]);
  expect(run(write("differs.csv", arrived), { lang: "en" }).printed[0]).toBe(
    "corrupt: cpta\\qcompta.mdb",
  );
});

test("people see fifty differences, machines all of them", () => {
  const many = Object.fromEntries(Array.from({ length: 70 }, (_, at) => [`${at}.txt`, "x"]));
  const arrived = write("many.csv", listing({ ...files, ...many }));
  expect(run(arrived).printed).toHaveLength(52);
  expect(run(arrived).printed.at(-2)).toBe("… et 20 autres, toutes avec --json");
  const document: unknown = JSON.parse(run(arrived, { json: true }).printed.join("\n"));
  expect(document).toMatchObject({
    format: "cabinet/verify@1",
    firm: "petit",
    whole: false,
    files: 2,
    differences: Object.keys(many).map((path) => ({ kind: "unlisted", path })),
  });
});

test("rejects a list that is none by its place, and what is no firm", () => {
  const broken = write("broken.csv", '"path","bytes","sha256"\n"a.txt","1","zz"\n');
  expect(() => run(broken)).toThrow(InputFaults);
  expect(() => run(broken)).toThrow(/broken\.csv:2:13: sha256: met "zz"/);
  expect(() => run(manifest, {}, "prod")).toThrow(Failure);
  expect(() => run(join(folder, "nowhere.csv"))).toThrow(/cannot be read/);
});
