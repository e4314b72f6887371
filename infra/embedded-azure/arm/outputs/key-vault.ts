import { stableGuid } from "../../../azure/guid";
import { isJsonObject, valueAt } from "../../values/property";
import { partsOf } from "../existence";
import type { Change, Computation } from "../world";

/** Where a vault is reached, and its name, which nobody else in Azure may have. */
export const vault: Computation = (_world, { name, previous }) => ({
  body: {
    properties: {
      // Whoever says nothing of it does not switch it off.
      ...(valueAt(previous?.body, "properties.enablePurgeProtection") === true && {
        enablePurgeProtection: true,
      }),
      vaultUri: `https://${name.toLowerCase()}.vault.azure.net/`,
      provisioningState: "Succeeded",
    },
  },
  claims: { name: `vault name ${name}` },
});

/** Every write makes a new version of a secret. */
export const vaultSecret: Computation = (_world, change) => {
  const { uri, withVersion } = addresses(change, "secrets");
  return { body: { properties: { secretUri: uri, secretUriWithVersion: withVersion } } };
};

/** Every write makes a new version of a key; the answer has the key's properties on top. */
export const vaultKey: Computation = (_world, change) => {
  const { uri, withVersion } = addresses(change, "keys");
  const { properties } = change.wish.body;
  return {
    body: {
      ...(isJsonObject(properties) && properties),
      keyUri: uri,
      keyUriWithVersion: withVersion,
    },
  };
};

function addresses(
  { wish, parts, name, previous }: Change,
  collection: "secrets" | "keys",
): { readonly uri: string; readonly withVersion: string } {
  const vaultName = partsOf(parts.parentId ?? "")?.names.at(-1) ?? "";
  const uri = `https://${vaultName.toLowerCase()}.vault.azure.net/${collection}/${name}`;
  const revision = String((previous?.revision ?? 0) + 1);
  const version = stableGuid("version", wish.id.toLowerCase(), revision).replaceAll("-", "");
  return { uri, withVersion: `${uri}/${version}` };
}
