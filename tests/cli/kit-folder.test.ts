import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeKit } from "../../infra/cli/kit-folder";
import { makeKit } from "../../infra/kit/make-kit";
import { sampleWish } from "../support/kit-wish";

const wish = sampleWish("dupont");
const kit = makeKit(wish);
const owner = { firm: "dupont", site: "meylan" };
const twoPrinters = makeKit({
  ...wish,
  site: { ...wish.site, printers: wish.site.printers.slice(0, 2) },
});

let folder: string;

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), "kit-")), "out");
});

afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

function content(): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map((file) => path.join(file.parentPath, file.name))
      .map((file) => [path.relative(folder, file), readFileSync(file).toString("base64")]),
  );
}

const whole = (files: typeof kit) =>
  Object.fromEntries(
    files.map(({ path: name, bytes }) => [name, Buffer.from(bytes).toString("base64")]),
  );

test("a second run writes nothing; another firm file writes what differs", () => {
  expect(writeKit(folder, kit, owner).changed).toHaveLength(kit.length);
  expect(content()).toEqual(whole(kit));
  expect(writeKit(folder, kit, owner)).toEqual({ changed: [], removed: [] });
  const { changed } = writeKit(folder, twoPrinters, owner);
  expect(changed).toContain("serveur/MEYLAN-PR1/40-imprimantes.ps1");
  expect(changed).not.toContain("serveur/MEYLAN-DC1/30-dns.ps1");
  expect(content()).toEqual(whole(twoPrinters));
});

test("what the kit no longer has goes", () => {
  writeKit(folder, kit, owner);
  const fewer = makeKit({ ...wish, site: { ...wish.site, printers: [] } });
  expect(writeKit(folder, fewer, owner).removed).toEqual(["serveur/MEYLAN-PR1/40-imprimantes.ps1"]);
  expect(content()).toEqual(whole(fewer));
});

test("a run that was interrupted is finished by the next one", () => {
  writeKit(folder, kit, owner);
  const [first, second] = twoPrinters.filter(({ path: name }) => name.includes("PR1"));
  if (first === undefined || second === undefined) throw new Error("no files");
  writeFileSync(path.join(folder, first.path), first.bytes);
  writeFileSync(path.join(folder, `${second.path}.new`), "half");
  writeKit(folder, twoPrinters, owner);
  expect(content()).toEqual(whole(twoPrinters));
});

test("drivers and installers that the technician brought stay", () => {
  writeKit(folder, kit, owner);
  for (const name of ["serveur/MEYLAN-PR1/pilotes/hp/hpcu.inf", "poste/paquets/WindowsApp.msix"]) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), "brought");
  }
  expect(writeKit(folder, kit, owner)).toEqual({ changed: [], removed: [] });
  expect(Object.keys(content())).toContain("poste/paquets/WindowsApp.msix");
});

test.each([
  ["a file of somebody else", "notes.txt"],
  ["a file changed by hand", "poste/installer.ps1"],
])("rejects a folder with %s, and touches nothing", (_, name) => {
  writeKit(folder, kit, owner);
  writeFileSync(path.join(folder, name), "mine");
  const before = content();
  expect(() => writeKit(folder, twoPrinters, owner)).toThrow(name);
  expect(content()).toEqual(before);
});

test("rejects a link, which could lead anywhere", () => {
  writeKit(folder, kit, owner);
  symlinkSync("/etc/hosts", path.join(folder, "lien"));
  expect(() => writeKit(folder, kit, owner)).toThrow("lien");
});

test("rejects the folder of another office, and what is no folder", () => {
  writeKit(folder, kit, owner);
  expect(() => writeKit(folder, kit, { firm: "dupont", site: "voiron" })).toThrow(
    "holds the kit of dupont.meylan",
  );
  const file = path.join(path.dirname(folder), "file");
  writeFileSync(file, "");
  expect(() => writeKit(file, kit, owner)).toThrow("is no folder");
  expect(() => writeKit(path.join(file, "below"), kit, owner)).toThrow("cannot be written");
});
