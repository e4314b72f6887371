import type { FirmRole, ShareName } from "./rights";

/** Who is in an entry of a folder's list: a role, or one of the accounts Windows has everywhere. */
export type Trustee = FirmRole | WindowsAccount;

export type WindowsAccount = "System" | "Administrators" | "CreatorOwner";

/** Their names, which Windows translates, and their identifiers, which it does not. */
export const windowsAccounts: Readonly<
  Record<WindowsAccount, { readonly name: string; readonly sid: string }>
> = {
  System: { name: "NT AUTHORITY\\SYSTEM", sid: "S-1-5-18" },
  Administrators: { name: "BUILTIN\\Administrators", sid: "S-1-5-32-544" },
  CreatorOwner: { name: "CREATOR OWNER", sid: "S-1-3-0" },
};

export function isWindowsAccount(who: Trustee): who is WindowsAccount {
  return Object.hasOwn(windowsAccounts, who);
}

export interface FolderEntry {
  readonly who: Trustee;
  readonly may: "full" | "modify" | "read";
  /** `folder`: itself alone; `below`: only what is in it; `all`: both. */
  readonly on: "folder" | "below" | "all";
}

/** A folder's whole list: what is not in it is not allowed, and nothing comes down from above. */
export interface FolderRights {
  readonly share: ShareName;
  /** Path in the share; empty for the share itself. */
  readonly folder: string;
  readonly entries: readonly FolderEntry[];
}

const machine: readonly FolderEntry[] = [
  { who: "System", may: "full", on: "all" },
  { who: "Administrators", may: "full", on: "all" },
];
const ownFiles: FolderEntry = { who: "CreatorOwner", may: "modify", on: "below" };

/**
 * NTFS rights of every folder that has a list of its own. Profiles: each person opens his own alone
 * (https://learn.microsoft.com/fslogix/how-to-configure-storage-permissions). Client files: externals
 * come in and see nothing until a supervisor puts them on the list of their own client's folder.
 *
 * @param inbox Folder of `dossiers` that scans are dropped into; each person sees his own.
 */
export function folderRights(inbox?: string): readonly FolderRights[] {
  const profiles: FolderRights = {
    share: "profiles",
    folder: "",
    entries: [
      ...machine,
      ownFiles,
      ...(["lecture", "ecriture", "externe", "connecte"] as const).map((who): FolderEntry => ({
        who,
        may: "modify",
        on: "folder",
      })),
    ],
  };
  const dossiers: FolderRights = {
    share: "dossiers",
    folder: "",
    entries: [
      ...machine,
      { who: "lecture", may: "read", on: "all" },
      { who: "ecriture", may: "modify", on: "all" },
      { who: "supervision", may: "full", on: "all" },
      { who: "externe", may: "read", on: "folder" },
      { who: "connecte", may: "read", on: "folder" },
    ],
  };
  if (inbox === undefined) return [profiles, dossiers];
  const scans: FolderRights = {
    share: "dossiers",
    folder: inbox,
    entries: [
      ...machine,
      ownFiles,
      { who: "ecriture", may: "modify", on: "folder" },
      { who: "supervision", may: "full", on: "all" },
    ],
  };
  return [profiles, dossiers, scans];
}
