import { usageOf } from "../../../infra/cost/usage";
import { bill, linesOf, resource, uses } from "../support/price";

const linux = { osProfile: { linuxConfiguration: {} } };
const windows = { osProfile: { windowsConfiguration: {} } };
const size = (vmSize: string) => ({ hardwareProfile: { vmSize } });
const machine = (inputs: Record<string, unknown>) => resource("compute:VirtualMachine", inputs);

test.each<[string, Record<string, unknown>, string]>([
  ["Linux", linux, "Standard_D8as_v5, Linux: 730 hours at 0.404 = 294.92"],
  ["Windows", windows, "Standard_D8as_v5, Windows: 730 hours at 0.772 = 563.56"],
  [
    "Windows under the hybrid benefit",
    { ...windows, licenseType: "Windows_Server" },
    "Standard_D8as_v5, Windows, hybrid benefit: 730 hours at 0.404 = 294.92",
  ],
  [
    "several sessions of Windows under the users' licences",
    { ...windows, licenseType: "windows_client" },
    "Standard_D8as_v5, Windows client, users' licences: 730 hours at 0.404 = 294.92",
  ],
  [
    "Windows by its image",
    { storageProfile: { imageReference: { publisher: "MicrosoftWindowsDesktop" } } },
    "Standard_D8as_v5, Windows: 730 hours at 0.772 = 563.56",
  ],
])("%s pays its rate", (_, inputs, line) => {
  expect(linesOf([machine({ ...size("Standard_D8as_v5"), ...inputs })])).toEqual([line]);
});

test("a machine that runs 260 hours pays 260", () => {
  const resources = [machine({ ...size("Standard_D4as_v5"), ...linux })];
  expect(linesOf(resources, uses({ monthlyHours: 260 }))).toEqual([
    "Standard_D4as_v5, Linux: 260 hours at 0.202 = 52.52",
  ]);
});

test("in a dev/test subscription Windows stands at the Linux rate, unverified", () => {
  const resources = [machine({ ...size("Standard_D4as_v5"), ...windows })];
  const [line] = bill(resources, usageOf({ offer: "devTest" })).lines;
  expect(line).toMatchObject({ kind: "priced", meter: "vm/windows-dev-test/standard_d4as_v5" });
  expect(line?.kind === "priced" && line.price.confidence).toBe("C");
});

test("an operating system nobody names is Linux, unverified", () => {
  const [line] = bill([machine(size("Standard_D4as_v5"))]).lines;
  expect(line).toMatchObject({ note: "operating system not named: Linux", kind: "priced" });
  expect(line?.kind === "priced" && line.price.confidence).toBe("C");
});

test.each<[string, Record<string, unknown>, string]>([
  [
    "a size Azure does not have",
    { ...size("Standard_D9000"), ...linux },
    'Standard_D9000, Linux: no price, francecentral has no machines of the size "standard_d9000"',
  ],
  [
    "a low-priority machine",
    { ...size("Standard_D4as_v5"), ...linux, priority: "Low" },
    "Compute: no price, low-priority machines are retired; write priority Spot",
  ],
  [
    "a spot machine, whose price the book lacks",
    { ...size("Standard_D4as_v5"), ...linux, priority: "Spot" },
    "Standard_D4as_v5, Linux, spot: no price, the price book of francecentral has no price of it",
  ],
  ["no size", linux, "Compute: no price, hardwareProfile.vmSize is missing"],
  [
    "a size only a deployment tells",
    { ...linux, hardwareProfile: { vmSize: "<unknown>" } },
    "Compute: no price, hardwareProfile.vmSize is not known before a deployment",
  ],
  [
    "a size that is a number of things",
    { ...linux, hardwareProfile: { vmSize: ["a"] } },
    "Compute: no price, hardwareProfile.vmSize is a list; a text is needed",
  ],
])("rejects a price for %s", (_, inputs, line) => {
  expect(linesOf([machine(inputs)])).toEqual([line]);
});

test("rejects to price a machine in a region the book does not hold", () => {
  const inputs = { ...size("Standard_D4as_v5"), ...linux, location: "West US" };
  expect(linesOf([machine(inputs)])).toEqual([
    "Standard_D4as_v5, Linux: no price, the price book holds francecentral, not westus",
  ]);
});

test("the disks of a machine are billed with it, those attached to it are not", () => {
  const storageProfile = {
    osDisk: {
      createOption: "FromImage",
      diskSizeGB: 128,
      managedDisk: { storageAccountType: "Premium_LRS" },
    },
    dataDisks: [
      {
        createOption: "Empty",
        diskSizeGB: 1000,
        managedDisk: { storageAccountType: "StandardSSD_LRS" },
      },
      { createOption: "Attach", managedDisk: { id: "disk" } },
      { createOption: "Empty", diskSizeGB: -1, managedDisk: {} },
    ],
  };
  const inputs = { ...size("Standard_D4as_v5"), ...linux, storageProfile };
  expect(linesOf([machine(inputs)])).toEqual([
    "Standard_D4as_v5, Linux: 730 hours at 0.202 = 147.46",
    "System disk, Premium SSD P10 LRS: 1 months at 23.848 = 23.848",
    "Data disk, Standard SSD E30 LRS: 1 months at 84.48 = 84.48",
    "Data disk: no price, storageProfile.dataDisks[2].diskSizeGB is -1; a number from 0 to 1e15 is needed",
  ]);
});

test("an ephemeral system disk costs nothing", () => {
  const osDisk = {
    diffDiskSettings: { option: "Local" },
    managedDisk: { storageAccountType: "Premium_LRS" },
  };
  const inputs = { ...size("Standard_D4as_v5"), ...linux, storageProfile: { osDisk } };
  expect(linesOf([machine(inputs)])).toEqual([
    "Standard_D4as_v5, Linux: 730 hours at 0.202 = 147.46",
  ]);
});

test("licences that others than Azure sell are named and not priced", () => {
  const storageProfile = { imageReference: { publisher: "RedHat", offer: "RHEL" } };
  const inputs = { ...size("Standard_D4as_v5"), storageProfile, plan: { name: "byol" } };
  expect(linesOf([machine(inputs)]).slice(1)).toEqual([
    "Marketplace plan byol: no price, its publisher sets the price; Azure's price list does not hold it",
    "Licence of the image by redhat: no price, the price book holds no licences of images",
  ]);
});

test("a scale set multiplies hours and disks", () => {
  const set = resource("compute:VirtualMachineScaleSet", {
    sku: { name: "Standard_D4as_v5", capacity: 3 },
    virtualMachineProfile: {
      ...windows,
      licenseType: "Windows_Client",
      storageProfile: {
        osDisk: { diskSizeGB: 128, managedDisk: { storageAccountType: "StandardSSD_LRS" } },
      },
    },
  });
  expect(linesOf([set], uses({ monthlyHours: 200 }))).toEqual([
    "System disk, Standard SSD E10 LRS: 3 months at 10.56 = 31.68",
    "Standard_D4as_v5, Windows client, users' licences: 600 hours at 0.202 = 121.2",
  ]);
  expect(linesOf([set], uses({ instances: 5 }))[1]).toBe(
    "Standard_D4as_v5, Windows client, users' licences: 3650 hours at 0.202 = 737.3",
  );
});
