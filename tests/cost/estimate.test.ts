import { usageOf } from "../../infra/cost/usage";
import { Decimal } from "../../infra/cost/money";
import { bill, resource } from "./support/price";

const disk = {
  createOption: "FromImage",
  diskSizeGB: 128,
  managedDisk: { storageAccountType: "Premium_LRS" },
};
const host = (name: string) =>
  resource(
    "compute:VirtualMachine",
    {
      hardwareProfile: { vmSize: "Standard_D4as_v5" },
      licenseType: "Windows_Client",
      storageProfile: { osDisk: disk },
    },
    name,
  );

const firm = [
  host("host-1"),
  host("host-2"),
  resource(
    "storage:StorageAccount",
    { kind: "FileStorage", sku: { name: "Premium_LRS" } },
    "files",
  ),
  resource("storage:FileShare", { accountName: "files", shareQuota: 256 }, "dossiers"),
  resource("network:NatGateway", {}, "nat"),
  resource(
    "network:PublicIPAddress",
    { sku: { name: "Standard" }, publicIPAllocationMethod: "Static" },
    "address",
  ),
  resource("network:PrivateEndpoint", {}, "endpoint-files"),
  resource("network:PrivateEndpoint", {}, "endpoint-keys"),
  resource("network:VirtualNetwork", {}, "net"),
  resource("desktopvirtualization:HostPool", {}, "pool"),
  resource("network:AzureFirewall", { sku: { tier: "Standard" } }, "firewall"),
  resource("cache:Redis", {}, "cache"),
];

const usage = usageOf({ resources: { "host-*": { monthlyHours: new Decimal(220) } } });

test("a small firm costs what one reckons by hand", () => {
  const { groups, total, range, resources, lineCounts, warnings } = bill(firm, usage);
  const euros = Object.entries(groups).map(([group, { eur }]) => `${group} ${eur.toFixed(2)}`);
  expect(euros).toEqual([
    // 2 hosts x 220 h x 0.202 USD and 2 disks x 23.848 USD, x 0.858664
    "sessions 117.27",
    // 256 GiB x 0.176 USD
    "storage 38.69",
    "backup 0.00",
    // 730 h x (0.045 NAT + 0.005 address + 2 x 0.01 endpoints + 1.25 firewall) USD
    "network 827.41",
    "watching 0.00",
    "licences 0.00",
    "other 0.00",
  ]);
  expect(total.eur.toFixed(2)).toBe("983.37");
  // The firewall's price is B: within 5 %.
  expect(total.usd.minus(range.low.usd).toString()).toBe("45.625");
  expect(range.high.usd.minus(total.usd).toString()).toBe("45.625");
  expect(resources).toEqual({ priced: 8, free: 3, awaitingUsage: 0, unpriced: 1 });
  expect(lineCounts).toMatchObject({ unpriced: 1, free: 3 });
  expect(warnings).toEqual([]);
});
