import { endKey, endOf, keyOf } from "../../store/resources";
import type { Resource } from "../../store/resources";
import { textOf } from "../../values/json";
import { isJsonObject, valueAt } from "../../values/property";
import { ArmError } from "../error";
import { partsOf } from "../existence";
import type { Computation, Rule, World } from "../world";
import { isImmutable, isLocked } from "./recovery-vault";

const day = 24 * 3_600_000;
const itemType =
  "microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems";

/** Fewest days of soft delete, and those of a vault that says nothing: https://learn.microsoft.com/azure/backup/secure-by-default */
const usualDays = 14;

/** When an item was protected first: until a day has passed, there is no copy of it yet. */
export const protectedSince: Computation = ({ now }, { previous, wish }) => ({
  hidden: {
    since: previous?.hidden["since"] ?? now.toISOString(),
    ...(isStopped(wish) && { stoppedAt: previous?.hidden["stoppedAt"] ?? now.toISOString() }),
  },
});

/** Whether no more copies are made, and those there are kept: it holds what it is a copy of no more. */
export function isStopped({ body }: Pick<Resource, "body">): boolean {
  const state = valueAt(body, "properties.protectionState");
  return state === "BackupsSuspended" || state === "ProtectionStopped";
}

/** Until when the last copy of a stopped item is kept, by the longest life in its policy; undefined while copies come. */
function lastCopyEnds({ resources }: World, item: Resource): Date | undefined {
  const stopped = new Date(textOf(item.hidden["stoppedAt"]));
  if (Number.isNaN(stopped.getTime())) return undefined;
  const policy = resources.get(textOf(valueAt(item.body, "properties.policyId")));
  const kept = "properties.vaultRetentionPolicy.vaultRetention";
  const of = (schedule: string) =>
    Number(
      valueAt(policy?.body, `${kept}.${schedule}.retentionDuration.count`) ??
        valueAt(policy?.body, `properties.retentionPolicy.${schedule}.retentionDuration.count`) ??
        0,
    );
  const end = new Date(stopped);
  end.setUTCMonth(end.getUTCMonth() + of("monthlySchedule"));
  const ends = [
    end,
    ...[of("dailySchedule"), of("weeklySchedule") * 7].map(
      (days) => new Date(stopped.getTime() + days * day),
    ),
  ];
  return ends.reduce((last, one) => (one > last ? one : last));
}

function hasExpired(world: World, item: Resource): boolean {
  const end = lastCopyEnds(world, item);
  return end !== undefined && world.now >= end;
}

/**
 * Keeps a deleted item as long as its vault says. What has its copies beside the share, and not in
 * the vault, goes at once: https://learn.microsoft.com/azure/backup/secure-by-default ("not supported
 * for operational backups of blobs and Azure Files shares").
 */
export function keepsDeletedItem(world: World, item: Resource): boolean {
  if (!hasVaultCopies(world, item) || hasExpired(world, item)) return false;
  const settings = valueAt(
    vaultOf(world, item)?.body,
    "properties.securitySettings.softDeleteSettings",
  );
  if (valueAt(settings, "softDeleteState") === "Disabled") return false;
  const days = Number(valueAt(settings, "softDeleteRetentionPeriodInDays") ?? usualDays);
  const end = new Date(world.now.getTime() + days * day).toISOString();
  const { properties } = item.body;
  world.resources.put(
    {
      ...item,
      body: {
        ...item.body,
        properties: {
          ...(isJsonObject(properties) ? properties : {}),
          isScheduledForDeferredDelete: true,
          deferredDeleteTimeInUTC: world.now.toISOString(),
          protectionState: "ProtectionStopped",
        },
      },
      hidden: { ...item.hidden, [endKey]: end },
      revision: item.revision + 1,
    },
    // It needs neither its policy nor what it was a copy of.
    [],
  );
  return true;
}

/**
 * An item deleted softly comes back before anything else is done with it: "Azure Backup doesn't allow
 * the reconfiguration of a backup item to the same vault if the backup item is already in a
 * soft-deleted state", https://learn.microsoft.com/azure/backup/secure-by-default. Its code for the
 * refusal is not documented; the one here stands for it.
 */
export const itemsComeBackFirst: Rule = (_world, { wish, parts, previous }) => {
  if (keyOf(parts.type) !== itemType || previous === undefined) return;
  if (endOf(previous) === undefined || valueAt(wish.body, "properties.isRehydrate") === true)
    return;
  throw new ArmError(
    400,
    "BMSUserErrorItemInSoftDeletedState",
    `The backup item ${previous.id} is in soft deleted state until ${endOf(previous) ?? ""}. Undelete it before you protect it again.`,
  );
};

/**
 * In an immutable vault, locked or not, no copy is deleted before its time:
 * https://learn.microsoft.com/azure/backup/backup-azure-immutable-vault-concept#restricted-operations
 */
export function refuseDeletingImmutable(world: World, going: readonly Resource[]): void {
  for (const item of going) {
    if (keyOf(item.type) !== itemType || endOf(item) !== undefined) continue;
    if (!hasCopy(world, item) || !hasVaultCopies(world, item) || hasExpired(world, item)) continue;
    const vault = vaultOf(world, item);
    if (vault === undefined || !isImmutable(vault.body)) continue;
    const end = lastCopyEnds(world, item);
    throw new ArmError(
      400,
      "BMSUserErrorOperationNotAllowedOnImmutableVault",
      `${item.id} has recovery points that have not expired, and its vault ${vault.name} is immutable: they cannot be deleted. ${
        isLocked(vault.body)
          ? `It is locked for ever${end === undefined ? "" : `; the last of them expires on ${end.toISOString().slice(0, 10)}`}.`
          : "Disable the vault's immutability first, as long as it is not locked."
      }`,
    );
  }
}

function hasCopy({ now }: World, { hidden }: Resource): boolean {
  return now.getTime() - Date.parse(textOf(hidden["since"])) >= day;
}

/** A machine's copies come to be in the vault, a share's only by a policy that says so. */
function hasVaultCopies({ resources }: World, { body }: Resource): boolean {
  if (valueAt(body, "properties.protectedItemType") !== "AzureFileShareProtectedItem") return true;
  const policy = resources.get(textOf(valueAt(body, "properties.policyId")));
  return valueAt(policy?.body, "properties.vaultRetentionPolicy") !== undefined;
}

function vaultOf({ resources }: World, { id }: Resource): Resource | undefined {
  const vault = /^.*\/providers\/Microsoft\.RecoveryServices\/vaults\/[^/]+/i.exec(id)?.[0];
  return vault === undefined || partsOf(vault) === undefined ? undefined : resources.get(vault);
}
