import type { Firm } from "../../firm/firm";
import type { Phrase } from "../../slim-server/phrase";

/** A program that every desk needs, and how it is installed without a question. */
export interface DeskClient {
  readonly name: string;
  /** What `Get-DeskProgram` of Poste.psm1 knows it by. */
  readonly package: "WindowsApp" | "CitrixWorkspace" | "ThinPrint";
  /** Key of the firm file that says which file it is. */
  readonly key: string;
  /** Least version that passes; undefined where the firm file names no file. */
  readonly version: string | undefined;
  readonly url: string | undefined;
  readonly sha256: string | undefined;
  /** Arguments of its installer, exactly; of Windows App, which is a package, the cmdlet's. */
  readonly switches: string;
  /** What of this nobody could read at its publisher's; undefined when all of it. */
  readonly unverified: Phrase | undefined;
}

/** Nothing is asked, nothing restarts, updates come by a new kit, no usage is reported. */
const citrixSwitches = "/silent /noreboot /AutoUpdateCheck=disabled EnableCEIP=False";

/** Many public scripts have these switches and the program's name in Windows' list, with one another in agreement. */
const fromScripts: Phrase = {
  fr: "commande et nom lus dans des scripts publics, non vérifiés chez Citrix",
  en: "command and name were read in public scripts, unverified at Citrix",
};

/** A public script that quotes ThinPrint's page on unattended installation; the switches are the firm file's. */
const fromOneScript: Phrase = {
  fr: "nom du programme lu dans un script public, non vérifié chez ThinPrint",
  en: "name of the program was read in a public script, unverified at ThinPrint",
};

/** https://learn.microsoft.com/windows/msix/desktop/deploy-preinstalled-apps */
const packageSwitches = "Add-AppxProvisionedPackage -Online -SkipLicense";

/** The session's client first, then ThinPrint where the firm prints with it. */
export function deskPrograms({
  sessions,
  desks,
}: Pick<Firm, "sessions" | "desks">): readonly DeskClient[] {
  const citrix = sessions.broker.kind === "citrix";
  const { client, thinprint } = desks;
  const session: DeskClient = {
    name: citrix ? "Citrix Workspace" : "Windows App",
    package: citrix ? "CitrixWorkspace" : "WindowsApp",
    key: "desks.client",
    ...(client.kind === "pinned" ? pinned(client) : unpinned),
    switches: citrix ? citrixSwitches : packageSwitches,
    unverified: citrix ? fromScripts : undefined,
  };
  if (thinprint.kind === "none") return [session];
  return [
    session,
    {
      name: "ThinPrint Client",
      package: "ThinPrint",
      key: "desks.thinprint",
      ...(thinprint.kind === "pinned"
        ? { ...pinned(thinprint), switches: thinprint.switches }
        : { ...unpinned, switches: "" }),
      unverified: fromOneScript,
    },
  ];
}

const unpinned = { version: undefined, url: undefined, sha256: undefined };

function pinned({
  version,
  installer,
}: {
  readonly version: string;
  readonly installer: { readonly url: string; readonly sha256: string };
}) {
  return { version, url: installer.url, sha256: installer.sha256.toUpperCase() };
}
