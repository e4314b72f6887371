import { keyOf } from "../../store/resources";
import { textOf } from "../../values/json";
import type { Json, JsonObject } from "../../values/property";
import { isArray, isJsonObject, valueAt } from "../../values/property";
import { ArmError } from "../error";
import type { Rule } from "../world";

// What Azure refuses is documented; the codes it refuses it with are not, and stand here for them.

const immutability = "properties.securitySettings.immutabilitySettings.state";
const softDelete = "properties.securitySettings.softDeleteSettings.softDeleteState";

/** States of a vault's settings from which there is no way back. */
const oneWay: readonly {
  readonly path: string;
  readonly state: string;
  readonly source: string;
}[] = [
  {
    path: immutability,
    state: "Locked",
    source: "https://learn.microsoft.com/azure/backup/backup-azure-immutable-vault-concept",
  },
  {
    path: softDelete,
    state: "AlwaysON",
    source: "https://learn.microsoft.com/azure/backup/backup-azure-enhanced-soft-delete-about",
  },
];

const redundancy = "properties.redundancySettings.standardTierStorageRedundancy";

/**
 * What is set for ever in a recovery vault stays, and its redundancy once it holds an item:
 * https://learn.microsoft.com/azure/backup/backup-create-recovery-services-vault#set-storage-redundancy
 */
export const keepsVaultPromises: Rule = (world, { wish, parts, previous }) => {
  if (keyOf(parts.type) !== "microsoft.recoveryservices/vaults" || previous === undefined) return;
  const copies = valueAt(wish.body, redundancy);
  if (
    copies !== undefined &&
    copies !== valueAt(previous.body, redundancy) &&
    world.resources.below(previous.id).some(({ type }) => /\/protectedItems$/i.test(type))
  )
    throw new ArmError(
      400,
      "BMSUserErrorStorageTypeChangeNotAllowed",
      `'${redundancy}' of ${previous.id} cannot be changed to ${textOf(copies)}: the vault holds protected items.`,
    );
  for (const { path, state } of oneWay) {
    const asked = valueAt(wish.body, path);
    if (valueAt(previous.body, path) === state && asked !== undefined && asked !== state)
      throw new ArmError(
        400,
        "BMSUserErrorInvalidVaultSetting",
        `'${path}' of ${previous.id} is ${state} and cannot be changed to ${textOf(asked)}.`,
      );
  }
};

/**
 * In an immutable vault, locked or not, no policy comes to keep its backups for a shorter time:
 * https://learn.microsoft.com/azure/backup/backup-azure-immutable-vault-concept#how-does-immutability-work
 */
export const keepsRetention: Rule = (world, { wish, parts, previous }) => {
  if (keyOf(parts.type) !== "microsoft.recoveryservices/vaults/backuppolicies") return;
  if (previous === undefined || !isImmutable(world.resources.get(parts.parentId ?? "")?.body))
    return;
  const after = new Map(retentions(wish.body));
  for (const [path, days] of retentions(previous.body))
    if ((after.get(path) ?? 0) < days)
      throw new ArmError(
        400,
        "BMSUserErrorPolicyRetentionReductionNotAllowed",
        `The vault of ${previous.id} is immutable: '${path}' cannot be reduced from ${days} days to ${after.get(path) ?? 0}.`,
      );
};

/** Whether a vault is immutable, locked or not yet. */
export function isImmutable(vault: JsonObject | undefined): boolean {
  const state = valueAt(vault, immutability);
  return state === "Locked" || state === "Unlocked";
}

/** Whether a vault is immutable for ever. */
export function isLocked(vault: JsonObject | undefined): boolean {
  return valueAt(vault, immutability) === "Locked";
}

/** Days of one unit; of a month and of a year the fewest. */
const daysOfUnit: Readonly<Record<string, number>> = { Days: 1, Weeks: 7, Months: 28, Years: 365 };

/** Every retention of a policy in days, by where it stands. */
function* retentions(value: Json | undefined, path = ""): Generator<readonly [string, number]> {
  if (isArray<Json>(value))
    for (const [index, element] of value.entries()) yield* retentions(element, `${path}[${index}]`);
  if (!isJsonObject(value)) return;
  const { count, durationType } = value;
  const unit = typeof durationType === "string" ? daysOfUnit[durationType] : undefined;
  if (typeof count === "number" && unit !== undefined) yield [path, count * unit];
  for (const [key, inner] of Object.entries(value))
    yield* retentions(inner, path === "" ? key : `${path}.${key}`);
}
