import { carriesScans } from "../../firm/carries-scans";
import { rdpProperties } from "../../windows/rdp-properties";
import type { PowerShellData } from "../../windows/powershell";
import { readOwn, scriptFile, windowsTextFile, type KitFile } from "../kit-file";
import type { KitWish } from "../wish";
import { deskPrograms } from "./desk-programs";

const folder = "poste";

/** What every desk of the office gets. */
export function deskFiles({ firm, site }: KitWish): readonly KitFile[] {
  const { sessions, desks } = firm;
  const programs = deskPrograms(firm);
  const printer = site.machines.find(({ role }) => role === "print" || role === "server");
  const values: Record<string, PowerShellData> = {
    Client: programs[0]?.package,
    Programs: programs.map(
      ({ name, package: kind, key, version, url, sha256, switches, unverified }) => ({
        Name: name,
        Package: kind,
        Key: key,
        Version: version,
        Url: url,
        Sha256: sha256,
        Switches: switches,
        Unverified: unverified?.fr,
      }),
    ),
    MemoryGiB: desks.memoryGiB,
    Screens: desks.screens,
    Scanning: sessions.scanning,
    ScanFolder: desks.scanFolder,
    ScansArrive: sessions.scanning !== "folder" || carriesScans(sessions, site),
    Printers:
      printer === undefined ? [] : site.printers.map(({ name }) => `\\\\${printer.name}\\${name}`),
  };
  return [
    scriptFile(`${folder}/installer.ps1`, "desk/install", values),
    scriptFile(`${folder}/verifier.ps1`, "desk/check", values),
    windowsTextFile(`${folder}/Poste.psm1`, readOwn("desk/Poste.psm1")),
    ...(sessions.broker.kind === "avd"
      ? [windowsTextFile(`${folder}/session.rdp`, rdpFile(rdpProperties(firm)))]
      : []),
  ];
}

/** The pool's own settings as a file, one a line: `mstsc poste\session.rdp` shows them on the desk's screens. */
function rdpFile(properties: string): string {
  return `${properties.split(";").join("\n")}\n`;
}
