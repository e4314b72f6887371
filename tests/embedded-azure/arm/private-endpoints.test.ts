import { TestAzure, inGroup } from "../support/azure";

const account = inGroup("Microsoft.Storage/storageAccounts/accountone");
const endpoint = inGroup("Microsoft.Network/privateEndpoints/pep");
const zone = (name: string) => inGroup(`Microsoft.Network/privateDnsZones/${name}`);
const group = `${endpoint}/privateDnsZoneGroups/default`;

const leadingTo = (...groupIds: readonly string[]) => ({
  privateLinkServiceConnections: [{ name: "to", privateLinkServiceId: account, groupIds }],
});
const zones = (...names: readonly (readonly [name: string, zone: string])[]) => ({
  privateDnsZoneConfigs: names.map(([name, at]) => ({ name, privateDnsZoneId: zone(at) })),
});

function withEndpoint(): TestAzure {
  const azure = TestAzure.withGroup();
  azure.create(account);
  for (const name of ["a", "b", "c", "d", "e", "f"]) azure.create(zone(name));
  azure.create(endpoint, leadingTo("file"));
  return azure;
}

test.each([
  [["file", "blob"], /^Status=400 Code="OnlyOneGroupIdPermitted"/],
  [["files"], /^Status=400 .* names files, which .* does not have: blob, .*file/],
])("rejects an endpoint to %s of a storage account", (groupIds, text) => {
  expect(() => withEndpoint().put(endpoint, leadingTo(...groupIds))).toThrow(text);
});

test("an endpoint of a service that is not known leads where it says", () => {
  const azure = withEndpoint();
  const service = inGroup("Microsoft.Search/searchServices/s");
  azure.create(service);
  const to = { name: "to", privateLinkServiceId: service, groupIds: ["searchService"] };
  const made = azure.create(`${endpoint}2`, { privateLinkServiceConnections: [to] });
  expect(made.revision).toBe(1);
});

describe("a group of DNS zones", () => {
  test("is the only one of its endpoint", () => {
    const azure = withEndpoint();
    azure.create(group, zones(["file", "a"]));
    expect(() => azure.create(`${group}2`, zones(["file", "a"]))).toThrow(
      "Cannot create more than one private dns zone groups in the private endpoint",
    );
    azure.remove(group);
    azure.create(`${group}2`, zones(["file", "a"]));
  });

  test.each([
    [
      "six zones",
      zones(...["a", "b", "c", "d", "e", "f"].map((x) => [x, x] as const)),
      "5 at most",
    ],
    ["two zones of one name", zones(["x", "a"], ["X", "b"]), "DuplicateResourceName"],
    [
      "a zone without a name",
      { privateDnsZoneConfigs: [{ privateDnsZoneId: zone("a") }] },
      "Cannot parse the request.",
    ],
  ])("rejects %s", (_what, body, text) => {
    expect(() => withEndpoint().create(group, body)).toThrow(text);
  });

  test("rejects another zone under a name it has, and takes it under another", () => {
    const azure = withEndpoint();
    azure.create(group, zones(["file", "a"]));
    expect(() => azure.put(group, zones(["file", "b"]))).toThrow(
      /cannot be changed from .*a to .*b/,
    );
    azure.put(group, zones(["other", "b"]));
  });
});
