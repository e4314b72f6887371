import { regionFacts } from "../azure/regions";
import type { Fault } from "../document/fault";
import { faultAt } from "../document/source-document";
import type { Combination } from "./combination";

/** Settings of vault copies where no client file would ever be in a vault. */
export function backupFaults({ document, written, firm }: Combination): readonly Fault[] {
  const own = ownSettings(document.root.value);
  const { region, data } = firm;
  if (
    data.store === "fileServer" &&
    own.includes("rehearsal") &&
    written.backup.rehearsal === "monthly"
  )
    return [
      faultAt(document, ["backup", "rehearsal"], {
        met: "monthly",
        allowed: "none where client files are on a server: only shares are restored for practice",
        remedy: "remove it, and try a restore of the server by hand once a year: cabinet restore",
      }),
    ];
  if (data.store === "fileServer" || regionFacts[region].filesBackup.vault) return [];
  return vaultKeys
    .filter(
      (key) =>
        own.includes(key) &&
        !(
          (key === "immutability" && written.backup[key] === "enabled") ||
          (key === "rehearsal" && written.backup[key] === "none")
        ),
    )
    .map((key) =>
      faultAt(document, ["backup", key], {
        allowed: `no such key in ${region}, because vaults there take no file shares and hold nothing of this firm`,
        remedy: "remove it, write data.store: fileServer, or choose another region",
      }),
    );
}

const vaultKeys = ["vaultDays", "vaultWeeks", "vaultMonths", "immutability", "rehearsal"] as const;

/** Keys that the file itself has; the rest is the preset's. */
function ownSettings(root: unknown): readonly string[] {
  if (typeof root !== "object" || root === null || !("backup" in root)) return [];
  const { backup } = root;
  return typeof backup === "object" && backup !== null ? Object.keys(backup) : [];
}
