import type { PriceFact } from "./region-facts";

/** A meter of ours for a row of Azure's price list, and the unit the row counts in. */
export interface NamedMeter {
  readonly meter: string;
  readonly unit: string;
}

/** Meters of ours that a row of the services Virtual Machines and Storage prices; none for rows no family asks for. */
export function nameMeters(row: PriceFact): readonly NamedMeter[] {
  if (row.serviceName === "Virtual Machines") return machineMeters(row);
  return row.serviceName === "Storage" ? storageMeters(row) : [];
}

/** https://learn.microsoft.com/rest/api/cost-management/retail-prices/azure-retail-prices: the product of Windows says so. */
function machineMeters({ productName, armSkuName }: PriceFact): readonly NamedMeter[] {
  if (armSkuName === undefined) return [];
  const system = productName.endsWith(" Windows") ? "windows" : "linux";
  return [{ meter: `vm/${system}/${armSkuName.toLowerCase()}`, unit: "1 hour" }];
}

function storageMeters(row: PriceFact): readonly NamedMeter[] {
  const sku = row.skuName ?? "";
  switch (row.productName) {
    case "Premium SSD Managed Disks":
      return diskMeters("premium-ssd", sku, row.meterName);
    case "Standard SSD Managed Disks":
      return diskMeters("standard-ssd", sku, row.meterName);
    case "Standard HDD Managed Disks":
      return diskMeters("standard-hdd", sku, row.meterName);
    case "Azure Premium SSD v2":
      return premiumV2Meters(sku, row.meterName);
    case "Premium Files":
      return premiumFileMeters(sku, row.meterName);
    case "Azure Files Provisioned v2":
      return provisionedFileMeters(sku, row.meterName);
    case "Files v2":
      return standardFileMeters(sku, row.meterName);
    case "General Block Blob v2":
    case "Blob Storage":
      return blobMeters(row.productName, sku, row.meterName);
    case "File Sync":
      return row.meterName === "Standard Server"
        ? [{ meter: "file-sync/server", unit: "1 server/month" }]
        : [];
    default:
      return [];
  }
}

function diskMeters(kind: string, sku: string, name: string): readonly NamedMeter[] {
  const redundancy = redundancyIn(name);
  if (sku.startsWith("Snapshots "))
    // Standard SSD disks have snapshots of the two other kinds only.
    return kind === "standard-ssd"
      ? []
      : [{ meter: `disk/snapshot/${kind}/${redundancy}`, unit: "1 GB/month" }];
  if (name.endsWith("Burst Enablement"))
    return [{ meter: `disk/${kind}/burst-enablement/${redundancy}`, unit: "1/month" }];
  if (name.endsWith("Burst Transactions"))
    return [{ meter: `disk/${kind}/burst-transactions/${redundancy}`, unit: "10k operations" }];
  const tier = /^([PES]\d+) [LZ]RS$/.exec(sku)?.[1]?.toLowerCase();
  if (tier === undefined) return [];
  const meter = `disk/${kind}/${tier}/${redundancy}`;
  if (name.endsWith("Disk Mount")) return [{ meter: `${meter}/mount`, unit: "1/month" }];
  if (name.endsWith("Disk Operations"))
    return [{ meter: `${meter}/operations`, unit: "10k operations" }];
  return name.endsWith(" Disk") ? [{ meter, unit: "1/month" }] : [];
}

function premiumV2Meters(sku: string, name: string): readonly NamedMeter[] {
  if (sku !== "Premium LRS") return [];
  if (name.endsWith("Capacity"))
    return [{ meter: "disk/premium-ssd-v2/capacity/lrs", unit: "1 GiB/hour" }];
  if (name.endsWith("IOPS"))
    return [{ meter: "disk/premium-ssd-v2/iops/lrs", unit: "1 IOPS/hour" }];
  return [{ meter: "disk/premium-ssd-v2/throughput/lrs", unit: "1 MB/s/hour" }];
}

