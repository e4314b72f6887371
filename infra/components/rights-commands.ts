import {
  isWindowsAccount,
  windowsAccounts,
  type FolderEntry,
  type FolderRights,
} from "./folder-rights";
import { rightsMatrix, type FirmRole, type GroupNoun, type ShareName } from "./rights";

/** How Windows is told of a group: by name where a domain knows it, else by identifier. */
export type AccountOf = (noun: GroupNoun) => string;

// Everyone, Authenticated Users and Users, whom a new share lets in and who stay if nobody removes
// them: https://github.com/Azure/avdaccelerator/issues/869
const shutOut = "*S-1-1-0 *S-1-5-11 *S-1-5-32-545";

const letters = { full: "F", modify: "M", read: "RX" } as const;
const flags = { folder: "", below: "(OI)(CI)(IO)", all: "(OI)(CI)" } as const;

/**
 * Commands that make the list of each folder exactly what it should be, for the Windows prompt of a
 * machine that reaches the shares.
 *
 * @param roles Roles the firm has people for.
 * @param paths Where the shares are, as Windows writes it.
 */
export function folderCommands(
  roles: readonly FirmRole[],
  folders: readonly FolderRights[],
  paths: Readonly<Record<ShareName, string>>,
  accountOf: AccountOf,
): readonly string[] {
  return folders.map(({ share, folder, entries }) => {
    const grants = entries
      .filter(({ who }) => isWindowsAccount(who) || roles.includes(who))
      .flatMap((entry) => grantsOf(entry, accountOf));
    const place = folder === "" ? `"${paths[share]}"` : `"${paths[share]}\\${folder}"`;
    const make = folder === "" ? "" : `mkdir ${place} & `;
    return `${make}icacls ${place} /inheritance:r /remove:g ${shutOut} /grant:r ${grants.join(" ")}`;
  });
}

function grantsOf({ who, may, on }: FolderEntry, accountOf: AccountOf): readonly string[] {
  const accounts = isWindowsAccount(who)
    ? [`*${windowsAccounts[who].sid}`]
    : rightsMatrix[who].groups.map(accountOf);
  return accounts.map((account) => `"${account}:${flags[on]}(${letters[may]})"`);
}

const shareRights: Readonly<Record<string, string>> = {
  storageFileDataSmbShareReader: "Read",
  storageFileDataSmbShareContributor: "Change",
  storageFileDataSmbShareElevatedContributor: "Full",
};

/** Commands that let the roles into the share of a file server, for PowerShell on that server. */
export function serverCommands(
  roles: readonly FirmRole[],
  share: ShareName,
  accountOf: AccountOf,
): readonly string[] {
  return roles.flatMap((role) => {
    const right = shareRights[rightsMatrix[role].shares[share] ?? ""];
    if (right === undefined) return [];
    return rightsMatrix[role].groups.map(
      (noun) =>
        `Grant-SmbShareAccess -Name '${share}' -AccountName '${accountOf(noun)}' -AccessRight ${right} -Force`,
    );
  });
}
