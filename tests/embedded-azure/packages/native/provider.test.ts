import { nativeProvider } from "../../../../infra/embedded-azure/packages/native/provider";
import type { Provider, Settings } from "../../../../infra/embedded-azure/packages/provider";
import { Store } from "../../../../infra/embedded-azure/store/store";
import type { PropertyObject } from "../../../../infra/embedded-azure/values/property";
import { Secret, Unknown, unknown } from "../../../../infra/embedded-azure/values/property";

const settings: Settings = {
  subscriptionId: "6f1d2c3b-0000-4000-8000-000000000001",
  location: undefined,
};
const groupToken = "azure-native:resources:ResourceGroup";
const accountToken = "azure-native:storage:StorageAccount";
const vmToken = "azure-native:compute:VirtualMachine";

/** A provider on an Azure of its own, with a group `rg`. */
class Fixture {
  readonly store = Store.open(":memory:");
  readonly provider: Provider = nativeProvider(this.store);

  constructor() {
    this.make(groupToken, { resourceGroupName: "rg", location: "francecentral" });
  }

  check(
    token: string,
    news: PropertyObject,
    more: Partial<Parameters<Provider["check"]>[0]> = {},
    own = settings,
  ) {
    const request = {
      token,
      name: "thing",
      olds: {},
      news,
      seed: new Uint8Array(32),
      autonaming: undefined,
    };
    return this.provider.check({ ...request, ...more }, own);
  }

  /** Checks and creates, as an engine does. */
  make(token: string, news: PropertyObject) {
    const { inputs } = this.check(token, news);
    return { inputs, ...this.provider.create({ token, inputs, preview: false }, settings) };
  }

  preview(token: string, news: PropertyObject): PropertyObject {
    const { inputs } = this.check(token, news);
    return this.provider.create({ token, inputs, preview: true }, settings).outputs;
  }

  diff(
    token: string,
    oldInputs: PropertyObject,
    news: PropertyObject,
    ignoreChanges: readonly string[] = [],
  ) {
    return this.provider.diff(
      { token, id: "", oldInputs, oldOutputs: {}, news, ignoreChanges },
      settings,
    );
  }
}

const account = {
  resourceGroupName: "rg",
  accountName: "accountone",
  location: "francecentral",
  kind: "StorageV2",
  sku: { name: "Standard_LRS" },
};

