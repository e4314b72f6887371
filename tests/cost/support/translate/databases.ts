import type { CaseFact } from "../case-facts";
import { attributesOf, byName, relatedOf, resource, type Translation } from "./translation";

const gb = 1024 ** 3;

export function database(fact: CaseFact): Translation {
  const attributes = attributesOf(fact);
  const server = relatedOf(fact, "azurerm_mssql_server");
  const size = attributes.number("max_size_gb");
  const sku = attributes.text("sku_name");
  return {
    resources: [
      resource("sql:Database", {
        serverName: "server",
        sku: sku === undefined ? undefined : skuOf(sku),
        maxSizeBytes: size === undefined ? undefined : size * gb,
        licenseType: attributes.text("license_type"),
        zoneRedundant: attributes.flag("zone_redundant"),
        highAvailabilityReplicaCount: attributes.number("read_replica_count"),
        requestedBackupStorageRedundancy: attributes.text("storage_account_type"),
      }),
      resource("sql:Server", { location: server?.text("location") ?? fact.region }, "server"),
    ],
    ...(fact.id.includes("dev_test") ? { offer: "devTest" } : {}),
    place: byName({
      Compute: "compute",
      "Zone redundancy": "zone-redundancy",
      "SQL license": "licence",
      "Read replicas": "replicas",
      Storage: "storage",
      "Extra data storage": "storage",
      "Long-term retention": "long-term-backup",
      "PITR backup storage": "backup",
    }),
  };
}

/** `GP_Gen5_4` is general purpose on Gen5 with a capacity of 4. */
function skuOf(name: string): Record<string, unknown> {
  const match = /^(.+)_(\d+)$/.exec(name);
  return match === null ? { name } : { name: match[1], capacity: Number(match[2]) };
}

export function managedInstance(fact: CaseFact): Translation {
  const attributes = attributesOf(fact);
  return {
    resources: [
      resource("sql:ManagedInstance", {
        location: fact.region,
        sku: { name: attributes.text("sku_name") },
        vCores: attributes.number("vcores"),
        storageSizeInGB: attributes.number("storage_size_in_gb"),
        licenseType: attributes.text("license_type"),
        requestedBackupStorageRedundancy: attributes.text("storage_account_type"),
      }),
    ],
    place: byName({
      Compute: "compute",
      Storage: "storage",
      "PITR backup storage": "backup",
      "SQL license": "licence",
      "LTR backup storage": "long-term-backup",
    }),
  };
}
