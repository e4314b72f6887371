import { builtInRoles } from "../azure/roles";
import {
  rightsMatrix,
  type FirmRole,
  type FolderEntry,
  type FolderRights,
  type GroupNoun,
  type RoleRights,
  type ShareName,
  type Trustee,
} from "./rights";

/** What the roles of a firm come to, for people, audits and the script that writes folders' lists. */
export interface RightsReport {
  readonly roles: readonly {
    readonly role: FirmRole;
    readonly groups: readonly string[];
    readonly starts: RoleRights["starts"];
    readonly onTopOf?: FirmRole;
    readonly shares: Readonly<Record<string, string>>;
  }[];
  readonly folders: readonly {
    readonly share: ShareName;
    readonly folder: string;
    readonly entries: readonly {
      readonly who: string;
      readonly may: string;
      readonly on: string;
    }[];
    /** Command that makes the folder's list exactly this, run where `<share>` is mounted. */
    readonly command: string;
  }[];
}

/**
 * @param roles Roles the firm has people for.
 * @param groupName Full name of a group.
 */
export function reportRights(
  roles: readonly FirmRole[],
  folders: readonly FolderRights[],
  groupName: (noun: GroupNoun) => string,
): RightsReport {
  const isHere = ({ who }: FolderEntry): boolean => isOfWindows(who) || roles.includes(who);
  return {
    roles: roles.map((role) => {
      const { starts, shares, onTopOf } = rightsMatrix[role];
      const names = Object.entries(shares).map(([share, name]) => [share, builtInRoles[name].name]);
      return {
        role,
        groups: rightsMatrix[role].groups.map(groupName),
        starts,
        ...(onTopOf === undefined ? {} : { onTopOf }),
        shares: Object.fromEntries(names),
      };
    }),
    folders: folders.map(({ share, folder, entries }) => {
      const here = entries.filter(isHere);
      return {
        share,
        folder,
        entries: here.flatMap(({ who, may, on }) =>
          trustees(who, groupName).map(({ name }) => ({ who: name, may, on })),
        ),
        command: icacls(share, folder, here, groupName),
      };
    }),
  };
}

/**
 * What is wrong with a report, one line each: a right for everybody, tools without data, data
 * without tools.
 */
export function rightsFaults({ roles, folders }: RightsReport): readonly string[] {
  const open = folders.flatMap(({ share, folder, entries }) =>
    entries
      .filter(({ who }) => isEverybody(who))
      .map(({ who }) => `${share}\\${folder} is open to ${who}`),
  );
  const unpaired = roles.flatMap(({ role, starts, onTopOf, shares }) => {
    const missing = (["profiles", "dossiers"] as const).filter((share) => !(share in shares));
    if (starts !== "nothing")
      return missing.map((share) => `${role} starts its ${starts} but has no role on ${share}`);
    if (onTopOf !== undefined || Object.keys(shares).length === 0) return [];
    return [`${role} has a role on shares but starts nothing`];
  });
  return [...open, ...unpaired];
}

/** Whether a name means people nobody has chosen, in the languages Windows speaks here; or their SID. */
function isEverybody(who: string): boolean {
  const name = who.replace(/^.*\\/, "").replace(/^\*/, "").toLowerCase();
  return everybody.has(name) || /^s-1-5-21-.*-513$/.test(name);
}

const everybody = new Set([
  "everyone",
  "tout le monde",
  "s-1-1-0",
  "authenticated users",
  "utilisateurs authentifiés",
  "s-1-5-11",
  "users",
  "utilisateurs",
  "s-1-5-32-545",
  "domain users",
  "utilisateurs du domaine",
  "utilisa. du domaine",
  "anonymous logon",
  "s-1-5-7",
  "guests",
  "invités",
  "s-1-5-32-546",
]);

function isOfWindows(who: Trustee): who is keyof typeof ofWindows {
  return who in ofWindows;
}

const ofWindows = {
  System: { name: "NT AUTHORITY\\SYSTEM", sid: "*S-1-5-18" },
  Administrators: { name: "BUILTIN\\Administrators", sid: "*S-1-5-32-544" },
  CreatorOwner: { name: "CREATOR OWNER", sid: "*S-1-3-0" },
} as const satisfies Record<string, NamedTrustee>;

// Everyone, Authenticated Users and Users, whom a new share lets in and who stay if nobody removes
// them: https://github.com/Azure/avdaccelerator/issues/869
const shutOut = "*S-1-1-0 *S-1-5-11 *S-1-5-32-545";

const letters = { full: "F", modify: "M", read: "RX" } as const;
const flags = { folder: "", below: "(OI)(CI)(IO)", all: "(OI)(CI)" } as const;

function icacls(
  share: ShareName,
  folder: string,
  entries: readonly FolderEntry[],
  groupName: (noun: GroupNoun) => string,
): string {
  const grants = entries.flatMap(({ who, may, on }) =>
    trustees(who, groupName).map(({ sid }) => `"${sid}:${flags[on]}(${letters[may]})"`),
  );
  const place = `"<${share}>\\${folder}"`;
  const make = folder === "" ? "" : `mkdir ${place} & `;
  return `${make}icacls ${place} /inheritance:r /remove:g ${shutOut} /grant:r ${grants.join(" ")}`;
}

interface NamedTrustee {
  readonly name: string;
  /** What the command calls it: its SID where Windows translates the name. */
  readonly sid: string;
}

function trustees(who: Trustee, groupName: (noun: GroupNoun) => string): readonly NamedTrustee[] {
  if (isOfWindows(who)) return [ofWindows[who]];
  return rightsMatrix[who].groups.map(groupName).map((name) => ({ name, sid: name }));
}
