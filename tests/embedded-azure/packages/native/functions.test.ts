import { Secret } from "../../../../infra/embedded-azure/values/property";
import { settings, accountToken, Fixture, account } from "../../support/native";

describe("functions", () => {
  test("who is calling", () => {
    const fixture = new Fixture();
    const config = fixture.provider.invoke(
      "azure-native:authorization:getClientConfig",
      {},
      settings,
    );
    expect(config).toMatchObject({ subscriptionId: settings.subscriptionId });
    expect(Object.keys(config).toSorted()).toEqual([
      "clientId",
      "objectId",
      "subscriptionId",
      "tenantId",
    ]);
  });

  test("every class can be looked up", () => {
    const fixture = new Fixture();
    const { id } = fixture.make(accountToken, account);
    const given = { resourceGroupName: "rg", accountName: "accountone" };
    expect(
      fixture.provider.invoke("azure-native:storage:getStorageAccount", given, settings),
    ).toMatchObject({ id, kind: "StorageV2" });
    expect(() =>
      fixture.provider.invoke(
        "azure-native:storage:getStorageAccount",
        { ...given, accountName: "none" },
        settings,
      ),
    ).toThrow('Status=404 Code="ResourceNotFound"');
  });

  test("keys are secret and always the same", () => {
    const fixture = new Fixture();
    fixture.make(accountToken, account);
    const keys = () =>
      fixture.provider.invoke(
        "azure-native:storage:listStorageAccountKeys",
        { resourceGroupName: "rg", accountName: "accountone" },
        settings,
      );
    expect(keys()).toMatchObject({
      keys: [{ keyName: "key1", value: expect.any(Secret) as Secret }, { keyName: "key2" }],
    });
    expect(keys()).toEqual(keys());
  });

  test("a link to a blob is secret, and the same for the same day", () => {
    const fixture = new Fixture();
    fixture.make(accountToken, account);
    const link = (sharedAccessExpiryTime: string) =>
      fixture.provider.invoke(
        "azure-native:storage:listStorageAccountServiceSAS",
        {
          resourceGroupName: "rg",
          accountName: "accountone",
          canonicalizedResource: "/blob/accountone/packages/a.zip",
          resource: "b",
          permissions: "r",
          protocols: "https",
          sharedAccessExpiryTime,
        },
        settings,
      )["serviceSasToken"];
    const first = link("2028-06-30T00:00:00Z");
    if (!(first instanceof Secret)) throw new Error("the token is not secret");
    expect(first.value).toMatch(
      /^sv=[\d-]+&sr=b&sp=r&se=2028-06-30T00%3A00%3A00Z&spr=https&sig=[\w%]+$/,
    );
    expect(link("2028-06-30T00:00:00Z")).toEqual(first);
    expect(link("2028-07-01T00:00:00Z")).not.toEqual(first);
  });

  test("a host pool's tokens are secret", () => {
    const fixture = new Fixture();
    const expirationTime = new Date(Date.now() + 7_200_000).toISOString();
    fixture.make("azure-native:desktopvirtualization:HostPool", {
      resourceGroupName: "rg",
      hostPoolName: "pool",
      hostPoolType: "Pooled",
      loadBalancerType: "BreadthFirst",
      preferredAppGroupType: "Desktop",
      registrationInfo: { expirationTime, registrationTokenOperation: "Update" },
    });
    const token = "azure-native:desktopvirtualization:listHostPoolRegistrationTokens";
    expect(
      fixture.provider.invoke(token, { resourceGroupName: "rg", hostPoolName: "pool" }, settings),
    ).toEqual({
      value: [{ token: expect.any(Secret) as Secret, expirationTime }],
    });
  });

  test.each([
    ["azure-native:storage:getNothing", "Invoke type azure-native:storage:getNothing not found"],
    ["azure-native:keyvault:getVaultAccessPolicy", "not found"],
    ["azure-native:storage:listLocalUserKeys", "does not answer"],
    ["azure-native:storage:getStorageAccount", "missing required property 'accountName'"],
  ])("rejects %s", (token, message) => {
    const given = token.endsWith("getStorageAccount")
      ? {}
      : { accountName: "a", resourceGroupName: "rg", username: "u" };
    expect(() => new Fixture().provider.invoke(token, given, settings)).toThrow(message);
  });
});
