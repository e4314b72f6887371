import * as authorization from "@pulumi/azure-native/authorization";
import type * as pulumi from "@pulumi/pulumi";
import { stableGuid } from "../azure/guid";
import type { NameOwner } from "../azure/names";
import { roleDefinitionId, type RoleName } from "../azure/roles";

export interface RoleGrant {
  /** Whose resources the role is given on. */
  readonly owner: NameOwner;
  readonly role: RoleName | CustomRole;
  /** What the role is given on, and a word for it that is never used for anything else of the owner. */
  readonly scope: pulumi.Input<string>;
  readonly scopeWord: string;
  /** Who gets it: the object id in Entra, and a word for it. */
  readonly principalId: pulumi.Input<string>;
  readonly principalWord: string;
  readonly principalType: "Group" | "ServicePrincipal";
}

/** A role of this product's own: a word for it, and the id of its definition. */
export interface CustomRole {
  readonly word: string;
  readonly definitionId: pulumi.Input<string>;
}

/**
 * Gives a role. The assignment's name is a GUID, as Azure wants it, made of words rather than of ids
 * that only a deployment can tell: so it is known beforehand and always the same.
 */
export function grantRole(
  name: string,
  grant: RoleGrant,
  opts: pulumi.CustomResourceOptions,
): authorization.RoleAssignment {
  const { owner, role, scope, principalId, principalType } = grant;
  const { environment, firm = "", site = "", subscription } = owner;
  return new authorization.RoleAssignment(
    name,
    {
      scope,
      roleAssignmentName: stableGuid(
        "roleAssignment",
        environment,
        firm,
        site,
        subscription,
        grant.scopeWord,
        typeof role === "string" ? role : role.word,
        grant.principalWord,
      ),
      roleDefinitionId:
        typeof role === "string" ? roleDefinitionId(subscription, role) : role.definitionId,
      principalId,
      principalType,
    },
    opts,
  );
}
