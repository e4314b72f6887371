import type { CaseFact } from "../case-facts";
import { attributesOf, byName, relatedOf, resource, type Translation } from "./translation";

/** Certificates are no resources of azure-native: their use is said of the vault. */
export function certificate(fact: CaseFact): Translation {
  const vault = relatedOf(fact, "azurerm_key_vault");
  return {
    resources: [
      resource("keyvault:Vault", {
        location: fact.region,
        properties: { sku: { family: "A", name: vault?.text("sku_name") } },
      }),
    ],
    place: byName({
      "Certificate renewals": "renewals",
      "Certificate operations": "certificate-operations",
    }),
  };
}

export function key(fact: CaseFact): Translation {
  const attributes = attributesOf(fact);
  const vault = relatedOf(fact, "azurerm_key_vault");
  return {
    resources: [
      resource("keyvault:Key", {
        vaultName: "vault",
        properties: { kty: attributes.text("key_type"), keySize: attributes.number("key_size") },
      }),
      resource(
        "keyvault:Vault",
        {
          location: fact.region,
          properties: { sku: { family: "A", name: vault?.text("sku_name") } },
        },
        "vault",
      ),
    ],
    place: ({ name, unit }) => {
      if (name.startsWith("Secrets")) return { slot: "secrets" };
      if (name.startsWith("Storage key rotations")) return { slot: "rotations" };
      return { slot: unit === "months" ? "hsm-keys" : "key-operations" };
    },
  };
}
