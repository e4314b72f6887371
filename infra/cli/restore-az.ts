import { spawnSync } from "node:child_process";
import { Failure } from "../engine/failure";
import type { ProtectedShare } from "../resources/protected-shares";

/** Arguments of Azure's own command line, one list a call. */
export interface RestoreCalls {
  /** Makes the share again where it is gone, and changes nothing where it is there. */
  readonly makeShare: readonly string[];
  /** Answers name and time of the last copy in the vault, with a tab between. */
  readonly lastPoint: readonly string[];
  /** Fills the share from a copy. */
  readonly restore: (point: string) => readonly string[];
}

/**
 * How a share is had back from its vault. A copy in the vault is restored whole, to a share that is
 * there: https://learn.microsoft.com/azure/backup/restore-afs-cli
 */
export function restoreCalls(share: ProtectedShare, subscription: string): RestoreCalls {
  const inVault = {
    subscription,
    "resource-group": share.group,
    "vault-name": share.vault,
    "container-name": share.container,
    "item-name": share.item,
  };
  return {
    makeShare: call("storage share-rm create", {
      subscription,
      "resource-group": share.accountGroup,
      "storage-account": share.account,
      name: share.share,
      quota: String(share.gibibytes),
      "access-tier": "Premium",
      "enabled-protocols": "SMB",
      output: "none",
    }),
    lastPoint: call("backup recoverypoint list", {
      ...inVault,
      "backup-management-type": "AzureStorage",
      "workload-type": "AzureFileShare",
      query: lastInVault,
      output: "tsv",
    }),
    restore: (point) =>
      call("backup restore restore-azurefileshare", {
        ...inVault,
        "rp-name": point,
        "restore-mode": "AlternateLocation",
        "resolve-conflict": "Overwrite",
        "target-storage-account": share.account,
        "target-resource-group-name": share.accountGroup,
        "target-file-share": share.share,
        "target-folder": "",
        output: "none",
      }),
  };
}

/** A verb of the command line with its flags. */
export function call(verb: string, flags: Readonly<Record<string, string>>): readonly string[] {
  return [
    ...verb.split(" "),
    ...Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, value]),
  ];
}

const lastInVault =
  "sort_by([?properties.recoveryPointTierDetails[?type=='HardenedRP' && status=='Valid']], &properties.recoveryPointTime)[-1].[name, properties.recoveryPointTime]";

/** A call as a person types it. */
export function shellLine(words: readonly string[]): string {
  return ["az", ...words]
    .map((word) => (/^[\w./:=-]+$/.test(word) ? word : quoted(word)))
    .join(" ");
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

/**
 * Runs Azure's command line, and gives what it answered.
 *
 * @throws Failure when there is none, or Azure refuses
 */
export function az(words: readonly string[]): string {
  const run = spawnSync("az", words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  if (run.error !== undefined)
    throw new Failure(
      "access",
      "Azure's command line `az` cannot be run",
      "install it, then az login",
    );
  if (run.status !== 0)
    throw new Failure("failed", run.stderr.trim(), `it was: ${shellLine(words)}`);
  return run.stdout.trim();
}
