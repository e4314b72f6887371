import { write } from "../arm/write";
import { worldIn } from "../arm/world-in";
import { parseArmId } from "../../azure/arm-ids";
import type { Store } from "../store/store";
import { messageOf } from "../values/refusal";

const token = "azure-native:keyvault:Secret";

/**
 * Puts a secret into a key vault, or another value into one that is there. The store keeps a
 * fingerprint of the value.
 *
 * @throws {Refusal} when the vault is not there.
 */
export function putSecretByHand(store: Store, vaultId: string, name: string, value: string): void {
  const id = `${vaultId}/secrets/${name}`;
  const event = { operation: "update", token, id } as const;
  try {
    store.transaction(() => {
      const world = worldIn(store, parseArmId(vaultId).subscriptionId ?? "");
      write(world, { id, token, body: { properties: { value } }, secretPaths: new Set() });
      store.events.add({ ...event, outcome: "done by hand" });
    });
  } catch (error) {
    store.events.add({ ...event, outcome: `by hand: ${messageOf(error)}` });
    throw error;
  }
}
