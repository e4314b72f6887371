import { FirmKey } from "../../infra/components/firm-key";
import { placement } from "./builders";

/** The key of the firm dupont, for components that encrypt with it; its resources' names begin with `key`. */
export function firmKey(): FirmKey {
  return new FirmKey("key", { ...placement(), vaultId: "vault-id", vaultName: "kv-dupont" });
}
