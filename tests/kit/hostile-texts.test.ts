import fc from "fast-check";
import { unzipSync } from "fflate";
import type { KitFile } from "../../infra/kit/kit-file";
import { makeKit } from "../../infra/kit/make-kit";
import type { KitWish } from "../../infra/kit/wish";
import { sampleWish } from "../support/kit-wish";
import { parseMof } from "../support/mof-grammar";
import { officeWithAll } from "../support/offices";
import { kitDataOf, powerShellFaults } from "../support/powershell-grammar";

// Whatever people write into a firm file is a value in all that a kit holds, and never more.

const hostile = fc.oneof(
  fc.constantFrom(
    "bureau d'Élise",
    "l\u2019accueil \u2018haut\u2019 \u201Abas\u201B",
    "$(Remove-Item C:\\ -Recurse)",
    "`$env:X`n",
    "'; exit #",
    '\u201C\u201D\u201E"',
    "@' '@",
    "a\r\nb",
    "%TEMP% & del",
    "$Kit = @{}",
    "<script>alert(1)</script>",
    "</style><td>&amp;",
    "--> ]]> \uFEFF\u202E",
  ),
  fc.string({ unit: "binary", minLength: 1 }),
);

/** Every text that a firm file leaves to people, in an order of its own. */
type Texts = readonly string[];

const plainTexts: Texts = Array.from({ length: 24 }, (_, index) => `text ${index}`);

/** An office with every file a kit can have, and these texts wherever people write one. */
function wishOf(texts: Texts): KitWish {
  const wish = sampleWish("dupont");
  const { firm } = wish;
  const site = officeWithAll(firm, wish.site);
  const at = (index: number) => texts[index] ?? "";
  const [printer] = site.printers;
  if (printer === undefined) throw new Error("no printer");
  const installer = (index: number) => ({
    kind: "pinned" as const,
    version: at(index),
    installer: { url: at(index + 1), sha256: at(index + 2) },
  });
  return {
    ...wish,
    firm: {
      ...firm,
      name: at(0),
      people: { ...firm.people, supervisor: at(1) },
      desks: {
        ...firm.desks,
        scanFolder: at(2),
        client: installer(3),
        thinprint: { ...installer(6), switches: at(9) },
      },
    },
    site: {
      ...site,
      place: at(10),
      directory: { ...site.directory, domain: at(11), netbios: at(12) },
      dns: { forwarders: [at(13)], zones: [{ name: at(14), servers: [at(15)] }] },
      printers: [
        {
          ...printer,
          name: at(16),
          model: at(17),
          driver: { kind: "own", name: at(18), inf: at(19) },
        },
      ],
      dhcp: {
        ...site.dhcp,
        reservations: [{ name: at(20), address: printer.address, mac: at(21) }],
        options: [{ id: 66, values: [at(22)] }],
      },
      visit: { ...site.visit, technician: at(23), contact: at(0) },
    },
  };
}

function textOf({ bytes }: KitFile): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

const isScript = ({ path }: KitFile) => /\.ps(m|d)?1$/.test(path);
const hasData = (script: string) => script.includes("$Kit = ");

/** A script without its data. */
function codeOf(script: string): string {
  const start = script.indexOf("$Kit = ");
  if (start < 0) return script;
  const end = script.indexOf("\r\n\r\n", start);
  return script.slice(0, start) + script.slice(end);
}

/** Data with plain texts in it, as it is when they are these ones. */
function replaced(value: unknown, texts: Texts): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => replaced(one, texts));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, replaced(one, texts)]),
    );
  if (typeof value !== "string") return value;
  // Hashes are written in upper case, queues behind the machine that shares them.
  const [, before, word, index] = /^(.*?)(text|TEXT) (\d+)$/s.exec(value) ?? [];
  if (before === undefined || index === undefined) return value;
  const text = texts[Number(index)] ?? "";
  return before + (word === "TEXT" ? text.toUpperCase() : text);
}

const plain = makeKit(wishOf(plainTexts));
const plainOf = (path: string): string => {
  const file = plain.find((one) => one.path === path);
  if (file === undefined) throw new Error(`only a hostile kit has ${path}`);
  return textOf(file);
};

test("the kit of these tests has every script there is", () => {
  const names = plain.filter(isScript).map(({ path }) => path.split("/").at(-1));
  expect(new Set(names)).toEqual(
    new Set([
      "10-preparer.ps1",
      "20-annuaire.ps1",
      "20-joindre.ps1",
      "30-dns.ps1",
      "31-dhcp.ps1",
      "40-imprimantes.ps1",
      "50-arc.ps1",
      "90-verifier.ps1",
      "CabinetSlimServer.psd1",
      "CabinetSlimServer.psm1",
      "Poste.psm1",
      "depart.ps1",
      "installer.ps1",
      "verifier-trousse.ps1",
      "verifier.ps1",
    ]),
  );
});

test("hostile texts are values in every script of a kit, and nothing else", () =>
  fc.assert(
    fc.asyncProperty(fc.array(hostile, { minLength: 24, maxLength: 24 }), async (texts) => {
      const kit = makeKit(wishOf(texts));
      expect(kit.map(({ path }) => path)).toEqual(plain.map(({ path }) => path));
      for (const file of kit.filter(isScript)) {
        const script = textOf(file);
        const quiet = plainOf(file.path);
        if (script === quiet) continue;
        expect([file.path, await powerShellFaults(script)]).toEqual([file.path, []]);
        const found = await kitDataOf(script);
        expect([file.path, found]).toEqual([file.path, replaced(await kitDataOf(quiet), texts)]);
      }
    }),
    { numRuns: 12 },
  ));

test("nothing of a script but its data depends on a text", () => {
  const texts = plainTexts.map((text) => `other ${text}`);
  const kit = makeKit(wishOf(texts));
  for (const file of kit.filter(isScript))
    expect([file.path, codeOf(textOf(file))]).toEqual([file.path, codeOf(plainOf(file.path))]);
  expect(kit.filter(isScript).filter((file) => hasData(textOf(file))).length).toBeGreaterThan(12);
});

test("the order has the same elements whatever is written into it, and the texts as texts", () =>
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 24, maxLength: 24 }), (texts) => {
      const order = makeKit(wishOf(texts)).find(({ path }) => path === "bon-de-travail.html");
      if (order === undefined) throw new Error("no order");
      const elements = (html: string) => html.match(/<[^>]*>/g);
      expect(elements(textOf(order))).toEqual(elements(plainOf("bon-de-travail.html")));
    }),
    { numRuns: 30 },
  ));

test("packages and documents stay what they are, whatever a printer is called", () =>
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 24, maxLength: 24 }), (texts) => {
      const contents = makeKit(wishOf(texts))
        .filter(({ path }) => path.endsWith(".zip"))
        .map(({ bytes }) => contentOf(bytes));
      const queues = contents.map(({ mof, expected }) => {
        expect(parseMof(mof)).toHaveLength(2);
        return JSON.parse(expected).shares.queues;
      });
      expect(queues).toEqual([[], [], [texts[16]]]);
    }),
    { numRuns: 10 },
  ));

function contentOf(zip: Uint8Array): { readonly mof: string; readonly expected: string } {
  const inside = Object.entries(unzipSync(zip));
  const read = (ending: string) =>
    new TextDecoder().decode(inside.find(([name]) => name.endsWith(ending))?.[1]);
  return { mof: read(".mof"), expected: read("expected.json") };
}
