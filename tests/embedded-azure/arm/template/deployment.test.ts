import type { Json, JsonObject } from "../../../../infra/embedded-azure/values/property";
import { TestAzure, inGroup, subscription } from "../../support/azure";
import { deploy, deployment, net, network } from "../../support/deployment";

describe("a template", () => {
  test("makes its resources in the shape of the SDK's classes, parents first", () => {
    const azure = TestAzure.withGroup();
    const { outputResources } = deploy(azure, {
      resources: [
        {
          type: "Microsoft.Network/virtualNetworks/subnets",
          apiVersion: "2024-05-01",
          name: "[format('{0}/{1}', 'net', 'hosts')]",
          properties: { addressPrefix: "10.0.1.0/24" },
        },
        network,
      ],
    });
    expect(outputResources).toEqual([{ id: net }, { id: `${net}/subnets/hosts` }]);
    expect(azure.body(`${net}/subnets/hosts`)["addressPrefix"]).toBe("10.0.1.0/24");
    expect(azure.body(net)["location"]).toBe("francecentral");
    expect(azure.get(net)?.token).toBe("azure-native:network:VirtualNetwork");
  });

  test("deployed to a subscription puts what stands there, each after what it depends on", () => {
    const azure = new TestAzure();
    const plan = (name: string, ...dependsOn: string[]) => ({
      type: "Microsoft.Security/pricings",
      apiVersion: "2024-01-01",
      name,
      dependsOn,
      properties: { pricingTier: "Standard" },
    });
    const { body } = azure.put(`${subscription}/providers/Microsoft.Resources/deployments/d`, {
      location: "francecentral",
      properties: {
        mode: "Incremental",
        template: { resources: [plan("KeyVaults", "Arm"), plan("Arm")] },
      },
    });
    const at = (name: string) => `${subscription}/providers/Microsoft.Security/pricings/${name}`;
    expect(body["properties"]).toMatchObject({
      outputResources: [{ id: at("Arm") }, { id: at("KeyVaults") }],
    });
    expect(azure.body(at("Arm"))["pricingTier"]).toBe("Standard");
  });

  test("nests resources in their parent, on other resources, and leaves conditions out", () => {
    const azure = TestAzure.withGroup();
    deploy(azure, {
      resources: [
        {
          ...network,
          resources: [
            {
              type: "subnets",
              apiVersion: "2024-05-01",
              name: "hosts",
              properties: { addressPrefix: "10.0.1.0/24" },
            },
          ],
        },
        {
          type: "Microsoft.Authorization/locks",
          apiVersion: "2020-05-01",
          name: "keep",
          scope: "[resourceId('Microsoft.Network/virtualNetworks', 'net')]",
          dependsOn: ["net"],
          properties: { level: "CanNotDelete" },
        },
        { ...network, name: "other", condition: "[equals(1, 2)]" },
      ],
    });
    expect(azure.ids()).toEqual(
      expect.arrayContaining([
        "Microsoft.Network/virtualNetworks/net/subnets/hosts",
        "Microsoft.Network/virtualNetworks/net/providers/Microsoft.Authorization/locks/keep",
      ]),
    );
    expect(azure.ids()).not.toContain("Microsoft.Network/virtualNetworks/other");
  });

  test("answers outputs, with what resources answer", () => {
    const azure = TestAzure.withGroup();
    const { outputs } = deploy(azure, {
      parameters: { who: { type: "string", defaultValue: "nobody" } },
      variables: { greeting: "[concat('hello ', parameters('WHO'))]" },
      resources: [network],
      outputs: {
        greeting: { type: "string", value: "[variables('greeting')]" },
        space: {
          type: "array",
          value:
            "[reference(resourceId('Microsoft.Network/virtualNetworks', 'net')).addressSpace.addressPrefixes]",
        },
        hidden: { type: "securestring", value: "[variables('greeting')]" },
      },
    });
    expect(outputs).toEqual({
      greeting: { type: "string", value: "hello nobody" },
      space: { type: "array", value: ["10.0.0.0/16"] },
    });
  });

  test("is run again with each change, and its resources are nobody's but Azure's", () => {
    const azure = TestAzure.withGroup();
    deploy(azure, { resources: [network] });
    deploy(azure, { resources: [{ ...network, tags: { a: "b" } }] });
    expect(azure.get(net)).toMatchObject({ revision: 2, body: { tags: { a: "b" } } });
    azure.remove(deployment);
    expect(azure.get(net)).toBeDefined();
  });

  test("never keeps what was handed over in a secure parameter", () => {
    const azure = TestAzure.withGroup();
    deploy(
      azure,
      {
        parameters: { secret: { type: "secureString" } },
        resources: [
          { ...network, tags: { plain: "x", secret: "[concat('pre-', parameters('secret'))]" } },
        ],
      },
      { secret: { value: "hunter2" } },
    );
    expect(JSON.stringify(azure.body(net))).not.toContain("hunter2");
    expect(azure.body(net)["tags"]).toMatchObject({
      plain: "x",
      secret: expect.anything() as Json,
    });
  });

  test("gives a machine an agent with the token of the moment", () => {
    const azure = TestAzure.withGroup();
    const pool = inGroup("Microsoft.DesktopVirtualization/hostPools/pool");
    azure.create(inGroup("Microsoft.Compute/virtualMachines/vm"), {});
    deploy(
      azure,
      {
        parameters: {
          now: { type: "string", defaultValue: "[utcNow('u')]" },
          properties: { type: "object" },
        },
        variables: {
          registration: {
            registrationInfo: {
              expirationTime: "[dateTimeAdd(parameters('now'), 'PT2H')]",
              registrationTokenOperation: "Update",
            },
          },
        },
        resources: [
          {
            type: "Microsoft.DesktopVirtualization/hostPools",
            apiVersion: "2024-04-03",
            name: "pool",
            properties: "[union(parameters('properties'), variables('registration'))]",
          },
          {
            type: "Microsoft.Compute/virtualMachines/extensions",
            apiVersion: "2024-11-01",
            name: "vm/agent",
            dependsOn: ["pool"],
            properties: {
              protectedSettings: {
                token: `[listRegistrationTokens('${pool}', '2024-04-03').value[0].token]`,
              },
            },
          },
        ],
      },
      { properties: { value: { hostPoolType: "Pooled" } } },
    );
    expect(azure.body(pool)["hostPoolType"]).toBe("Pooled");
    expect(azure.get(`${pool}/sessionHosts/vm`)).toBeDefined();
  });

  test.each<[string, JsonObject, JsonObject, string]>([
    ["a missing parameter", { parameters: { p: { type: "string" } } }, {}, "'p' is not provided"],
    ["a strange parameter", {}, { q: { value: 1 } }, "do not correspond to any parameters"],
    [
      "a value that is not allowed",
      { parameters: { p: { type: "string", allowedValues: ["a"] } } },
      { p: { value: "b" } },
      "not part of the allowed values 'a'",
    ],
    [
      "the time outside of a default",
      {
        variables: { v: "[utcNow()]" },
        outputs: { o: { type: "string", value: "[variables('v')]" } },
      },
      {},
      "'utcNow'",
    ],
    [
      "a variable of itself",
      {
        variables: { v: "[variables('v')]" },
        outputs: { o: { type: "string", value: "[variables('v')]" } },
      },
      {},
      "depends on itself",
    ],
    [
      "a circle",
      {
        resources: [
          { ...network, dependsOn: ["b"] },
          { ...network, name: "b", dependsOn: ["net"] },
        ],
      },
      {},
      "Circular dependency",
    ],
    [
      "a lost dependency",
      { resources: [{ ...network, dependsOn: ["b"] }] },
      {},
      "'b' is not defined in the template",
    ],
    [
      "a resource without a version",
      { resources: [{ ...network, apiVersion: null }] },
      {},
      "needs a type and an apiVersion",
    ],
    [
      "loops",
      { resources: [{ ...network, copy: { name: "c", count: 2 } }] },
      {},
      "does not know 'copy'",
    ],
    [
      "names that do not fit the type",
      { resources: [{ ...network, name: "net/x" }] },
      {},
      "requires 1 resource name",
    ],
    [
      "a function of nobody",
      { resources: [{ ...network, name: "[magic()]" }] },
      {},
      "does not know the template function 'magic'",
    ],
    [
      "a list function of nobody",
      { resources: [network], outputs: { o: { type: "string", value: "[listSecrets('net')]" } } },
      {},
      "'listsecrets'",
    ],
  ])("rejects %s, and then has changed nothing", (_what, template, parameters, message) => {
    const azure = TestAzure.withGroup();
    expect(() => deploy(azure, template, parameters)).toThrow(message);
    expect(azure.ids()).toEqual(["resourceGroups/rg"]);
  });

  test("rejects what any request would be rejected for, and then has changed nothing", () => {
    const azure = TestAzure.withGroup();
    const lost = { ...network, name: "b", properties: { ddosProtectionPlan: { id: `${net}x` } } };
    expect(() => deploy(azure, { resources: [network, lost] })).toThrow("InvalidResourceReference");
    expect(azure.ids()).toEqual(["resourceGroups/rg"]);
  });

  test.each<[string, string, JsonObject]>([
    ["mode Complete", deployment, { mode: "Complete", template: {} }],
    ["a link to a template", deployment, { mode: "Incremental", templateLink: { uri: "x" } }],
    [
      "a tenant",
      "/providers/Microsoft.Resources/deployments/d",
      { mode: "Incremental", template: {} },
    ],
  ])("rejects %s", (_what, id, properties) => {
    expect(() => TestAzure.withGroup().create(id, { properties })).toThrow("InvalidTemplate");
  });
});
