import * as authorization from "@pulumi/azure-native/authorization";
import * as pulumi from "@pulumi/pulumi";
import { stableGuid } from "../azure/guid";
import type { NameOwner } from "../azure/names";
import { grantRole } from "./role-grant";

export interface RehearsalRoleArgs {
  /** Required. Whose backups are rehearsed. */
  readonly owner: NameOwner & { readonly firm: string };
  /** Required. Identity of the job. */
  readonly principalId: pulumi.Input<string>;
  /** Required. Group of the rehearsal, in which it makes and removes a share and leaves its verdict. */
  readonly groupId: pulumi.Input<string>;
  /** Required. The vault that it has a copy restored from. */
  readonly vaultId: pulumi.Input<string>;
  /** Required. Account of the files in use, and of the restored ones: it reads in both. */
  readonly sourceId: pulumi.Input<string>;
  readonly targetId: pulumi.Input<string>;
}

const items = "Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems";
const shares = "Microsoft.Storage/storageAccounts/fileServices/shares";

/**
 * All that a rehearsal may do in Azure: restore, which overwrites nothing in use, for nothing that is in use is in its
 * group; make and remove shares there, and write a deployment, which may contain only what these rights allow. No
 * change of a backup, a policy or a vault, no key of an account.
 */
export const rehearsalActions: readonly string[] = [
  `${items}/read`,
  `${items}/recoveryPoints/read`,
  `${items}/recoveryPoints/restore/action`,
  `${items}/operationsStatus/read`,
  `${items}/operationResults/read`,
  "Microsoft.RecoveryServices/vaults/backupJobs/read",
  "Microsoft.Storage/storageAccounts/read",
  `${shares}/read`,
  `${shares}/write`,
  `${shares}/delete`,
  "Microsoft.Resources/deployments/read",
  "Microsoft.Resources/deployments/write",
  "Microsoft.Resources/deployments/operationStatuses/read",
];

/** What the job that rehearses restores may do, and where. */
export class RehearsalRole extends pulumi.ComponentResource {
  constructor(name: string, args: RehearsalRoleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("cabinet:firm:RehearsalRole", name, {}, opts);
    const { owner, principalId, groupId, vaultId, sourceId, targetId } = args;
    const { environment, firm } = owner;

    const definition = new authorization.RoleDefinition(
      `${name}-definition`,
      {
        scope: groupId,
        roleDefinitionId: stableGuid("rehearsalRole", environment, firm),
        // Unique in the tenant.
        roleName: `cabinet-${environment}-${firm}-rehearsal`,
        roleType: "CustomRole",
        description: "Restores a copy to an account of the rehearsal's own. Nothing else.",
        permissions: [{ actions: [...rehearsalActions], notActions: [] }],
        assignableScopes: [groupId, vaultId],
      },
      { parent: this },
    );
    const own = { word: "rehearsal", definitionId: definition.id };
    const reader = "storageFileDataPrivilegedReader";
    for (const [word, role, scope] of [
      ["group", own, groupId],
      ["vault", own, vaultId],
      ["source", reader, sourceId],
      ["target", reader, targetId],
    ] as const)
      grantRole(
        `${name}-${word}`,
        {
          owner,
          role,
          scope,
          scopeWord: `rehearsal-${word}`,
          principalId,
          principalWord: "rehearsal",
          principalType: "ServicePrincipal",
        },
        { parent: this },
      );
    this.registerOutputs({});
  }
}
