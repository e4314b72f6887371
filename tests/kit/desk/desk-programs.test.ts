import { deskPrograms } from "../../../infra/kit/desk/desk-programs";
import { makeKit } from "../../../infra/kit/make-kit";
import { sampleWish } from "../../support/kit-wish";
import { kitDataOf } from "../../support/powershell-grammar";

const dupont = sampleWish("dupont");
const rousseau = sampleWish("rousseau");
const file = { url: "https://logiciels.example/x.exe", sha256: "ab".repeat(32) };

async function installer(wish: typeof dupont): Promise<unknown> {
  const script = makeKit(wish).find(({ path }) => path === "poste/installer.ps1");
  return kitDataOf(new TextDecoder().decode(script?.bytes));
}

test("A24: Citrix Workspace and ThinPrint, with exact silent commands and checksums from the firm file", async () => {
  const desks = {
    ...rousseau.firm.desks,
    client: { kind: "pinned", version: "24.9.1.201", installer: file },
    thinprint: { kind: "pinned", version: "13.0", installer: file, switches: "/quiet /norestart" },
  } as const;
  expect(await installer({ ...rousseau, firm: { ...rousseau.firm, desks } })).toMatchObject({
    Client: "CitrixWorkspace",
    Programs: [
      {
        Name: "Citrix Workspace",
        Version: "24.9.1.201",
        Url: file.url,
        Sha256: "AB".repeat(32),
        Switches: "/silent /noreboot /AutoUpdateCheck=disabled EnableCEIP=False",
      },
      { Name: "ThinPrint Client", Sha256: "AB".repeat(32), Switches: "/quiet /norestart" },
    ],
    Scanning: "twain",
  });
});

test("without a checksum the installer has nothing to install, and says which key is missing", async () => {
  expect(await installer(dupont)).toMatchObject({
    Client: "WindowsApp",
    Programs: [{ Name: "Windows App", Key: "desks.client", Version: undefined, Sha256: undefined }],
    Scanning: "folder",
    ScanFolder: "C:\\Numerisations",
    Printers: ["\\\\MEYLAN-PR1\\accueil", "\\\\MEYLAN-PR1\\comptabilité", "\\\\MEYLAN-PR1\\plans"],
  });
  expect(deskPrograms(rousseau.firm).map(({ key, sha256 }) => [key, sha256])).toEqual([
    ["desks.client", undefined],
    ["desks.thinprint", undefined],
  ]);
});

test("what could not be read at its publisher's is said where it is used", () => {
  expect(deskPrograms(dupont.firm).map(({ unverified }) => unverified)).toEqual([undefined]);
  expect(deskPrograms(rousseau.firm).map(({ unverified }) => unverified?.fr)).toEqual([
    expect.stringContaining("non vérifiés chez Citrix"),
    expect.stringContaining("non vérifié chez ThinPrint"),
  ]);
  const order = makeKit(rousseau).find(({ path }) => path === "bon-de-travail.html");
  expect(new TextDecoder().decode(order?.bytes)).toContain("non vérifiés chez Citrix");
});

test("the settings file has what the pool has: several screens, and no drive", () => {
  const paths = makeKit(rousseau).map(({ path }) => path);
  expect(paths).not.toContain("poste/session.rdp");
  const rdp = makeKit(dupont).find(({ path }) => path === "poste/session.rdp");
  const lines = new TextDecoder().decode(rdp?.bytes).split("\r\n");
  expect(lines).toEqual(expect.arrayContaining(["use multimon:i:1", "drivestoredirect:s:"]));
  expect(lines.filter((line) => !/^[a-z ]+:[si]:[^:]*$/.test(line) && line !== "")).toEqual([]);
});
