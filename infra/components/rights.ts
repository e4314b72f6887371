import type { RoleName } from "../azure/roles";

/** What a person may be in a firm, as the firm's supervisor says it. */
export const firmRoles = [
  "lecture",
  "ecriture",
  "supervision",
  "support",
  "externe",
  "connecte",
] as const;
export type FirmRole = (typeof firmRoles)[number];

export type ShareName = "profiles" | "dossiers";

/** Groups of people; those from outside have one for each thing they may be to a file. */
export type GroupNoun =
  | "readers"
  | "staff"
  | "supervisors"
  | "support"
  | "clients"
  | "salaries"
  | "intervenants"
  | "quadraconnect";

/** What a role comes with; people get it by their group alone. */
export interface RoleRights {
  /** Last words of its groups' names. */
  readonly groups: readonly GroupNoun[];
  readonly description: string;
  /** What its people start; tools without data, or data without tools, are of no use to anybody. */
  readonly starts: "desktop" | "applications" | "quadraConnect" | "nothing";
  /** Role its people also have, to which this one adds; absent where it stands alone. */
  readonly onTopOf?: FirmRole;
  /** What they may do on shares at most; folders then say what exactly. */
  readonly shares: Readonly<Partial<Record<ShareName, RoleName>>>;
  /** Whether they look after sessions and have the console, by the firm's own role. */
  readonly pool: "operates" | "nothing";
  /** What they may do with legal archives. */
  readonly archive: readonly RoleName[];
}

const writesShare = "storageFileDataSmbShareContributor";

/**
 * The firm's roles. Supervisors are staff too. Support sees sessions and no file: professional
 * secrecy (ordonnance of 19 September 1945, article 21) holds inside the firm as well.
 */
export const rightsMatrix: Readonly<Record<FirmRole, RoleRights>> = {
  lecture: {
    groups: ["readers"],
    description: "Read the client files",
    starts: "desktop",
    shares: { profiles: writesShare, dossiers: "storageFileDataSmbShareReader" },
    pool: "nothing",
    archive: [],
  },
  ecriture: {
    groups: ["staff"],
    description: "Work on the client files",
    starts: "desktop",
    shares: { profiles: writesShare, dossiers: writesShare },
    pool: "nothing",
    archive: [],
  },
  supervision: {
    groups: ["supervisors"],
    description: "Run the desktops, say who sees which client file, and keep the archives",
    starts: "nothing",
    onTopOf: "ecriture",
    shares: { dossiers: "storageFileDataSmbShareElevatedContributor" },
    pool: "operates",
    archive: ["storageBlobDataContributor"],
  },
  support: {
    groups: ["support"],
    description: "Help people in their sessions",
    starts: "nothing",
    shares: {},
    pool: "operates",
    archive: [],
  },
  externe: {
    groups: ["clients", "salaries", "intervenants"],
    description: "Clients and other parties: start published applications",
    starts: "applications",
    shares: { profiles: writesShare, dossiers: writesShare },
    pool: "nothing",
    archive: [],
  },
  connecte: {
    groups: ["quadraconnect"],
    description: "Clients who work in the firm's Quadra: start Quadra Connect and nothing else",
    starts: "quadraConnect",
    shares: { profiles: writesShare, dossiers: writesShare },
    pool: "nothing",
    archive: [],
  },
};

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