function premiumFileMeters(sku: string, name: string): readonly NamedMeter[] {
  const redundancy = redundancyIn(sku);
  const meter = (part: string) => `files/premium/${part}/${redundancy}`;
  if (name.endsWith("Provisioned")) return [{ meter: meter("data"), unit: "1 GB/month" }];
  if (name.endsWith("Snapshots")) return [{ meter: meter("snapshots"), unit: "1 GB/month" }];
  if (name.endsWith("Burst Bandwidth")) return [{ meter: meter("burst-bandwidth"), unit: "1 GiB" }];
  return [{ meter: meter("burst-transactions"), unit: "1M" }];
}

function provisionedFileMeters(sku: string, name: string): readonly NamedMeter[] {
  const [media = "", redundancy = ""] = sku.toLowerCase().split(" ");
  const parts: readonly (readonly [ending: string, part: string, unit: string])[] = [
    ["Provisioned Storage", "data", "1 GiB/hour"],
    ["Provisioned IOPS", "iops", "1 IOPS/hour"],
    ["Provisioned Throughput MiBPS", "throughput", "1 MB/s/hour"],
    ["Overflow Snapshot Usage", "snapshots", "1 GiB/hour"],
    ["Soft-Deleted Usage", "soft-deleted", "1 GiB/hour"],
  ];
  return parts
    .filter(([ending]) => name.endsWith(ending))
    .map(([, part, unit]) => ({ meter: `files/v2-${media}/${part}/${redundancy}`, unit }));
}

function standardFileMeters(sku: string, name: string): readonly NamedMeter[] {
  const [tier = "", redundancy = ""] = sku.toLowerCase().split(" ");
  const product = tier === "standard" ? "transaction-optimized" : tier;
  const parts: readonly (readonly [ending: string, part: string, unit: string])[] = [
    ["Data Stored", "data", "1 GB/month"],
    ["Metadata", "metadata", "1 GB/month"],
    ["Write Operations", "write", "10k operations"],
    ["List Operations", "list", "10k operations"],
    ["Read Operations", "read", "10k operations"],
    ["Other Operations", "other", "10k operations"],
    ["Protocol Operations", "other", "10k operations"],
    ["Data Retrieval", "retrieval", "1 GB"],
  ];
  return parts
    .filter(([ending]) => name.endsWith(ending))
    .map(([, part, unit]) => ({ meter: `files/${product}/${part}/${redundancy}`, unit }));
}

function blobMeters(product: string, sku: string, name: string): readonly NamedMeter[] {
  const [tier = "", redundancy = ""] = sku.toLowerCase().split(" ");
  if (tier === "archive") return [];
  // Accounts made for blobs alone pay for what is written to the cool tier, the others do not.
  if (name.endsWith("Data Write"))
    return product === "Blob Storage"
      ? [{ meter: `blob/${tier}/write-data/${redundancy}`, unit: "1 GB" }]
      : [];
  const parts: readonly (readonly [ending: string, part: string, unit: string])[] = [
    ["Data Stored", "data", "1 GB/month"],
    ["Write Operations", "write", "10k operations"],
    ["Read Operations", "read", "10k operations"],
    ["Data Retrieval", "retrieval", "1 GB"],
    ["Early Delete", "early-deletion", "1 GB"],
    ["Index Tags", "index-tags", "10k tags/month"],
  ];
  const own = parts
    .filter(([ending]) => name.endsWith(ending))
    .map(([, part, unit]) => ({ meter: `blob/${tier}/${part}/${redundancy}`, unit }));
  return [...own, ...sharedBlobMeters(tier, redundancy, name)];
}

/** Two meters that no tier has of its own: the price list shows them under Hot alone. */
function sharedBlobMeters(tier: string, redundancy: string, name: string): readonly NamedMeter[] {
  if (tier !== "hot") return [];
  const part = name.endsWith("List and Create Container Operations")
    ? "list"
    : name === "All Other Operations"
      ? "other"
      : undefined;
  if (part === undefined) return [];
  return ["hot", "cool", "cold"].map((each) => ({
    meter: `blob/${each}/${part}/${redundancy}`,
    unit: "10k operations",
  }));
}

function redundancyIn(text: string): string {
  return /\bZRS\b/.test(text) ? "zrs" : "lrs";
}
