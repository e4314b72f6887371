import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";
import type { NameOwner } from "../azure/names";
import type { RoleName } from "../azure/roles";
import { grantRole } from "./role-grant";

export interface TechniciansArgs {
  /** Required. Whose hosts they repair. */
  readonly owner: NameOwner & { readonly firm: string };
  /** Required. Who, for how long, and why: at least one. */
  readonly technicians: readonly {
    readonly who: string;
    /** First day, and the day on which it is gone, as `2026-12-24`. */
    readonly from: string;
    readonly until: string;
    readonly reason: string;
  }[];
  /** Required. Groups of the hosts and of the host pool. */
  readonly hostsGroupId: pulumi.Input<string>;
  readonly desktopsGroupId: pulumi.Input<string>;
}

/**
 * Technicians who may repair a firm's hosts, for a time. They are not in their group: they may take it
 * up, in Entra's Privileged Identity Management, which logs it with the reason and ends it on the day
 * without a deployment. No right on shares, keys or backups: professional secrecy. Wants Entra ID P2.
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

    for (const { who, from, until, reason } of args.technicians) {
      const person = azuread.getUserOutput({ userPrincipalName: who }, { parent: this });
      new azuread.PrivilegedAccessGroupEligibilitySchedule(
        `${name}-${who}-${from}`,
        {
          groupId: group.objectId,
          principalId: person.objectId,
          assignmentType: "member",
          startDate: `${from}T00:00:00Z`,
          expirationDate: `${until}T00:00:00Z`,
          justification: reason,
        },
        // Entra tells the moment it really began.
        { parent: this, ignoreChanges: ["startDate"] },
      );
    }

    this.registerOutputs({ groupName: this.groupName });
  }
}
