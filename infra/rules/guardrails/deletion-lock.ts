import type { RegisteredResource } from "../../resources/registered";
import { breachesOf, inputAt, isIdOf, isInside, ofType } from "../inputs";
import { together, type Guardrail } from "../model";

export const deletionLock: Guardrail = {
  id: "deletion-lock",
  what: "what holds a firm's data is locked against deletion, unless the firm is leaving",
  why: "one wrong command, or one stolen login, must not be enough to remove accounts, keys and backups",
  severity: "error",
  source: "Azure review checklists, storage: 5398e6de",
  remedy: "put a ManagementLockByScope of level CanNotDelete on it; stage: leaving lifts the locks",
  check: together((resources, { leaving }) => {
    if (leaving) return [];
    const locked = ofType(resources, "authorization:ManagementLockByScope")
      .filter((lock) => ["CanNotDelete", "ReadOnly"].includes(String(inputAt(lock, "level"))))
      .map((lock) => inputAt(lock, "scope"));
    return breachesOf(holders(resources), (holder) =>
      locked.some((scope) => isIdOf(scope, holder)) ? [] : ["no lock keeps it from being deleted"],
    );
  }),
};

/** Accounts with shares or archives, disks with data, keys and backups; the landing of files in a move goes by itself. */
function holders(resources: readonly RegisteredResource[]): readonly RegisteredResource[] {
  const data = ofType(resources, "storage:FileShare", "storage:BlobContainerImmutabilityPolicy");
  return [
    ...ofType(resources, "storage:StorageAccount").filter(({ id }) =>
      data.some((one) => id !== undefined && isInside(one.id, id)),
    ),
    ...ofType(
      resources,
      "keyvault:Vault",
      "recoveryservices:Vault",
      "compute:Disk",
      "dataprotection:ResourceGuard",
    ),
  ];
}
