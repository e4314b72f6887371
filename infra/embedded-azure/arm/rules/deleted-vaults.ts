import { endKey, keyOf, resourceFrom, storedResource } from "../../store/resources";
import type { Resource, Resources } from "../../store/resources";
import { textOf } from "../../values/json";
import { isArray, isJsonObject, valueAt } from "../../values/property";
import type { Json, JsonObject } from "../../values/property";
import { vaultNameTaken } from "../claims";
import { ArmError } from "../error";
import { partsOf } from "../existence";
import type { Effect, Rule, World } from "../world";

// A deleted key vault keeps its name, and what is in it, until its retention is over:
// https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview

const day = 24 * 3_600_000;
const vaultType = "microsoft.keyvault/vaults";

/** Where Azure lists deleted vaults: https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/get-deleted */
export const deletedVaultType = "Microsoft.KeyVault/locations/deletedVaults";

/** Azure's retention where a vault says none. */
const usualDays = 90;

/** What is in a vault comes back with it; roles on it do not: see the overview above. */
const content = /^Microsoft\.KeyVault\/vaults\//i;

/** Keeps a deleted vault with its keys and secrets among the deleted ones. */
export function keepsDeletedVault({ resources, now }: World, vault: Resource): boolean {
  const { location, tags } = vault.body;
  const end = retentionEnd(vault, now);
  const kept = [vault, ...resources.below(vault.id).filter(({ type }) => content.test(type))];
  const id = deletedId(vault);
  resources.put(
    {
      id,
      type: deletedVaultType,
      name: vault.name,
      token: "",
      body: {
        properties: {
          vaultId: vault.id,
          location: textOf(location),
          ...(tags !== undefined && { tags }),
          deletionDate: now.toISOString(),
          scheduledPurgeDate: end,
          purgeProtectionEnabled: isProtected(vault),
        },
      },
      hidden: {
        [endKey]: end,
        kept: kept.map((each) => keptOf(resources, each)),
      },
      revision: 1,
    },
    [],
  );
  // What was deleted in it before is with it now.
  for (const { id: keptId } of kept) resources.remove(keptId);
  return true;
}

/** When what is deleted now, a vault or something in it, goes for good. */
export function retentionEnd(vault: Resource, now: Date): string {
  const days = Number(valueAt(vault.body, "properties.softDeleteRetentionInDays") ?? usualDays);
  return new Date(now.getTime() + days * day).toISOString();
}

/** A resource as it is kept once it is deleted; {@link keptIn} reads it. */
export function keptOf(resources: Resources, resource: Resource): JsonObject {
  return {
    resource: storedResource(resource),
    uses: resources.usesOf(resource.id).map((use) => ({ ...use })),
  };
}

/**
 * The name of a deleted vault is not free, and only the very same vault can be recovered. Answers of
 * Azure: https://github.com/alan-turing-institute/data-safe-haven/issues/2523 (its own subscription),
 * https://github.com/hashicorp/terraform-provider-azurerm/issues/12972 (nothing to recover).
 */
export const vaultNameIsFree: Rule = ({ resources }, { wish, parts, name, previous }) => {
  if (keyOf(parts.type) !== vaultType || previous !== undefined) return;
  const [deleted] = resources.named(deletedVaultType, name);
  const isSame = deleted !== undefined && keyOf(vaultIdOf(deleted)) === keyOf(wish.id);
  if (valueAt(wish.body, "properties.createMode") === "recover") {
    if (isSame) return;
    throw new ArmError(
      400,
      "SoftDeletedVaultDoesNotExist",
      "A soft deleted vault with the given name does not exist. Ensure that the name for the vault that is being attempted to recover is in a recoverable state. For more information on soft delete please follow this link https://go.microsoft.com/fwlink/?linkid=2149745",
    );
  }
  if (deleted === undefined) return;
  if (partsOf(vaultIdOf(deleted))?.subscriptionId === parts.subscriptionId)
    throw new ArmError(
      409,
      "ConflictError",
      "A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault. Follow this link https://go.microsoft.com/fwlink/?linkid=2149745 for more information on soft delete.",
    );
  throw new ArmError(409, "VaultAlreadyExists", vaultNameTaken(name));
};

/** A vault made with `createMode: recover` has again what was in it. */
export const recoveredContent: Effect = ({ resources }, { wish, name }) => {
  for (const deleted of resources.named(deletedVaultType, name)) {
    if (keyOf(vaultIdOf(deleted)) !== keyOf(wish.id)) continue;
    for (const { resource, uses } of keptIn(deleted))
      if (keyOf(resource.id) !== keyOf(wish.id)) resources.put(resource, uses);
    resources.remove(deleted.id);
  }
};

/** A vault with purge protection stays deleted softly, whoever wants it gone. */
export function refusePurge(resource: Resource): void {
  if (keyOf(resource.type) !== keyOf(deletedVaultType)) return;
  if (valueAt(resource.body, "properties.purgeProtectionEnabled") === true)
    throw new ArmError(
      403,
      "Forbidden",
      `Operation "purge" is not allowed because purge protection is enabled for the vault ${resource.name} until ${textOf(valueAt(resource.body, "properties.scheduledPurgeDate"))}.`,
    );
}

/** The vault as it was when it was deleted. */
export function vaultIn(deleted: Resource): Resource | undefined {
  return keptIn(deleted)[0]?.resource;
}

/** What is kept of something deleted, the thing itself first. */
export function keptIn({ hidden }: Resource) {
  const { kept } = hidden;
  return (isArray<Json>(kept) ? kept : []).filter(isJsonObject).map(({ resource, uses }) => ({
    resource: resourceFrom(isJsonObject(resource) ? resource : {}),
    uses: (isArray<Json>(uses) ? uses : []).filter(isJsonObject).map(({ property, target }) => ({
      property: textOf(property),
      target: textOf(target),
    })),
  }));
}

function isProtected({ body }: Resource): boolean {
  return valueAt(body, "properties.enablePurgeProtection") === true;
}

function vaultIdOf({ body }: Resource): string {
  return textOf(valueAt(body, "properties.vaultId"));
}

function deletedId({ id, name, body }: Resource): string {
  const subscription = partsOf(id)?.subscriptionId ?? "";
  return `/subscriptions/${subscription}/providers/Microsoft.KeyVault/locations/${textOf(body["location"])}/deletedVaults/${name}`;
}
