import { problem, textOf, value, type Meaning } from "../document/text-type";
import type { Backend, SecretsProvider } from "./platform";

/** A Pulumi backend for state; empty means a local folder. https://www.pulumi.com/docs/iac/concepts/state-and-backends/ */
export function backend() {
  return textOf({
    allowed: "the URL of a Pulumi backend, or an empty text for a local folder",
    example: "azblob://state?storage_account=stcabinetstate",
    pattern: "^((azblob|s3|gs|https|postgres|file)://\\S+)?$",
    read: (text): Meaning<Backend> => {
      if (text === "") return value({ kind: "local" });
      return /^(azblob|s3|gs|https|postgres|file):\/\/\S+$/.test(text)
        ? value({ kind: "remote", url: text })
        : problem('write a URL like azblob://state?storage_account=stcabinetstate, or ""');
    },
  });
}

const example = "azurekeyvault://kv-cabinet-state.vault.azure.net/keys/{firm}";

/** A key for each firm's secrets, so that who may read one firm's state cannot read another's; empty means a passphrase. */
export function secretsProvider() {
  return textOf({
    allowed: "the URL of a Key Vault key that contains {firm}, or an empty text for a passphrase",
    example,
    pattern:
      "^(azurekeyvault://[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]\\.vault\\.azure\\.net/keys/[A-Za-z0-9-]*\\{firm\\}[A-Za-z0-9-]*)?$",
    read: (text): Meaning<SecretsProvider> => {
      if (text === "") return value({ kind: "passphrase" });
      return keyUrl.test(text)
        ? value({ kind: "keyVault", urlPattern: text })
        : problem(`write a URL like ${example}, or ""`);
    },
  });
}

/** Vault and key names: https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates */
const keyUrl =
  /^azurekeyvault:\/\/[a-z][a-z\d-]{1,22}[a-z\d]\.vault\.azure\.net\/keys\/[a-z\d-]*\{firm\}[a-z\d-]*$/i;

/** Name that stands for the platform's own stack where a firm's key is asked; no firm may have it. */
const ownName = "platform";

/** The Pulumi secrets provider of one stack: `firm` is undefined for the platform's own. */
export function secretsProviderUrl(provider: SecretsProvider, firm: string | undefined): string {
  switch (provider.kind) {
    case "passphrase":
      return "passphrase";
    case "keyVault":
      return provider.urlPattern.replaceAll("{firm}", firm ?? ownName);
  }
}

/** DNS name as a firewall's rules take it, with `*.` before it for all below. */
export function hostName() {
  return textOf({
    allowed: "a DNS name, with *. before it for all below",
    example: "*.service.example.com",
    pattern: "^(\\*\\.)?([A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,63}$",
    read: (text) =>
      /^(\*\.)?([a-z\d-]{1,63}\.)+[a-z]{2,63}$/i.test(text)
        ? value(text.toLowerCase())
        : problem("write a name alone, like *.service.example.com"),
  });
}
