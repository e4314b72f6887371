import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";
import type { NameOwner } from "../azure/names";
import type { RoleName } from "../azure/roles";
import type { Identity, Stage } from "../firm/firm";
import { rightsMatrix, type FirmRole, type GroupNoun, type ShareName } from "./rights";
import { grantRole, type CustomRole } from "./role-grant";

export interface AccessArgs {
  /** Required. Whose people they are. */
  readonly owner: NameOwner & { readonly firm: string };
  /** Required. The firm's name, for the groups' descriptions. */
  readonly firmName: string;
  /** Required. Sign-in name of the firm's own administrator. */
  readonly supervisor: string;
  /** Required. Roles the firm has people for; `ecriture` and `supervision` always. */
  readonly roles: readonly FirmRole[];
  /** Required. People get in only when the firm is live. */
  readonly stage: Stage;
  /** Required. Only hosts that are joined to Entra ask Azure who may sign in. */
  readonly join: Identity["mode"];
  /** Required. The firm's own role for those who look after sessions. */
  readonly operator: CustomRole;
  /** Required. What the roles are given on. */
  readonly scopes: AccessScopes;
}

export interface AccessScopes {
  /** None where another broker than Azure's brings people to their hosts. */
  readonly pool: PoolScopes | undefined;
  /** Where the console is, and what it asks. */
  readonly logsId: pulumi.Input<string>;
  readonly consoleId: pulumi.Input<string>;
  readonly hostsGroupId: pulumi.Input<string>;
  /** Shares of Azure Files; a file server gives rights on its own. */
  readonly shareIds: Readonly<Partial<Record<ShareName, pulumi.Input<string>>>>;
  /** Account with the legal archives, where the firm keeps some. */
  readonly archiveId: pulumi.Input<string> | undefined;
}

/** Application groups of a pool; but for the desktop's only where it publishes such. */
export interface PoolScopes {
  readonly hostPoolId: pulumi.Input<string>;
  readonly desktop: pulumi.Input<string>;
  readonly applications?: pulumi.Input<string>;
  readonly quadraConnect?: pulumi.Input<string>;
}

interface Right {
  readonly role: RoleName | CustomRole;
  readonly scopeWord: string;
  readonly scope: pulumi.Input<string>;
}

/**
 * The firm's groups of people and what they may do, by the matrix of roles. Rights go to groups only;
 * who is in them is the firm's affair, so the program adds the supervisor and removes nobody.
 */
export class Access extends pulumi.ComponentResource {
  readonly staffGroupName: string;
  /** Object id of each group in Entra. */
  readonly groupIds: Readonly<Partial<Record<GroupNoun, pulumi.Output<string>>>>;

  constructor(name: string, args: AccessArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:Access", name, {}, opts);
    const { owner, roles } = args;
    this.staffGroupName = groupName(owner, "staff");

    const supervisor = azuread.getUserOutput(
      { userPrincipalName: args.supervisor },
      { parent: this },
    );
    const groupIds: Partial<Record<GroupNoun, pulumi.Output<string>>> = {};
    for (const role of roles) {
      const { groups, description } = rightsMatrix[role];
      for (const noun of groups) {
        const group = new azuread.Group(
          `${name}-${noun}`,
          {
            displayName: groupName(owner, noun),
            description: `${args.firmName}: ${description}.`,
            securityEnabled: true,
            preventDuplicateNames: true,
          },
          { parent: this },
        );
        groupIds[noun] = group.objectId;
        if (noun === "staff" || noun === "supervisors")
          new azuread.GroupMember(
            `${name}-${noun}-supervisor`,
            { groupObjectId: group.objectId, memberObjectId: supervisor.objectId },
            { parent: this },
          );
        for (const { role: roleName, scopeWord, scope } of rightsOf(role, args))
          grantRole(
            `${name}-${noun}-${scopeWord}-${typeof roleName === "string" ? roleName : roleName.word}`,
            {
              owner,
              role: roleName,
              scope,
              scopeWord,
              principalId: group.objectId,
              principalWord: noun,
              principalType: "Group",
            },
            { parent: this },
          );
      }
    }

    this.groupIds = groupIds;
    this.registerOutputs({ staffGroupName: this.staffGroupName });
  }
}

/** Full name of a group of people of a firm. */
export function groupName(
  { environment, firm }: Pick<AccessArgs["owner"], "environment" | "firm">,
  noun: GroupNoun,
): string {
  return `cabinet-${environment}-${firm}-${noun}`;
}

function rightsOf(firmRole: FirmRole, args: AccessArgs): readonly Right[] {
  const { starts, shares, pool, archive } = rightsMatrix[firmRole];
  const { scopes } = args;
  // Who leaves works here no more; his supervisors still fetch what the law has him keep.
  if (args.stage === "leaving")
    return on("archive", scopes.archiveId, archive.length === 0 ? [] : ["storageBlobDataReader"]);
  return [
    ...startRights(starts, args).flatMap(({ role, scopeWord, scope }) =>
      on(scopeWord, scope, [role]),
    ),
    ...(["profiles", "dossiers"] as const).flatMap((share) => {
      const role = shares[share];
      return on(share, scopes.shareIds[share], role === undefined ? [] : [role]);
    }),
    ...(pool === "nothing" ? [] : operatorRights(args)),
    ...on("archive", scopes.archiveId, archive),
  ];
}

function operatorRights({ operator, scopes }: AccessArgs): readonly Right[] {
  return [
    ...on("pool", scopes.pool?.hostPoolId, [operator]),
    ...on("logs", scopes.logsId, [operator]),
    ...on("console", scopes.consoleId, [operator]),
  ];
}

/** Roles on one scope, where there is one. */
function on(
  scopeWord: string,
  scope: pulumi.Input<string> | undefined,
  roles: readonly (RoleName | CustomRole)[],
): readonly Right[] {
  return scope === undefined ? [] : roles.map((role) => ({ role, scopeWord, scope }));
}

/** What opens a session: the desktop or the applications once the firm is live, and the right to sign in. */
function startRights(
  starts: (typeof rightsMatrix)[FirmRole]["starts"],
  { stage, join, scopes: { pool, hostsGroupId } }: AccessArgs,
) {
  if (starts === "nothing") return [];
  const tools = {
    role: "desktopVirtualizationUser",
    scopeWord: starts,
    scope: stage === "live" ? pool?.[starts] : undefined,
  } as const;
  const login = {
    role: "virtualMachineUserLogin",
    scopeWord: "hosts",
    scope: hostsGroupId,
  } as const;
  return join === "entra" ? [tools, login] : [tools];
}
