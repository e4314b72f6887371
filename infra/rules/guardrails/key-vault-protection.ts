import { mustBe } from "../inputs";
import { eachOf, type Guardrail } from "../model";

export const keyVaultProtection: Guardrail = {
  id: "key-vault-protection",
  what: "key vaults keep what is deleted for 90 days, and go by roles",
  why: "a deleted key makes all data encrypted with it unreadable for ever",
  severity: "error",
  source:
    "Azure review checklists, key vault: 2df045b1 (purge protection), 6d37a33b (access by roles)",
  remedy:
    "set enablePurgeProtection and enableRbacAuthorization to true, softDeleteRetentionInDays to 90",
  check: eachOf(["keyvault:Vault"], (vault) => [
    ...mustBe(vault, "properties.enablePurgeProtection", true),
    ...mustBe(vault, "properties.enableRbacAuthorization", true),
    ...mustBe(vault, "properties.softDeleteRetentionInDays", 90),
  ]),
};
