import { Refusal } from "../../../infra/embedded-azure/values/refusal";
import { checkSetting } from "../../../infra/embedded-azure/arm/settings";
import { TestAzure, inGroup, subscription } from "../support/azure";

const machine = (name: string): string => inGroup(`Microsoft.Compute/virtualMachines/${name}`);
const size = (vmSize: string, location = "francecentral") => ({
  location,
  hardwareProfile: { vmSize },
});

function limited(settings: Readonly<Record<string, string>>): TestAzure {
  const azure = TestAzure.withGroup();
  for (const [name, value] of Object.entries(settings)) {
    checkSetting(name, value);
    azure.store.settings.set(name, value);
  }
  return azure;
}

describe("vCPUs", () => {
  test("there are 350 in a region, and as many of one family", () => {
    const azure = TestAzure.withGroup();
    for (let count = 1; count <= 10; count++)
      azure.create(machine(`vm${count}`), size("Standard_D32as_v5"));
    expect(() => azure.create(machine("one-more"), size("Standard_D32as_v5"))).toThrow(
      /^Status=409 Code="OperationNotAllowed" Message="Operation could not be completed as it results in exceeding approved Total Regional Cores quota.*Current Limit: 350, Current Usage: 320, Additional Required: 32, \(Minimum\) New Limit Required: 352/,
    );
    azure.create(machine("elsewhere"), size("Standard_D32as_v5", "West Europe"));
  });

  test("rejects one family's too many, and takes another's", () => {
    const azure = limited({ "vcpus.francecentral.standardEASv5Family": "16" });
    azure.create(machine("one"), size("Standard_E8as_v5"));
    azure.create(machine("two"), size("Standard_E8as_v5"));
    expect(() => azure.create(machine("three"), size("Standard_E8as_v5"))).toThrow(
      "exceeding approved standardEASv5Family Cores quota",
    );
    azure.create(machine("four"), size("Standard_E8-4as_v5", "northeurope"));
    azure.create(machine("five"), size("Standard_D8as_v5"));
    expect(() => azure.put(machine("five"), size("Standard_E8as_v5"))).toThrow("standardEASv5");
    azure.remove(machine("one"));
    azure.create(machine("three"), size("Standard_E8as_v5"));
  });

  test("a machine that keeps its size needs none", () => {
    const azure = limited({});
    azure.create(machine("one"), size("Standard_E8as_v5"));
    azure.store.settings.set("vcpus", "4");
    const tagged = { ...size("Standard_E8as_v5"), tags: { a: "b" } };
    expect(azure.put(machine("one"), tagged).revision).toBe(2);
  });
});

describe("limits", () => {
  test("rejects one more than a setting allows", () => {
    const azure = limited({ "limit.Microsoft.DesktopVirtualization/applicationGroups": "1" });
    const apps = (name: string) =>
      inGroup(`Microsoft.DesktopVirtualization/applicationGroups/${name}`);
    azure.create(apps("one"));
    expect(() => azure.create(apps("two"))).toThrow("There are 1 Microsoft.DesktopVirtualization");
  });

  test.each([
    ["Microsoft.Network/virtualNetworks/subnets", 3000],
    ["Microsoft.Network/virtualNetworks/virtualNetworkPeerings", 500],
  ])("of %s there are %d in a network", (type, most) => {
    const azure = limited({ [`limit.${type}`]: "0" });
    const net = inGroup("Microsoft.Network/virtualNetworks/net");
    azure.create(net, { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } });
    const child = `${net}/${type.slice(type.lastIndexOf("/") + 1)}/x`;
    const body = { addressPrefix: "10.0.0.0/24" };
    expect(() => azure.create(child, body)).toThrow(/QuotaExceeded/);
    azure.store.settings.set(`limit.${type}`, String(most));
    azure.create(child, body);
  });

  test("rejects a group too many in a subscription, and a tag too many on a resource", () => {
    const azure = limited({ "limit.Microsoft.Resources/resourceGroups": "1" });
    expect(() =>
      azure.create(`${subscription}/resourceGroups/two`, { location: "francecentral" }),
    ).toThrow("QuotaExceeded");
    const tags = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`t${index}`, "x"]));
    expect(() => azure.create(machine("one"), { tags })).toThrow(/InvalidTagCount|51/);
  });
});

describe("resource providers", () => {
  test("are registered by whoever may, and by nobody else", () => {
    const net = inGroup("Microsoft.Network/virtualNetworks/net");
    const azure = limited({ registration: "byHand" });
    expect(() => azure.create(net)).toThrow(
      `Status=409 Code="MissingSubscriptionRegistration" Message="The subscription is not registered to use namespace 'Microsoft.Network'.`,
    );
    azure.store.settings.set("registered.Microsoft.Network", "yes");
    azure.create(net);
  });
});

describe("a budget", () => {
  const budget = `${subscription}/providers/Microsoft.Consumption/budgets/month`;
  const from = (startDate: string, more = {}) => ({
    timeGrain: "Monthly",
    timePeriod: { startDate, ...more },
  });

  // In TestAzure it is the first of March 2026.
  test("begins this month or up to a year later", () => {
    for (const first of ["2026-03-01T00:00:00Z", "2027-03-01T00:00:00Z"])
      expect(TestAzure.withGroup().create(budget, from(first)).revision).toBe(1);
  });

  test.each([
    ["in the middle of a month", from("2026-03-15T00:00:00Z"), "first of a month"],
    ["without a date", { timeGrain: "Monthly" }, "first of a month"],
    ["last month", from("2026-02-01T00:00:00Z"), "prior to the current month"],
    ["in more than a year", from("2027-04-01T00:00:00Z"), "one year into the future"],
    [
      "after its end",
      from("2026-04-01T00:00:00Z", { endDate: "2026-04-01T00:00:00Z" }),
      "must be after its start",
    ],
  ])("rejects one that begins %s", (_when, body, text) => {
    expect(() => TestAzure.withGroup().create(budget, body)).toThrow(text);
  });

  test("rejects another beginning, and keeps its own however late", () => {
    const azure = TestAzure.withGroup();
    azure.create(budget, from("2026-03-01T00:00:00Z"));
    azure.wait(90 * 24);
    expect(() => azure.put(budget, from("2026-06-01T00:00:00Z"))).toThrow(
      "Start date of budgets cannot be updated. Please delete and create a new budget.",
    );
    azure.put(budget, { ...from("2026-03-01T00:00:00Z"), amount: 7 });
  });
});

test.each([
  ["cloc", "+1d", /there is no setting cloc; there are clock, softDelete/],
  ["clock", "15", /clock cannot be 15: it is days, e.g. \+15d/],
  ["vcpus", "many", /vcpus cannot be many: it is a whole number/],
])("rejects the setting %s=%s", (name, value, text) => {
  expect(() => checkSetting(name, value)).toThrow(Refusal);
  expect(() => checkSetting(name, value)).toThrow(text);
});
