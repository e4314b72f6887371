import type { RegisteredResource } from "../../resources/registered";
import { breachesOf, inputAt, isIdOf, mustBe, ofType } from "../inputs";
import { together, type Guardrail } from "../model";
import { isRehearsalStore } from "../rehearsal-stores";

export const sharedKeys: Guardrail = {
  id: "shared-keys",
  what: "storage accounts take no shared key, save those whose shares Azure Backup copies into a vault or restores to for practice",
  why: "whoever has an account's key reads and deletes everything in it, and no log says who it was",
  severity: "error",
  source:
    "Azure review checklists, storage: 15f51296; vaulted copies of shares: learn.microsoft.com/azure/backup/azure-file-share-backup-overview",
  remedy: "set allowSharedKeyAccess to false",
  check: together((resources) =>
    breachesOf(ofType(resources, "storage:StorageAccount"), (account) =>
      isCopiedIntoVault(account, resources) || isRehearsalStore(account)
        ? []
        : mustBe(account, "allowSharedKeyAccess", false),
    ),
  ),
};

function isCopiedIntoVault(
  account: RegisteredResource,
  resources: readonly RegisteredResource[],
): boolean {
  const policies = ofType(resources, "recoveryservices:ProtectionPolicy").filter(
    (policy) => inputAt(policy, "properties.vaultRetentionPolicy") !== undefined,
  );
  return ofType(resources, "recoveryservices:ProtectedItem").some(
    (item) =>
      isIdOf(inputAt(item, "properties.sourceResourceId"), account) &&
      policies.some((policy) => isIdOf(inputAt(item, "properties.policyId"), policy)),
  );
}
