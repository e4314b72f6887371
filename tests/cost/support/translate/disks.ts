import type { CaseFact } from "../case-facts";
import { attributesOf, byName, relatedOf, resource, type Translation } from "./translation";

export function managedDisk(fact: CaseFact): Translation {
  return {
    resources: [diskResource(fact, attributesOf(fact))],
    place: byName({
      Storage: "disk",
      "Disk operations": "disk/operations",
      "Provisioned IOPS": "disk/iops",
      Throughput: "disk/throughput",
    }),
  };
}

function diskResource(fact: CaseFact, disk: ReturnType<typeof attributesOf>, name?: string) {
  return resource(
    "compute:Disk",
    {
      location: fact.region,
      sku: { name: disk.text("storage_account_type") },
      diskSizeGB: disk.number("disk_size_gb"),
      diskIOPSReadWrite: disk.number("disk_iops_read_write"),
      diskMBpsReadWrite: disk.number("disk_mbps_read_write"),
    },
    name,
  );
}

export function snapshot(fact: CaseFact): Translation {
  const attributes = attributesOf(fact);
  const source = relatedOf(fact, "azurerm_managed_disk");
  return {
    resources: [
      resource("compute:Snapshot", {
        location: fact.region,
        diskSizeGB: attributes.number("disk_size_gb"),
        creationData: {
          createOption: "Copy",
          sourceResourceId: source === undefined ? undefined : "source",
        },
      }),
      ...(source === undefined ? [] : [diskResource(fact, source, "source")]),
    ],
    place: byName({ Storage: "storage" }),
  };
}
