import type { Attributes } from "../attributes";
import type { CaseFact } from "../case-facts";
import { attributesOf, byName, relatedOf, resource, type Translation } from "./translation";

function account(fact: CaseFact, attributes: Attributes, name?: string) {
  const media = attributes.text("account_tier") ?? "Standard";
  return resource(
    "storage:StorageAccount",
    {
      location: fact.region,
      kind: attributes.text("account_kind") ?? "StorageV2",
      sku: { name: `${media}_${attributes.text("account_replication_type") ?? "LRS"}` },
      accessTier: attributes.text("access_tier"),
      isHnsEnabled: attributes.flag("is_hns_enabled"),
      enableNfsV3: attributes.flag("nfsv3_enabled"),
      encryption:
        attributes.blocks("customer_managed_key").length > 0
          ? { keySource: "Microsoft.Keyvault" }
          : undefined,
    },
    name,
  );
}

export function storageAccount(fact: CaseFact): Translation {
  return {
    resources: [account(fact, attributesOf(fact))],
    place: byName({
      Capacity: "data",
      "Data at rest": "data",
      Snapshots: "snapshots",
      "Metadata at rest": "metadata",
      "Blob index": "index-tags",
      "Write operations": "write",
      "Iterative write operations": "iterative-write",
      "Read operations": "read",
      "Iterative read operations": "iterative-read",
      "List operations": "list",
      "List and create container operations": "list",
      "All other operations": "other",
      "Data retrieval": "retrieval",
      "Early deletion": "early-deletion",
    }),
  };
}

export function share(fact: CaseFact): Translation {
  const attributes = attributesOf(fact);
  const around = relatedOf(fact, "azurerm_storage_account");
  const tier = attributes.text("access_tier");
  return {
    resources: [
      resource("storage:FileShare", {
        accountName: "account",
        shareQuota: attributes.number("quota"),
        accessTier: tier,
      }),
      ...(around === undefined ? [] : [account(fact, around, "account")]),
    ],
    place: byName({
      "Data at rest": "data",
      Snapshots: "snapshots",
      "Metadata at rest": "metadata",
      "Read operations": "read",
      "Write operations": "write",
      "List operations": "list",
      "Other operations": "other",
      "Data retrieval": "retrieval",
    }),
  };
}

export function table(fact: CaseFact): Translation {
  const around = relatedOf(fact, "azurerm_storage_account");
  return {
    resources: [
      resource("storage:Table", { accountName: "account" }),
      ...(around === undefined ? [] : [account(fact, around, "account")]),
    ],
    place: byName({
      Capacity: "data",
      "Batch Write operations": "batch-write",
      "Write operations": "write",
      "Read operations": "read",
      "Scan operations": "scan",
      "List operations": "list",
      "Delete operations": "delete",
    }),
  };
}
