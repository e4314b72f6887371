import type { Redundancy } from "../firm/firm";

/** Copies of backups follow the data's; where that is in one data centre, they leave it. */
export const backupRedundancy = {
  local: "geo",
  zone: "zone",
  geo: "geo",
} as const satisfies Record<Redundancy, string>;

/**
 * Why a deployed firm cannot have other redundancy, or undefined where it can: Azure fixes a recovery
 * vault's with the first backup in it, and every firm has backups from its first deployment on.
 * https://learn.microsoft.com/azure/backup/backup-create-recovery-services-vault#set-storage-redundancy
 *
 * @param before Redundancy of the vault that was deployed last; undefined where none was.
 */
export function refuseRedundancy(
  stack: string,
  before: unknown,
  redundancy: Redundancy,
): string | undefined {
  const wanted = backupRedundancy[redundancy];
  if (typeof before !== "string" || before === wanted) return undefined;
  return `${stack} cannot have data.redundancy ${redundancy}: its recovery vault holds backups and keeps its redundancy, ${before}, for as long; write data.redundancy: ${before}, or begin the firm anew in another file and subscription with ${redundancy}, move its data there, and let this one leave`;
}
