import { endKey, keyOf } from "../../store/resources";
import type { Resource, Resources } from "../../store/resources";
import { valueAt } from "../../values/property";
import { ArmError } from "../error";
import { partsOf } from "../existence";
import type { Rule, World } from "../world";
import { keptIn, keptOf, retentionEnd } from "./deleted-vaults";

// A secret or a key that is deleted by itself stays in its vault, and holds its name, as long as the
// vault keeps what is deleted: https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview

const liveType = /^Microsoft\.KeyVault\/vaults\/(secrets|keys)$/i;
const deletedType = /^Microsoft\.KeyVault\/vaults\/deleted(Secrets|Keys)$/i;

/** Keeps a deleted secret or key among the deleted ones of its vault; with the vault it goes where that goes. */
export function keepsDeletedObject({ resources, now }: World, object: Resource): boolean {
  const vault = vaultOf(resources, object.id);
  if (vault === undefined) return false;
  const end = retentionEnd(vault, now);
  const id = deletedIdOf(object.id);
  resources.put(
    {
      id,
      type: partsOf(id)?.type ?? "",
      name: object.name,
      token: "",
      body: { properties: { deletedDate: now.toISOString(), scheduledPurgeDate: end } },
      hidden: { [endKey]: end, kept: [keptOf(resources, object)] },
      revision: 1,
    },
    [],
  );
  resources.remove(object.id);
  return true;
}

/** Azure's words: https://github.com/microsoft/AzureKeyVaultExplorer/issues/42 */
export const objectNameIsFree: Rule = ({ resources }, { wish, parts, name, previous }) => {
  if (!liveType.test(parts.type) || previous !== undefined) return;
  if (resources.get(deletedIdOf(wish.id)) === undefined) return;
  const what = /keys$/i.test(parts.type) ? "key" : "secret";
  throw new ArmError(
    409,
    "Conflict",
    `${what === "key" ? "Key" : "Secret"} ${name} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the ${what} can only be recovered or purged.`,
  );
};

/** Brings a deleted secret or key back; undefined when that is not what it is. */
export function restoredObject(resources: Resources, deleted: Resource): Resource | undefined {
  if (!deletedType.test(deleted.type)) return undefined;
  const [kept] = keptIn(deleted);
  if (kept === undefined) return undefined;
  resources.put(kept.resource, kept.uses);
  resources.remove(deleted.id);
  return kept.resource;
}

/** The deleted secret or key under whose name somebody wants one. */
export function deletedUnder(resources: Resources, id: string): Resource | undefined {
  return liveType.test(partsOf(id)?.type ?? "") ? resources.get(deletedIdOf(id)) : undefined;
}

/** In a vault with purge protection it stays until its time; else it goes for good, and is gone then. */
export function purgedObject({ resources }: World, { id, type, name }: Resource): boolean {
  if (!deletedType.test(type)) return false;
  const vault = vaultOf(resources, id);
  if (valueAt(vault?.body, "properties.enablePurgeProtection") === true)
    throw new ArmError(
      403,
      "Forbidden",
      `Operation "purge" is not allowed on ${name} because purge protection is enabled for the vault ${vault?.name ?? ""}.`,
    );
  resources.remove(id);
  return true;
}

function vaultOf(resources: Resources, id: string): Resource | undefined {
  return resources.get(partsOf(id)?.parentId ?? "");
}

function deletedIdOf(id: string): string {
  return id.replace(/\/(secrets|keys)\/([^/]+)$/i, (_all, kind: string, name: string) =>
    keyOf(kind) === "keys" ? `/deletedKeys/${name}` : `/deletedSecrets/${name}`,
  );
}
