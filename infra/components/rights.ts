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
