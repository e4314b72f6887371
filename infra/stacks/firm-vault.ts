import { azureName, keyVaultName } from "../azure/names";
import type { Firm } from "../firm/firm";

/** ARM id of the firm's key vault, as its stack names it: known before anything is deployed. */
export function firmVaultId(
  environment: string,
  { key, subscription, keyVault }: Pick<Firm, "key" | "subscription" | "keyVault">,
): string {
  const owner = { environment, firm: key, subscription };
  return [
    `/subscriptions/${subscription}/resourceGroups/${azureName("resourceGroup", owner, "data")}`,
    `providers/Microsoft.KeyVault/vaults/${keyVaultName(owner, keyVault)}`,
  ].join("/");
}

/** Names of the secrets that a person has to put into the firm's vault. */
export function secretsByHand({
  identity,
  sessions: { broker },
}: Pick<Firm, "identity" | "sessions">): readonly string[] {
  return [
    ...(identity.mode === "entra" ? [] : [identity.domain.joinSecretName]),
    ...(broker.kind === "citrix" ? [broker.clientSecretName] : []),
  ];
}
