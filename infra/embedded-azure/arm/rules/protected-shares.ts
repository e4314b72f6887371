import { endOf, keyOf } from "../../store/resources";
import type { Resource, Resources } from "../../store/resources";
import { textOf } from "../../values/json";
import { ArmError } from "../error";
import { partsOf } from "../existence";
import { isStopped } from "./backup-items";
import type { World } from "../world";

const shareType = "microsoft.storage/storageaccounts/fileservices/shares";
const itemType =
  "Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems";

/**
 * Refuses to delete a share that is being backed up: the backup holds leases on its snapshots.
 * https://learn.microsoft.com/azure/backup/backup-afs, and `DeleteShareWhenSnapshotLeased` among
 * https://learn.microsoft.com/rest/api/storageservices/file-service-error-codes
 */
export function refuseProtectedShares({ resources }: World, going: readonly Resource[]): void {
  const shares = going.filter(({ type }) => keyOf(type) === shareType);
  if (shares.length === 0) return;
  const goingIds = new Set(going.map(({ id }) => keyOf(id)));
  const items = resources
    .ofType(itemType)
    .filter(
      (item) => !goingIds.has(keyOf(item.id)) && endOf(item) === undefined && !isStopped(item),
    );
  for (const share of shares) {
    const item = items.find((each) => protects(each, share));
    if (item !== undefined)
      throw new ArmError(
        409,
        "DeleteShareWhenSnapshotLeased",
        `Unable to delete share '${share.id}' because one or more of its share snapshots have active leases. Stop its protection by ${item.id} first.`,
      );
  }
}

/** The backups of a share. */
export function itemsOf(resources: Resources, share: Resource): readonly Resource[] {
  return resources.ofType(itemType).filter((item) => protects(item, share));
}

function protects({ name, body }: Resource, share: Resource): boolean {
  const account = share.id.replace(/\/fileServices\/.*$/i, "");
  const properties = body["properties"];
  const source =
    typeof properties === "object" && properties !== null && "sourceResourceId" in properties
      ? textOf(properties["sourceResourceId"])
      : "";
  return (
    keyOf(source) === keyOf(account) &&
    keyOf(name) === keyOf(`AzureFileShare;${partsOf(share.id)?.names.at(-1) ?? ""}`)
  );
}
