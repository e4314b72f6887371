import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runDesks } from "../../infra/cli/desks-command";
import { runKit } from "../../infra/cli/kit-command";
import { Terminal } from "../../infra/cli/terminal";
import { isSignedBy } from "../../infra/slim-server/detached-signature";

const folder = mkdtempSync(path.join(tmpdir(), "kit-command-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string) => {
  const whole = path.join(folder, name);
  writeFileSync(whole, text);
  return whole;
};

/** A terminal that keeps what it prints. */
function listener() {
  const said: string[] = [];
  const terminal = new Terminal();
  jest.spyOn(terminal, "print").mockImplementation((text) => void said.push(text));
  jest.spyOn(terminal, "warn").mockImplementation((text) => void said.push(text));
  return { terminal, said };
}

const prod = { environment: "prod", lang: "fr" } as const;

test("a kit says how many files it has, and which installer would refuse, and where scans stay", () => {
  const { terminal, said } = listener();
  const out = path.join(folder, "kit");
  expect(runKit("dupont", { ...prod, out }, terminal)).toBe(0);
  expect(said).toEqual([
    expect.stringContaining("Windows App: the firm file names no file under desks.client"),
    expect.stringContaining("scans stay on the desks of meylan"),
    expect.stringMatching(/: (\d+) fichiers, \1 fichier\(s\) modifié\(s\), 0 retiré\(s\)$/),
  ]);
});

test("the manifest of a signed kit is signed by the key, the same way every time", () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const out = path.join(folder, "signed");
  const key = file("key.pem", privateKey);
  const { terminal } = listener();
  runKit("moreau", { ...prod, out, key }, terminal);
  const signature = readFileSync(path.join(out, "kit.json.sig"), "utf8");
  expect(isSignedBy(readFileSync(path.join(out, "kit.json")), signature, publicKey)).toBe(true);
  runKit("moreau", { ...prod, out, key }, terminal);
  expect(readFileSync(path.join(out, "kit.json.sig"), "utf8")).toBe(signature);
  expect(() => runKit("moreau", { ...prod, out, key: file("no.pem", "no key") }, terminal)).toThrow(
    "is no private key",
  );
});

test("rejects a firm with several offices until one is named, and one without any", () => {
  const { terminal } = listener();
  const out = path.join(folder, "none");
  expect(() => runKit("rousseau", { ...prod, out }, terminal)).toThrow(
    "rousseau has several offices",
  );
  expect(() => runKit("petit", { ...prod, out }, terminal)).toThrow("petit has no office");
  expect(runKit("rousseau", { ...prod, out, site: "mulhouse" }, terminal)).toBe(0);
});

test("A17: a list of desks, pass or fail with the reason; exit code 10 when one fails", () => {
  const { terminal, said } = listener();
  const csv = file(
    "postes.csv",
    "poste;memoire;processeur;disque\nPC1;4;i9;SSD\nPC2;8;Celeron;HDD\n",
  );
  expect(runDesks("dupont", { ...prod, csv, json: true }, terminal)).toBe(10);
  expect(JSON.parse(said.join(""))).toMatchObject({
    format: "cabinet/desks@1",
    passing: 1,
    failing: 1,
    desks: [
      { name: "PC1", passes: false, reasons: [{ en: expect.stringContaining("4 GB of memory") }] },
      { name: "PC2", passes: true, reasons: [] },
    ],
  });
  const good = file("bons.csv", "poste;memoire\nPC2;8\n");
  expect(runDesks("dupont", { ...prod, csv: good }, terminal)).toBe(0);
  expect(said.at(-1)).toBe("PC2: apte");
});

test("rejects a list with what is wrong in it and where", () => {
  const { terminal } = listener();
  const csv = file("faux.csv", "poste;memoire\nPC1;beaucoup\n");
  expect(() => runDesks("dupont", { ...prod, csv }, terminal)).toThrow(`${csv}:2:5: memory`);
});
