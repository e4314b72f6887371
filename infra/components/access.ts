import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";
import type { NameOwner } from "../azure/names";
import type { RoleName } from "../azure/roles";
import type { Stage } from "../firm/firm";
import { grantRole } from "./role-grant";

export interface AccessArgs {
  /** Required. Whose people they are. */
  readonly owner: NameOwner & { readonly firm: string };
  /** Required. The firm's name, for the groups' descriptions. */
  readonly firmName: string;
  /** Required. Sign-in name of the firm's own administrator. */
  readonly supervisor: string;
  /** Required. The desktop is given to people only when the firm is live. */
  readonly stage: Stage;
  /** Required. What the roles are given on. */
  readonly applicationGroupId: pulumi.Input<string>;
  readonly hostPoolId: pulumi.Input<string>;
  readonly hostsGroupId: pulumi.Input<string>;
  readonly shareIds: Readonly<Record<"profiles" | "dossiers", pulumi.Input<string>>>;
}

interface Right {
  readonly role: RoleName;
  readonly scopeWord: string;
  readonly scope: pulumi.Input<string>;
}

/**
 * The firm's two groups of people and what they may do. Rights go to groups only; who is in the
 * staff group is the firm's affair, so the program adds the supervisor and removes nobody.
 */
export class Access extends pulumi.ComponentResource {
  readonly staffGroupName: string;

  constructor(name: string, args: AccessArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:Access", name, {}, opts);
    const { owner, firmName } = args;
    const prefix = `cabinet-${owner.environment}-${owner.firm}`;
    this.staffGroupName = `${prefix}-staff`;

    const group = (noun: string, displayName: string, description: string): azuread.Group =>
      new azuread.Group(
        `${name}-${noun}`,
        { displayName, description, securityEnabled: true, preventDuplicateNames: true },
        { parent: this },
      );
    const staff = group("staff", this.staffGroupName, `People of ${firmName} with a desktop.`);
    const supervisors = group(
      "supervisors",
      `${prefix}-supervisors`,
      `Run the desktops of ${firmName}.`,
    );

    const supervisor = azuread.getUserOutput(
      { userPrincipalName: args.supervisor },
      { parent: this },
    );
    for (const [noun, { objectId }] of Object.entries({ staff, supervisors }))
      new azuread.GroupMember(
        `${name}-${noun}-supervisor`,
        { groupObjectId: objectId, memberObjectId: supervisor.objectId },
        { parent: this },
      );

    const grant = (noun: string, { objectId }: azuread.Group, rights: readonly Right[]): void => {
      for (const { role, scopeWord, scope } of rights)
        grantRole(
          `${name}-${noun}-${scopeWord}-${role}`,
          {
            owner,
            role,
            scope,
            scopeWord,
            principalId: objectId,
            principalWord: noun,
            principalType: "Group",
          },
          { parent: this },
        );
    };
    grant("staff", staff, staffRights(args));
    grant("supervisors", supervisors, supervisorRights(args));

    this.registerOutputs({ staffGroupName: this.staffGroupName });
  }
}

function staffRights(args: AccessArgs): readonly Right[] {
  const desktop: Right = {
    role: "desktopVirtualizationUser",
    scopeWord: "desktop",
    scope: args.applicationGroupId,
  };
  return [
    ...(args.stage === "live" ? [desktop] : []),
    { role: "virtualMachineUserLogin", scopeWord: "hosts", scope: args.hostsGroupId },
    ...(["profiles", "dossiers"] as const).map((share): Right => ({
      role: "storageFileDataSmbShareContributor",
      scopeWord: share,
      scope: args.shareIds[share],
    })),
  ];
}

/** Sees the pool, sends messages and signs people out; no machine, file or key. */
function supervisorRights({ hostPoolId }: AccessArgs): readonly Right[] {
  const onPool = { scopeWord: "pool", scope: hostPoolId };
  return [
    { role: "desktopVirtualizationUserSessionOperator", ...onPool },
    { role: "reader", ...onPool },
  ];
}
