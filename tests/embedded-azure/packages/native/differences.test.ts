import { accountToken, Fixture } from "../../support/native";

describe("differences", () => {
  test.each([
    ["a part of the path", accountToken, { accountName: "a" }, { accountName: "b" }, true],
    ["the group", accountToken, { resourceGroupName: "a" }, { resourceGroupName: "b" }, true],
    ["an account's location", accountToken, { location: "a" }, { location: "b" }, true],
    ["its SKU", accountToken, { sku: { name: "a" } }, { sku: { name: "b" } }, false],
    [
      "an address's SKU",
      "azure-native:network:PublicIPAddress",
      { sku: { name: "a" } },
      { sku: { name: "b" } },
      true,
    ],
    [
      "an endpoint's subnet",
      "azure-native:network:PrivateEndpoint",
      { subnet: { id: "a" } },
      { subnet: { id: "b" } },
      true,
    ],
    [
      "a role's principal",
      "azure-native:authorization:RoleAssignment",
      { principalId: "a" },
      { principalId: "b" },
      true,
    ],
    // Azure refuses this one, but the genuine provider plans it as an update.
    [
      "a host pool's type",
      "azure-native:desktopvirtualization:HostPool",
      { hostPoolType: "a" },
      { hostPoolType: "b" },
      false,
    ],
  ])("%s", (_what, token, before, after, replaces) => {
    const { changes, deleteBeforeReplace } = new Fixture().diff(token, before, after);
    expect([...changes.values()].map((change) => change.replaces)).toEqual([replaces]);
    expect(deleteBeforeReplace).toBe(replaces);
  });

  test("places are compared without case and spaces", () => {
    const { changes } = new Fixture().diff(
      accountToken,
      { location: "France Central" },
      { location: "francecentral" },
    );
    expect(changes.size).toBe(0);
  });

  test("a name of the provider's own lets the replacement stand beside", () => {
    const own = { __createBeforeDelete: true };
    const { deleteBeforeReplace } = new Fixture().diff(
      accountToken,
      { ...own, accountName: "a" },
      { ...own, accountName: "b" },
    );
    expect(deleteBeforeReplace).toBe(false);
  });

  test("what the program ignores is none", () => {
    const { changes } = new Fixture().diff(
      accountToken,
      { tags: { a: "1" }, kind: "x" },
      { tags: { a: "2" }, kind: "y" },
      ["tags"],
    );
    expect([...changes.keys()]).toEqual(["kind"]);
  });
});
