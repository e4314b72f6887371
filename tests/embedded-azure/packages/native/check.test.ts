import type { Settings } from "../../../../infra/embedded-azure/packages/provider";
import type { PropertyObject } from "../../../../infra/embedded-azure/values/property";
import { Secret, unknown } from "../../../../infra/embedded-azure/values/property";
import {
  settings,
  groupToken,
  accountToken,
  vmToken,
  Fixture,
  account,
} from "../../support/native";

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
