import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";
import type { RequestRole } from "../firm/requests";
import type { GroupNoun } from "./rights";

export interface PeopleArgs {
  /** Required. Who is in which role; each pair once. */
  readonly members: readonly Member[];
  /** Required. Object id of each group. */
  readonly groupIds: Readonly<Partial<Record<GroupNoun, pulumi.Input<string>>>>;
}

export interface Member {
  /** Sign-in name; of a guest, the address that was invited. */
  readonly who: string;
  readonly role: RequestRole;
  readonly guest: boolean;
}

/** Supervisors are staff too. */
const groupsOf: Readonly<Record<RequestRole, readonly GroupNoun[]>> = {
  lecture: ["readers"],
  ecriture: ["staff"],
  supervision: ["staff", "supervisors"],
  support: ["support"],
  client: ["clients"],
  salarie: ["salaries"],
  intervenant: ["intervenants"],
};

/**
 * People of a firm by name: memberships of its groups, and nothing else. Who is in a group without
 * being named stays there. An account that is not in the tenant fails the deployment with its name.
 */
export class People extends pulumi.ComponentResource {
  constructor(name: string, args: PeopleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:People", name, {}, opts);

    const placesOf = new Map<string, { readonly guest: boolean; readonly nouns: Set<GroupNoun> }>();
    for (const { who, role, guest } of args.members) {
      const places = placesOf.get(who) ?? { guest, nouns: new Set<GroupNoun>() };
      for (const noun of groupsOf[role]) places.nouns.add(noun);
      placesOf.set(who, places);
    }
    for (const [who, { guest, nouns }] of placesOf) {
      const person = azuread.getUserOutput(guest ? { mail: who } : { userPrincipalName: who }, {
        parent: this,
      });
      for (const noun of nouns) {
        const groupId = args.groupIds[noun];
        if (groupId === undefined) continue;
        new azuread.GroupMember(
          `${name}-${noun}-${who}`,
          { groupObjectId: groupId, memberObjectId: person.objectId },
          { parent: this },
        );
      }
    }

    this.registerOutputs({});
  }
}
