import { linesOf, resource, uses } from "../support/price";

const disk = (sku: string, inputs: Record<string, unknown> = {}) =>
  resource("compute:Disk", { sku: { name: sku }, ...inputs });

test.each<[string, number, string]>([
  ["Premium_LRS", 1, "Premium SSD P1 LRS: 1 months at 0.75 = 0.75"],
  ["Premium_LRS", 4, "Premium SSD P1 LRS: 1 months at 0.75 = 0.75"],
  ["Premium_LRS", 5, "Premium SSD P2 LRS: 1 months at 1.5 = 1.5"],
  ["Premium_LRS", 128, "Premium SSD P10 LRS: 1 months at 23.848 = 23.848"],
  ["Premium_LRS", 129, "Premium SSD P15 LRS: 1 months at 45.992571 = 45.992571"],
  ["premium_zrs", 512, "Premium SSD P20 ZRS: 1 months at 132.87 = 132.87"],
  ["StandardSSD_LRS", 32767, "Standard SSD E80 LRS: 1 months at 2703.36 = 2703.36"],
  ["Standard_LRS", 4, "Standard HDD S4 LRS: 1 months at 1.69 = 1.69"],
])("%s of %d GiB is billed as the next tier up", (sku, diskSizeGB, line) => {
  expect(linesOf([disk(sku, { diskSizeGB })])).toEqual([line]);
});

test("a performance tier counts instead of the size", () => {
  expect(linesOf([disk("Premium_LRS", { diskSizeGB: 128, tier: "P30" })])).toEqual([
    "Premium SSD P30 LRS: 1 months at 163.548 = 163.548",
  ]);
});

test("mounts are billed for shared disks alone", () => {
  expect(linesOf([disk("Premium_LRS", { diskSizeGB: 128, maxShares: 1 })])).toHaveLength(1);
  expect(linesOf([disk("Premium_LRS", { diskSizeGB: 128, maxShares: 2 })])[1]).toBe(
    "Premium SSD P10 LRS, mounts of a shared disk: 2 months at 1.138 = 2.276",
  );
});

test("operations of standard disks are billed by the ten thousand", () => {
  const resources = [disk("StandardSSD_LRS", { diskSizeGB: 128 })];
  expect(linesOf(resources, uses({ monthlyDiskOperations: 25_000 }))[1]).toBe(
    "Standard SSD operations: 2.5 10k operations at 0.002 = 0.005",
  );
});

test("Premium SSD v2 includes 3,000 IOPS and 125 MB/s", () => {
  const plain = disk("PremiumV2_LRS", { diskSizeGB: 100 });
  expect(linesOf([plain])).toEqual([
    "Premium SSD v2 LRS, capacity: 100 GiB at 0.09271 = 9.271",
    "Premium SSD v2 LRS, IOPS above 3,000: 0 IOPS at 0.00584 = 0",
    "Premium SSD v2 LRS, throughput above 125 MB/s: 0 MB/s at 0.04599 = 0",
  ]);
  const fast = disk("PremiumV2_LRS", {
    diskSizeGB: 100,
    diskIOPSReadWrite: 5e3,
    diskMBpsReadWrite: 225,
  });
  expect(linesOf([fast]).slice(1)).toEqual([
    "Premium SSD v2 LRS, IOPS above 3,000: 2000 IOPS at 0.00584 = 11.68",
    "Premium SSD v2 LRS, throughput above 125 MB/s: 100 MB/s at 0.04599 = 4.599",
  ]);
});

test("an Ultra disk is rounded up, and has no price in France Central", () => {
  const ultra = disk("UltraSSD_LRS", {
    diskSizeGB: 2e3,
    diskIOPSReadWrite: 4e3,
    diskMBpsReadWrite: 20,
  });
  expect(linesOf([ultra])[0]).toBe(
    "Ultra disk 2048 GiB: no price, the price book of francecentral has no price of it",
  );
});

test.each<[string, Record<string, unknown>, string]>([
  ["Premium_LRS", { diskSizeGB: 40_000 }, "no disk has 40000 GiB; 1 to 32,767 GiB are possible"],
  ["Premium_LRS", { diskSizeGB: 0 }, "no disk has 0 GiB; 1 to 32,767 GiB are possible"],
  ["Premium_LRS", { tier: "P7" }, 'no disk has the performance tier "P7"'],
  ["Quick_LRS", { diskSizeGB: 10 }, 'no disk is of the kind "Quick_LRS"'],
  ["constructor_LRS", { diskSizeGB: 10 }, 'no disk is of the kind "constructor_LRS"'],
  ["PremiumV2_LRS", {}, "the size of a Premium SSD v2 disk is missing"],
  ["UltraSSD_LRS", { diskSizeGB: 70_000 }, "no Ultra disk has 70000 GiB; 1 to 65,536 are possible"],
])("rejects a disk of %s with %j", (sku, inputs, reason) => {
  expect(linesOf([disk(sku, inputs)])).toEqual([`Managed disks: no price, ${reason}`]);
});

test("a snapshot holds the disk until usage says how much changed", () => {
  const resources = [
    resource("compute:Snapshot", { creationData: { sourceResourceId: "source" } }),
    { ...disk("Standard_LRS", { diskSizeGB: 128 }), name: "source" },
  ];
  expect(linesOf(resources)).toContain("Snapshot: 128 GB at 0.053 = 6.784");
  expect(linesOf(resources, uses({ storageGb: 10 }))).toContain("Snapshot: 10 GB at 0.053 = 0.53");
});

test("an image holds the disks of its machine", () => {
  const resources = [
    resource("compute:Image", { sourceVirtualMachine: { id: "golden" } }),
    {
      ...resource("compute:VirtualMachine", {
        storageProfile: { osDisk: { diskSizeGB: 64 }, dataDisks: [{ diskSizeGB: 36 }] },
      }),
      name: "golden",
    },
  ];
  expect(linesOf(resources)).toContain("Image: 100 GB at 0.053 = 5.3");
});
