import type { Resource } from "../store/resources";
import { keepsDeletedItem } from "./rules/backup-items";
import { keepsDeletedObject } from "./rules/deleted-secrets";
import { keepsDeletedVault } from "./rules/deleted-vaults";
import { keepsDeleted } from "./settings";
import type { World } from "./world";

/**
 * What Azure keeps of resources of a type for a while after their deletion, with their name: returns
 * false when it keeps nothing of this one.
 */
export type Keeper = (world: World, resource: Resource) => boolean;

const keepers: readonly (readonly [type: RegExp, keeper: Keeper])[] = [
  [/^Microsoft\.KeyVault\/vaults$/i, keepsDeletedVault],
  [/^Microsoft\.KeyVault\/vaults\/(secrets|keys)$/i, keepsDeletedObject],
  [/\/protectionContainers\/protectedItems$/i, keepsDeletedItem],
];

/** Deletes a resource softly, if that is how Azure deletes it; false when it has to go for good. */
export function deletedSoftly(world: World, resource: Resource): boolean {
  return (
    keepsDeleted(world.setting) &&
    keepers.some(([type, keeper]) => type.test(resource.type) && keeper(world, resource))
  );
}
