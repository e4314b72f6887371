import * as keyvault from "@pulumi/azure-native/keyvault";
import * as network from "@pulumi/azure-native/network";
import * as resources from "@pulumi/azure-native/resources";
import * as storage from "@pulumi/azure-native/storage";
import type { Behaviour } from "./behaviour";

const tenantId = "6f1d2c3b-0000-4000-8000-0000000000aa";
const sku = { family: "A", name: "standard" } as const;
const account = { kind: "StorageV2", sku: { name: "Standard_LRS" } } as const;

/** Names that are taken in all of Azure, or held by what was deleted. */
export const names: readonly Behaviour[] = [
  {
    key: "storage-name",
    what: "a storage account's name that another subscription has",
    source:
      "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftstorage",
    refusal: /Code="StorageAccountAlreadyTaken".*named sttaken is already taken/,
    deploy({ named, resourceGroupName, location, isWrong, isLater, elsewhere }) {
      const args = { resourceGroupName, location, ...account };
      new storage.StorageAccount(
        named("theirs"),
        { ...args, accountName: "sttaken" },
        { provider: elsewhere },
      );
      if (isLater)
        new storage.StorageAccount(named("ours"), {
          ...args,
          accountName: isWrong ? "sttaken" : "stfree",
        });
    },
  },
  {
    key: "vault-name",
    what: "a key vault's name that another subscription has",
    source: "https://github.com/Azure/azure-powershell/issues/15115",
    refusal: /Code="VaultAlreadyExists".*globally unique/,
    deploy({ named, resourceGroupName, location, isWrong, isLater, elsewhere }) {
      const args = { resourceGroupName, location, properties: { tenantId, sku } };
      new keyvault.Vault(
        named("theirs"),
        { ...args, vaultName: "kv-taken" },
        { provider: elsewhere },
      );
      if (isLater)
        new keyvault.Vault(named("ours"), { ...args, vaultName: isWrong ? "kv-taken" : "kv-free" });
    },
  },
  {
    key: "dns-name",
    what: "a public name that another address of the region has",
    source:
      "https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses#domain-name-label",
    refusal: /Code="DnsRecordInUse".*taken\.francecentral\.cloudapp\.azure\.com/,
    deploy({ named, resourceGroupName, location, isWrong, isLater, elsewhere }) {
      const address = (name: string, domainNameLabel: string) => ({
        resourceGroupName,
        location,
        publicIpAddressName: name,
        dnsSettings: { domainNameLabel },
      });
      new network.PublicIPAddress(named("theirs"), address("theirs", "taken"), {
        provider: elsewhere,
      });
      if (isLater)
        new network.PublicIPAddress(named("ours"), address("ours", isWrong ? "taken" : "free"));
    },
  },
  {
    key: "deleted-vault",
    what: "a key vault under the name of one that was deleted",
    source: "https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview",
    refusal: /Code="ConflictError".*already exists in deleted state/,
    deploy({ named, location, isWrong, version, resourceGroupName }) {
      const other = new resources.ResourceGroup(named("other"), {
        resourceGroupName: "other",
        location,
      });
      // Another group is another vault: the old one goes before the new one comes.
      new keyvault.Vault(named("vault"), {
        resourceGroupName: isWrong ? other.name : resourceGroupName,
        location,
        vaultName: "kv-deleted",
        properties: {
          tenantId,
          sku,
          enablePurgeProtection: true,
          ...(version === "mended" && { createMode: "recover" }),
        },
      });
    },
  },
  {
    key: "purge-protection",
    what: "purge protection that is taken back",
    source: "https://github.com/Azure/azure-cli/issues/29115",
    refusal: /Code="BadRequest".*purge protection for a vault is an irreversible action/,
    deploy({ named, resourceGroupName, location, isWrong }) {
      new keyvault.Vault(named("vault"), {
        resourceGroupName,
        location,
        vaultName: "kv-protected",
        properties: { tenantId, sku, enablePurgeProtection: !isWrong },
      });
    },
  },
];
