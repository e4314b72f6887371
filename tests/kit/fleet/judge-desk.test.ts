import fc from "fast-check";
import type { Desk } from "../../../infra/kit/fleet/desk";
import { judgeDesk } from "../../../infra/kit/fleet/judge-desk";
import { sampleFirm } from "../../support/sample-firms";

const dupont = sampleFirm("dupont");
const rousseau = sampleFirm("rousseau");

const desk: Desk = {
  name: "PC1",
  memoryGiB: 8,
  processor: "Celeron N4000",
  disk: "HDD 80 Go",
  system: "Windows 11 Pro",
  screens: 3,
  scanner: "",
  twain: undefined,
  client: undefined,
  thinprint: undefined,
  line: 2,
};

const french = (changes: Partial<Desk>, firm = dupont) => {
  const { reasons, notes } = judgeDesk({ ...desk, ...changes }, firm);
  return { reasons: reasons.map(({ fr }) => fr), notes: notes.map(({ fr }) => fr) };
};

test("A17: 8 GB with an old processor and a hard disk pass", () => {
  expect(french({})).toEqual({ reasons: [], notes: [] });
});

test("A17: 4 GB fail, whatever else the desk has", () => {
  expect(french({ memoryGiB: 4, processor: "Core i9", disk: "SSD 2 To" }).reasons).toEqual([
    "4 Go de mémoire, il en faut 8 : de nombreuses fenêtres à la fois en demandent",
  ]);
});

test("memory decides alone: processor and disk never do", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(64), fc.nat(64), (processor, disk, some, more) => {
      const passes = (changes: Partial<Desk>) => french(changes).reasons.length === 0;
      expect(passes({ processor, disk })).toBe(true);
      expect(passes({ memoryGiB: some })).toBe(some >= 8);
      expect(passes({ memoryGiB: some + more })).toBe(some + more >= 8);
    }),
  );
});

test.each([
  [{ memoryGiB: undefined }, "mémoire inconnue, il faut 8 Go"],
  [
    { system: "Microsoft Windows 7 Professionnel 6.1.7601" },
    "Microsoft Windows 7 Professionnel 6.1.7601 : le client de session n'y fonctionne plus",
  ],
])("rejects %j", (changes, reason) => {
  expect(french(changes).reasons).toEqual([reason]);
});

test("what can be mended on the spot is said, and decides nothing", () => {
  const { reasons, notes } = french(
    {
      client: "",
      thinprint: "",
      scanner: "Fujitsu iX",
      twain: false,
      screens: 1,
      system: "Windows 10 Pro",
    },
    rousseau,
  );
  expect(reasons).toEqual([]);
  expect(notes).toEqual([
    "Citrix Workspace est à installer (poste/installer.ps1)",
    "ThinPrint Client est à installer (poste/installer.ps1)",
    "1 écran(s), la session peut en couvrir 2",
    "Fujitsu iX : installer son pilote TWAIN sur le poste",
    "Windows 10 n'est plus corrigé depuis le 14 octobre 2025",
  ]);
});

describe("with a client that the firm file names", () => {
  const firm = {
    ...dupont,
    desks: {
      ...dupont.desks,
      client: {
        kind: "pinned",
        version: "2.0.500.0",
        installer: { url: "https://a.example/a.msix", sha256: "0".repeat(64) },
      },
    },
  } as const;

  test.each([
    ["2.0.499.9", ["Windows App 2.0.499.9, il faut 2.0.500.0"]],
    ["2.0.500", []],
    ["10.0", []],
  ])("version %s", (client, reasons) => {
    expect(french({ client }, firm).reasons).toEqual(reasons);
  });
});