describe("checking", () => {
  test("completes the SDK's defaults and the version of the interface", () => {
    const { inputs, failures } = new Fixture().check("azure-native:network:Subnet", {
      resourceGroupName: "rg",
      virtualNetworkName: "net",
      subnetName: "s",
    });
    expect(failures).toEqual([]);
    expect(inputs).toMatchObject({
      privateEndpointNetworkPolicies: "Disabled",
      azureApiVersion: "2024-05-01",
    });
  });

  test("rejects what is missing, in the words of the genuine provider", () => {
    const { failures } = new Fixture().check(accountToken, { resourceGroupName: "rg", sku: {} });
    expect(failures.map(({ reason }) => reason)).toEqual([
      "missing required property 'kind'",
      "missing required property 'sku.name'",
    ]);
    const nowhere = new Fixture().check(groupToken, {});
    expect(nowhere.failures.map(({ reason }) => reason)).toEqual([]);
  });

  test("rejects values of another type", () => {
    const { failures } = new Fixture().check(vmToken, {
      resourceGroupName: "rg",
      licenseType: 7,
      zones: "1",
      hardwareProfile: [],
      storageProfile: { osDisk: { createOption: "FromImage", diskSizeGB: "64" } },
      osProfile: unknown,
    });
    expect(failures.map(({ reason }) => reason)).toEqual([
      "'hardwareProfile' should be of type 'object' but got an array",
      "'licenseType' should be of type 'string' but got a number",
      "'storageProfile.osDisk.diskSizeGB' should be of type 'number' but got a string",
      "'zones' should be of type 'array' but got a string",
    ]);
  });

  test("warns of inputs the class does not have, at any depth, and creating rejects them", () => {
    const fixture = new Fixture();
    const strange = { ...account, sku: { name: "Standard_LRS", teir: "x" } };
    expect(fixture.check(accountToken, strange).warnings).toEqual([
      `${accountToken} has no input 'sku.teir'. Azure will refuse it.`,
    ]);
    expect(fixture.check(accountToken, { ...account, accesTier: "Hot" }).warnings).toEqual([
      `${accountToken} has no input 'accesTier', did you mean 'accessTier'? Azure will refuse it.`,
    ]);
    expect(() => fixture.make(accountToken, strange)).toThrow(
      /Status=400 Code="InvalidRequestContent".*Could not find member 'sku.teir'/,
    );
  });

  describe("values the SDK lists", () => {
    const pool = {
      resourceGroupName: "rg",
      hostPoolName: "pool",
      hostPoolType: "Pooled",
      loadBalancerType: "BreadthFirst",
      preferredAppGroupType: "Desktop",
    };
    const poolToken = "azure-native:desktopvirtualization:HostPool";
    const refusal =
      "The value 'Poolled' of parameter 'hostPoolType' is not allowed. Allowed values are: Personal, Pooled, BYODesktop. Did you mean 'Pooled'?";

    test("warns in a preview, and creating and updating reject them as ARM does", () => {
      const fixture = new Fixture();
      const wrong = { ...pool, hostPoolType: "Poolled" };
      expect(fixture.check(poolToken, wrong)).toMatchObject({
        failures: [],
        warnings: [`${refusal} Azure will refuse it. (${poolToken})`],
      });
      expect(() => fixture.make(poolToken, wrong)).toThrow(
        `Status=400 Code="InvalidParameter" Message="${refusal}"`,
      );
      const { id, inputs, outputs } = fixture.make(poolToken, pool);
      const update = { token: poolToken, id, oldInputs: inputs, oldOutputs: outputs };
      const news = { ...inputs, loadBalancerType: "breadthFirst" };
      expect(() =>
        fixture.provider.update({ ...update, news, ignoreChanges: [], preview: false }, settings),
      ).toThrow(/'breadthFirst' of parameter 'loadBalancerType'.*Did you mean 'BreadthFirst'\?/);
    });

    test.each<[string, string, PropertyObject, string]>([
      ["in an object", accountToken, { ...account, sku: { name: "Standard_ZRSS" } }, "sku.name"],
      [
        "in an object in an array",
        vmToken,
        { storageProfile: { dataDisks: [{ lun: 0, createOption: "New" }] } },
        "storageProfile.dataDisks[0].createOption",
      ],
      [
        "in an array",
        "azure-native:monitor:DataCollectionRule",
        { dataSources: { syslog: [{ logLevels: ["Info", "Loud"] }] } },
        "dataSources.syslog[0].logLevels[1]",
      ],
      [
        "as the constant that tells an object's type",
        "azure-native:recoveryservices:ProtectionPolicy",
        { properties: { backupManagementType: "AzureStorages" } },
        "properties.backupManagementType",
      ],
      [
        "among several with commas between",
        accountToken,
        { networkRuleSet: { defaultAction: "Deny", bypass: "Logging, Everything" } },
        "networkRuleSet.bypass",
      ],
    ])("finds one that is not listed %s", (_where, token, news, path) => {
      const { warnings } = new Fixture().check(token, news);
      expect(warnings).toEqual([expect.stringContaining(`of parameter '${path}' is not allowed`)]);
    });

    test("rejects an object that does not say, or not as text, of which type it is", () => {
      const token = "azure-native:recoveryservices:ProtectedItem";
      const item = {
        resourceGroupName: "rg",
        vaultName: "vault",
        fabricName: "Azure",
        containerName: "c",
        protectedItemName: "i",
      };
      const reasons = (properties: PropertyObject) =>
        new Fixture().check(token, { ...item, properties }).failures.map(({ reason }) => reason);
      expect(reasons({})).toEqual(["missing required property 'properties.protectedItemType'"]);
      expect(reasons({ protectedItemType: 7 })).toEqual([
        "'properties.protectedItemType' should be of type 'string' but got a number",
      ]);
      expect(reasons({ protectedItemType: unknown })).toEqual([]);
    });

    test("lets pass what Azure takes beyond the list, several with commas, and what is not known", () => {
      const fixture = new Fixture();
      for (const [token, news] of [
        [vmToken, { hardwareProfile: { vmSize: "Standard_D4ads_v6" } }],
        [accountToken, { networkRuleSet: { defaultAction: "Deny", bypass: "Logging, Metrics" } }],
        [poolToken, { ...pool, hostPoolType: unknown }],
      ] as const)
        expect(fixture.check(token, news).warnings).toEqual([]);
    });

    test("does not repeat a secret", () => {
      const { warnings } = new Fixture().check(poolToken, {
        ...pool,
        hostPoolType: new Secret("hush"),
      });
      expect(warnings).toEqual([
        `The secret value of parameter 'hostPoolType' is not allowed. Allowed values are: Personal, Pooled, BYODesktop. Azure will refuse it. (${poolToken})`,
      ]);
    });
  });

  describe("location", () => {
    const nowhere = { resourceGroupName: "rg", virtualNetworkName: "net" };
    const token = "azure-native:network:VirtualNetwork";

    test.each<
      [string, PropertyObject, PropertyObject, Settings, PropertyObject[string] | undefined]
    >([
      [
        "as given",
        { ...nowhere, location: "a" },
        { location: "b" },
        { ...settings, location: "c" },
        "a",
      ],
      ["as it was", nowhere, { location: "b" }, { ...settings, location: "c" }, "b"],
      ["as configured", nowhere, {}, { ...settings, location: "c" }, "c"],
      ["as of the group", nowhere, {}, settings, "francecentral"],
      ["unknown with the group", { ...nowhere, resourceGroupName: unknown }, {}, settings, unknown],
      ["nowhere", { ...nowhere, resourceGroupName: "none" }, {}, settings, undefined],
    ])("%s", (_what, news, olds, own, location) => {
      expect(new Fixture().check(token, news, { olds }, own).inputs["location"]).toEqual(location);
    });

    test("rejects a class that needs one and has none", () => {
      const { failures } = new Fixture().check("azure-native:dataprotection:BackupVault", {
        resourceGroupName: "none",
        properties: { storageSettings: [] },
      });
      expect(failures.map(({ reason }) => reason)).not.toContain(
        "missing required property 'location'",
      );
    });
  });

  describe("names", () => {
    const nameless = { resourceGroupName: "rg" };
    const token = "azure-native:network:VirtualNetwork";

    test("are made of the program's name and the engine's seed", () => {
      const fixture = new Fixture();
      const named = fixture.check(token, nameless).inputs;
      expect(named["virtualNetworkName"]).toMatch(/^thing[0-9a-f]{8}$/);
      expect(named["__createBeforeDelete"]).toBe(true);
      expect(fixture.check(token, nameless).inputs["virtualNetworkName"]).toBe(
        named["virtualNetworkName"],
      );
      const seed = new Uint8Array(32).fill(1);
      expect(fixture.check(token, nameless, { seed }).inputs["virtualNetworkName"]).not.toBe(
        named["virtualNetworkName"],
      );
      expect(
        fixture.check(token, nameless, { seed, olds: named }).inputs["virtualNetworkName"],
      ).toBe(named["virtualNetworkName"]);
    });

    test("of role assignments are GUIDs", () => {
      const { inputs } = new Fixture().check("azure-native:authorization:RoleAssignment", {
        scope: "/subscriptions/x",
        principalId: "p",
        roleDefinitionId: "r",
      });
      expect(inputs["roleAssignmentName"]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    });

    test("follow the engine's wishes; rejects none when it forbids to make one up", () => {
      const fixture = new Fixture();
      const propose = { autonaming: { mode: "propose", name: "proposed" } } as const;
      expect(fixture.check(token, nameless, propose).inputs["virtualNetworkName"]).toBe("proposed");
      const { failures } = fixture.check(token, nameless, { autonaming: { mode: "disable" } });
      expect(failures.map(({ reason }) => reason)).toEqual([
        "missing required property 'virtualNetworkName'",
      ]);
    });
  });

  test("rejects a class the SDK has not", () => {
    expect(() => new Fixture().check("azure-native:network:Nothing", {})).toThrow(
      "Resource type azure-native:network:Nothing not found",
    );
  });
});

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

describe("outputs", () => {
  test("of a preview: inputs that are answered, all else unknown, at any depth", () => {
    const outputs = new Fixture().preview("azure-native:keyvault:Vault", {
      resourceGroupName: "rg",
      vaultName: "vault-one",
      properties: { tenantId: "t", sku: { family: "A", name: "standard" } },
    });
    expect(outputs).toMatchObject({
      location: "francecentral",
      azureApiVersion: "2024-11-01",
      properties: { tenantId: "t", sku: { name: "standard" }, vaultUri: unknown },
      name: unknown,
    });
    expect(outputs["vaultName"]).toBeUndefined();
  });

  test("of a preview write nothing", () => {
    const fixture = new Fixture();
    fixture.preview(accountToken, account);
    expect(
      fixture.store.resources.named("Microsoft.Storage/storageAccounts", "accountone"),
    ).toEqual([]);
  });

  test("are what Azure answers, in the shape of the class", () => {
    const { id, outputs } = new Fixture().make(accountToken, account);
    expect(id).toBe(
      "/subscriptions/6f1d2c3b-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/accountone",
    );
    expect(outputs).toMatchObject({
      name: "accountone",
      type: "Microsoft.Storage/storageAccounts",
      kind: "StorageV2",
      provisioningState: "Succeeded",
      azureApiVersion: "2024-01-01",
      primaryEndpoints: { file: "https://accountone.file.core.windows.net/" },
    });
    expect(outputs).not.toHaveProperty("accountName");
    expect(outputs).not.toHaveProperty("etag");
  });

  test("keep secret what went in secret, and leave out what Azure never answers", () => {
    const fixture = new Fixture();
    const { outputs } = fixture.make(vmToken, {
      resourceGroupName: "rg",
      vmName: "vm",
      tags: { open: "o", closed: new Secret("hunter2") },
      licenseType: new Secret("Windows_Client"),
      osProfile: { computerName: "vm", adminPassword: new Secret("Correct-horse-1") },
    });
    expect(outputs["tags"]).toEqual({ open: "o", closed: new Secret("hunter2") });
    expect(outputs["licenseType"]).toEqual(new Secret("Windows_Client"));
    expect(outputs["osProfile"]).toEqual({ computerName: "vm" });
    const stored = JSON.stringify(
      fixture.store.resources.ofType("Microsoft.Compute/virtualMachines"),
    );
    for (const secret of ["hunter2", "Correct-horse-1", "Windows_Client"])
      expect(stored).not.toContain(secret);
  });

  test("of an update in preview: name and place stay known", () => {
    const fixture = new Fixture();
    const { inputs, outputs } = fixture.make(accountToken, account);
    const foreseen = fixture.provider.update(
      {
        token: accountToken,
        id: "x",
        oldInputs: inputs,
        oldOutputs: outputs,
        news: { ...inputs, tags: { a: "b" } },
        ignoreChanges: [],
        preview: true,
      },
      settings,
    );
    expect(foreseen).toMatchObject({ name: "accountone", tags: { a: "b" } });
    expect(foreseen["primaryEndpoints"]).toBeInstanceOf(Unknown);
  });
});

describe("reading", () => {
  const tagged = { ...account, tags: { a: "1", secret: new Secret("hunter2") } };

  test("finds what was made as it was made", () => {
    const fixture = new Fixture();
    const { id, inputs, outputs } = fixture.make(accountToken, tagged);
    const read = fixture.provider.read(
      { token: accountToken, id, oldInputs: inputs, oldOutputs: outputs },
      settings,
    );
    expect(read).toEqual({ id, inputs, outputs });
  });

  test("brings changes behind Pulumi's back into outputs and inputs", () => {
    const fixture = new Fixture();
    const { id, inputs, outputs } = fixture.make(accountToken, tagged);
    const resource = fixture.store.resources.get(id);
    if (resource === undefined) throw new Error("not made");
    const { accessTier: _none, ...body } = resource.body;
    fixture.store.resources.put(
      {
        ...resource,
        body: { ...body, kind: "Storage", minimumTlsVersion: "TLS1_0", tags: { a: "2" } },
      },
      [],
    );
    const read = fixture.provider.read(
      { token: accountToken, id, oldInputs: inputs, oldOutputs: outputs },
      settings,
    );
    expect(read?.outputs).toMatchObject({ kind: "Storage", tags: { a: "2" } });
    expect(read?.inputs).toEqual({
      ...inputs,
      kind: "Storage",
      minimumTlsVersion: "TLS1_0",
      tags: { a: "2" },
    });
  });

  test("nothing is there once it was deleted", () => {
    const fixture = new Fixture();
    const { id, inputs, outputs } = fixture.make(accountToken, account);
    fixture.provider.delete({ token: accountToken, id, inputs }, settings);
    expect(
      fixture.provider.read(
        { token: accountToken, id, oldInputs: inputs, oldOutputs: outputs },
        settings,
      ),
    ).toBeUndefined();
  });

  test("for an import gives inputs that would make the same", () => {
    const fixture = new Fixture();
    const { id, inputs } = fixture.make(accountToken, account);
    const read = fixture.provider.read(
      { token: accountToken, id, oldInputs: undefined, oldOutputs: {} },
      settings,
    );
    expect(read?.inputs).toMatchObject({
      accountName: "accountone",
      resourceGroupName: "rg",
      sku: { name: "Standard_LRS" },
      kind: "StorageV2",
    });
    const checked = fixture.check(accountToken, read?.inputs ?? {});
    expect(checked).toMatchObject({ failures: [], warnings: [] });
    expect(fixture.diff(accountToken, checked.inputs, inputs).changes.size).toBe(0);
  });

  test("identities assigned by id stay a list in the inputs, and are a map in the outputs", () => {
    const fixture = new Fixture();
    const who = fixture.make("azure-native:managedidentity:UserAssignedIdentity", {
      resourceGroupName: "rg",
      resourceName: "who",
    });
    const { id, inputs, outputs } = fixture.make(vmToken, {
      resourceGroupName: "rg",
      vmName: "vm",
      identity: { type: "UserAssigned", userAssignedIdentities: [who.id] },
    });
    expect(outputs["identity"]).toMatchObject({
      userAssignedIdentities: { [who.id]: { principalId: who.outputs["principalId"] } },
    });
    const read = fixture.provider.read(
      { token: vmToken, id, oldInputs: inputs, oldOutputs: outputs },
      settings,
    );
    expect(read?.inputs).toEqual(inputs);
  });
});

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
