import * as azuread from "@pulumi/azuread";
import type * as pulumi from "@pulumi/pulumi";

/** Somebody who may be in a group for a time. */
export interface TimedMember {
  readonly who: string;
  /** First day, and the day on which it is gone, as `2026-12-24`. */
  readonly from: string;
  readonly until: string;
  readonly reason: string;
}

/**
 * Lets people take up a group's rights in Entra's Privileged Identity Management, which logs it with
 * the reason and ends it on the day without a deployment. Wants Entra ID P2.
 */
export function timedMembers(
  name: string,
  groupId: pulumi.Input<string>,
  members: readonly TimedMember[],
  opts: pulumi.CustomResourceOptions,
): void {
  for (const { who, from, until, reason } of members) {
    const person = azuread.getUserOutput({ userPrincipalName: who }, opts);
    new azuread.PrivilegedAccessGroupEligibilitySchedule(
      `${name}-${who}-${from}`,
      {
        groupId,
        principalId: person.objectId,
        assignmentType: "member",
        startDate: `${from}T00:00:00Z`,
        expirationDate: `${until}T00:00:00Z`,
        justification: reason,
      },
      // Entra tells the moment it really began.
      { ...opts, ignoreChanges: ["startDate"] },
    );
  }
}
