import type { RegisteredResource } from "../resources/registered";

/**
 * Whether it is of the account that copies are restored to for practice. Azure Backup writes there with the account's
 * key, and what was deleted in it is not kept: it is a copy of a copy, and a deleted share would cost as much as one in
 * use. https://learn.microsoft.com/azure/backup/azure-file-share-backup-overview
 */
export function isRehearsalStore({ urn }: RegisteredResource): boolean {
  return urn.includes("cabinet:firm:RehearsalStore$azure-native:storage:");
}
