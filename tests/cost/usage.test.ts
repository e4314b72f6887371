import { formatFault } from "../../infra/document/fault";
import { readUsage } from "../../infra/cost/usage";
import { bill, prices, resource, told } from "./support/price";
import { estimate } from "../../infra/cost/estimate";
import { readResources } from "../../infra/cost/read-resources";

function read(text: string) {
  return readUsage("usage.yaml", new TextEncoder().encode(text));
}

function usage(text: string) {
  const reading = read(text);
  if (!reading.ok) throw new Error(reading.faults.map(formatFault).join("\n"));
  return reading.value;
}

const hosts = ["host-1", "host-2", "server"].map((name) =>
  resource(
    "compute:VirtualMachine",
    { hardwareProfile: { vmSize: "Standard_D4as_v5" }, osProfile: { linuxConfiguration: {} } },
    name,
  ),
);

function hours(text: string): readonly string[] {
  return bill(hosts, usage(text)).lines.map((line) =>
    line.kind === "priced" ? line.monthlyQuantity.toString() : line.kind,
  );
}

test("a name counts before a pattern, a longer pattern before a shorter, the type last", () => {
  const text = `
version: 1
defaults:
  azure-native:compute:VirtualMachine: { monthlyHours: 500 }
resources:
  "*": {}
  host-*: { monthlyHours: 220 hours }
  host-2: { monthlyHours: 100 hours }
`;
  expect(hours(text)).toEqual(["220", "100", "500"]);
});

test("JSON is read as well", () => {
  expect(hours('{"version": 1, "resources": {"server": {"monthlyHours": 1}}}')).toEqual([
    "730",
    "730",
    "1",
  ]);
});

test("usage nobody asks for is a warning", () => {
  const text =
    "version: 1\nresources:\n  hots-1: { monthlyHours: 1 }\n  server: { storageGb: 3 }\n";
  expect(bill(hosts, usage(text)).warnings).toEqual([
    "usage of hots-1: no resource has this name",
    "usage of server: azure-native:compute:VirtualMachine is not billed by storageGb, but by " +
      "monthlyHours, monthlyOsDiskOperations, monthlyDataDiskOperations, ultraReservationVcpus",
  ]);
});

test("lines that no resource shows: licences in euros, meters of the book", () => {
  const text = `
version: 1
lines:
  - { name: Microsoft 365 Business Premium, group: licences, quantity: 12, price: 19.06, unit: 1 user/month }
  - { name: Access of external users, group: licences, quantity: 25, meter: avd-access/applications }
  - { name: Data sent to the internet, group: network, quantity: 200, meter: egress/microsoft-network }
`;
  const { lines, groups } = estimate({ resources: readResources([]), usage: usage(text), prices });
  expect(lines.map(told).slice(1)).toEqual([
    "Access of external users: 25 user/month at 5.5 = 137.5",
    "Data sent to the internet, first 100 GB: 100 GB at 0 = 0",
    "Data sent to the internet, next 10,235 GB: 100 GB at 0.087 = 8.7",
  ]);
  expect(groups.licences.eur.toString()).toBe("346.7863");
});

test.each<[string, string]>([
  ["version: 2\n", "usage.yaml:1:10: version: met 2; allowed: 1; write version: 1"],
  [
    "version: 1\nresources: { a: { monthlyHour: 3 } }\n",
    'usage.yaml:2:19: resources.a.monthlyHour: met the key "monthlyHour"; ',
  ],
  [
    "version: 1\nresources: { a: { monthlyHours: -3 } }\n",
    "usage.yaml:2:33: resources.a.monthlyHours: met -3; allowed: a number of hours, 0 or more; write a number of hours",
  ],
  [
    "version: 1\nresources: { a: { monthlyHours: 3 GB } }\n",
    'usage.yaml:2:33: resources.a.monthlyHours: met "3 GB"; allowed: a number of hours, 0 or more; write 3 hours',
  ],
  [
    "version: 1\ndefaults: { azure-native:network:VirtualNetwork: {} }\n",
    'usage.yaml:2:50: defaults.azure-native:network:VirtualNetwork: met the type "azure-native:network:VirtualNetwork"; ',
  ],
  [
    "version: 1\ndefaults: { azure-native:network:NatGateway: { storageGb: 3 } }\n",
    'defaults.azure-native:network:NatGateway.storageGb: met the key "storageGb"; allowed: the keys monthlyHours, monthlyDataProcessedGb; remove it',
  ],
  ["version: 1\nlines: [{ name: a, group: network, quantity: 1 }]\n", "usage.yaml:2:9: lines[0]: "],
  [
    "version: 1\nlines: [{ name: a, group: network, quantity: 1, price: 1 }]\n",
    "allowed: a unit beside price; write unit: 1 user/month",
  ],
  [
    "version: 1\nlines: [{ name: a, group: network, quantity: 1, price: 1, unit: soon }]\n",
    'usage.yaml:2:65: lines[0].unit: met "soon"; allowed: a unit, like 1 user/month; write unit: 1 user/month',
  ],
])("rejects %p", (text, fault) => {
  const reading = read(text);
  expect(reading.ok ? [] : reading.faults.map(formatFault)).toEqual([
    expect.stringContaining(fault),
  ]);
});
