import { builtInRoles } from "../azure/roles";
import {
  isWindowsAccount,
  windowsAccounts,
  type FolderEntry,
  type FolderRights,
  type Trustee,
} from "./folder-rights";
import {
  rightsMatrix,
  type FirmRole,
  type GroupNoun,
  type RoleRights,
  type ShareName,
} from "./rights";

/** What the roles of a firm come to, for people and audits. */
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
  const isHere = ({ who }: FolderEntry): boolean => isWindowsAccount(who) || roles.includes(who);
  return {
    roles: roles.map((role) => {
      const { starts, shares, onTopOf } = rightsMatrix[role];
      const shareRoles = Object.entries(shares).map(([share, name]) => [
        share,
        builtInRoles[name].name,
      ]);
      return {
        role,
        groups: rightsMatrix[role].groups.map(groupName),
        starts,
        ...(onTopOf === undefined ? {} : { onTopOf }),
        shares: Object.fromEntries(shareRoles),
      };
    }),
    folders: folders.map(({ share, folder, entries }) => {
      const here = entries.filter(isHere);
      return {
        share,
        folder,
        entries: here.flatMap(({ who, may, on }) =>
          names(who, groupName).map((name) => ({ who: name, may, on })),
        ),
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

function names(who: Trustee, groupName: (noun: GroupNoun) => string): readonly string[] {
  return isWindowsAccount(who)
    ? [windowsAccounts[who].name]
    : rightsMatrix[who].groups.map(groupName);
}
