import { TestAzure, inGroup } from "../support/azure";

const far = (id: string) => id.replace("/resourceGroups/rg/", "/resourceGroups/far/");

function twoGroups(): TestAzure {
  const azure = TestAzure.withGroup();
  azure.create(inGroup("x").replace(/\/resourceGroups.*/, "/resourceGroups/far"), {
    location: "francecentral",
  });
  return azure;
}

test.each([
  ["Microsoft.Sql/servers/taken", "taken.database.windows.net"],
  ["Microsoft.Web/sites/Taken", "taken.azurewebsites.net"],
  ["Microsoft.ContainerRegistry/registries/taken", "taken.azurecr.io"],
])("rejects %s when its name is taken", (path, name) => {
  const azure = twoGroups();
  azure.create(inGroup(path));
  expect(() => azure.create(far(inGroup(path)))).toThrow(
    `Status=409 Code="NameNotAvailable" Message="The name '${name}' is not available`,
  );
});

test("two kinds of namespaces share one domain", () => {
  const azure = TestAzure.withGroup();
  azure.create(inGroup("Microsoft.EventHub/namespaces/bus"));
  expect(() => azure.create(inGroup("Microsoft.ServiceBus/namespaces/bus"))).toThrow(
    "bus.servicebus.windows.net",
  );
});

test("a public address has its name in its region alone", () => {
  const azure = TestAzure.withGroup();
  const address = (name: string) => inGroup(`Microsoft.Network/publicIPAddresses/${name}`);
  const labelled = (location: string) => ({
    location,
    dnsSettings: { domainNameLabel: "Firm" },
  });
  azure.create(address("one"), labelled("francecentral"));
  expect(azure.body(address("one"))["dnsSettings"]).toEqual({
    domainNameLabel: "Firm",
    fqdn: "firm.francecentral.cloudapp.azure.com",
  });
  expect(() => azure.create(address("two"), labelled("France Central"))).toThrow(
    'Status=400 Code="DnsRecordInUse" Message="DNS record firm.francecentral.cloudapp.azure.com is already used by another public IP."',
  );
  azure.create(address("two"), labelled("westeurope"));
});
