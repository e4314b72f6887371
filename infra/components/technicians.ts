import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";
import type { NameOwner } from "../azure/names";
import type { RoleName } from "../azure/roles";
import { grantRole } from "./role-grant";
import { timedMembers, type TimedMember } from "./timed-members";

export interface TechniciansArgs {
  /** Required. Whose hosts they repair. */
  readonly owner: NameOwner & { readonly firm: string };
  /** Required. Who, for how long, and why: at least one. */
  readonly technicians: readonly TimedMember[];
  /** Required. Groups of the hosts and of the host pool. */
  readonly hostsGroupId: pulumi.Input<string>;
  readonly desktopsGroupId: pulumi.Input<string>;
}

/**
 * Technicians who may repair a firm's hosts, for a time. They are not in their group: they may take it
 * up. No right on shares, keys or backups: professional secrecy. Wants Entra ID P2.
 */
export class Technicians extends pulumi.ComponentResource {
  readonly groupName: string;

  constructor(name: string, args: TechniciansArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:Technicians", name, {}, opts);
    const { owner } = args;
    this.groupName = `cabinet-${owner.environment}-${owner.firm}-hosttechnicians`;

    const group = new azuread.Group(
      `${name}-group`,
      {
        displayName: this.groupName,
        description: "Repair the firm's hosts, for a time; no right on its data.",
        securityEnabled: true,
        preventDuplicateNames: true,
      },
      // Whoever has taken the right up is a member for some hours.
      { parent: this, ignoreChanges: ["members"] },
    );
    const rights: readonly (readonly [string, RoleName, pulumi.Input<string>])[] = [
      ["hosts", "virtualMachineContributor", args.hostsGroupId],
      ["desktops", "desktopVirtualizationContributor", args.desktopsGroupId],
    ];
    for (const [word, role, scope] of rights)
      grantRole(
        `${name}-${word}`,
        {
          owner,
          role,
          scope,
          scopeWord: `group-${word}`,
          principalId: group.objectId,
          principalWord: "hosttechnicians",
          principalType: "Group",
        },
        { parent: this },
      );

    timedMembers(name, group.objectId, args.technicians, { parent: this });

    this.registerOutputs({ groupName: this.groupName });
  }
}
