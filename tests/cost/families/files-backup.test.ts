import { linesOf, resource, uses } from "../support/price";

const account = (sku: string, kind: string) =>
  resource(
    "storage:StorageAccount",
    { accountName: "stdupont", kind, sku: { name: sku } },
    "files",
  );
const share = (inputs: Record<string, unknown>) =>
  resource("storage:FileShare", { location: undefined, accountName: "stdupont", ...inputs });

test("a premium share pays its quota and its snapshots", () => {
  const resources = [account("Premium_ZRS", "FileStorage"), share({ shareQuota: 256 })];
  expect(linesOf(resources, uses({ snapshotsStorageGb: 10 }))).toEqual([
    "Files Premium ZRS, provisioned: 256 GB at 0.22 = 56.32",
    "Files Premium ZRS, snapshots: 10 GB at 0.187 = 1.87",
    "free: its file shares are billed one by one",
  ]);
});

test("a provisioned share of the second model pays storage, and IOPS and throughput above what it includes", () => {
  const resources = [
    account("PremiumV2_LRS", "FileStorage"),
    share({ shareQuota: 512, provisionedIops: 4000, provisionedBandwidthMibps: 200 }),
  ];
  expect(linesOf(resources).slice(0, 3)).toEqual([
    "Files SSD provisioned LRS, storage: 512 GiB at 0.12483 = 63.91296",
    "Files SSD provisioned LRS, IOPS above 3,000: 1000 IOPS at 0.03358 = 33.58",
    "Files SSD provisioned LRS, throughput above 100 MiB/s: 100 MB/s at 0.04964 = 4.964",
  ]);
});

test("on hard disks every IOPS is paid, as many as Azure recommends unless the program says", () => {
  const resources = [account("StandardV2_GRS", "FileStorage"), share({ shareQuota: 1000 })];
  expect(linesOf(resources).slice(1, 3)).toEqual([
    "Files HDD provisioned GRS, IOPS: 1200 IOPS at 0.11534 = 138.408",
    "Files HDD provisioned GRS, throughput: 80 MB/s at 0.17228 = 13.7824",
  ]);
});

test("a standard share pays what lies in it", () => {
  const resources = [account("Standard_LRS", "StorageV2"), share({ accessTier: "Cool" })];
  expect(linesOf(resources, uses({ storageGb: 400, monthlyDataRetrievalGb: 10 }))).toEqual([
    "Files Cool LRS, data: 400 GB at 0.0158 = 6.32",
    "Files Cool LRS, data retrieval: 10 GB at 0.011 = 0.11",
  ]);
});

test("rejects a share whose account is elsewhere", () => {
  expect(
    linesOf([
      share({ shareQuota: 100, accountName: "unknown" }),
      account("Premium_LRS", "FileStorage"),
    ]),
  ).toContain(
    "File shares: no price, its storage account, which decides the price, is not in the program",
  );
});

const vault = resource(
  "recoveryservices:Vault",
  {
    vaultName: "rsv",
    properties: { redundancySettings: { standardTierStorageRedundancy: "ZoneRedundant" } },
  },
  "vault",
);
const item = resource("recoveryservices:ProtectedItem", {
  location: undefined,
  vaultName: "rsv",
  properties: { protectedItemType: "Microsoft.Compute/virtualMachines", sourceResourceId: "host" },
});
const host = resource(
  "compute:VirtualMachine",
  { storageProfile: { osDisk: { diskSizeGB: 128 } } },
  "host",
);

test.each<[number, string]>([
  [50, "Protected machine, up to 50 GB: 1 months at 5 = 5"],
  [51, "Protected machine, up to 500 GB: 1 months at 10 = 10"],
  [500, "Protected machine, up to 500 GB: 1 months at 10 = 10"],
  [501, "Protected machine, up to 1000 GB: 1 months at 20 = 20"],
  [1200, "Protected machine, up to 1500 GB: 1 months at 30 = 30"],
])("a machine of %d GB pays its step", (diskUtilizationGb, line) => {
  expect(linesOf([vault, item], uses({ diskUtilizationGb }))).toContain(line);
});

test("the vault holds as much as the machine's disks until usage says better", () => {
  expect(linesOf([vault, item, host])).toContain("Backup data ZRS: 128 GB at 0.028 = 3.584");
});

test.each(["Archive", "Frozen"])("rejects an account of the tier %s", (accessTier) => {
  const written = resource("storage:StorageAccount", {
    kind: "StorageV2",
    sku: { name: "Standard_LRS" },
    accessTier,
  });
  expect(linesOf([written], uses({ storageGb: 100 }))).toEqual([
    `Storage accounts: no price, no storage account has the access tier "${accessTier}"`,
  ]);
});
