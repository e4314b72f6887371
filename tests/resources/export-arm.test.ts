import { armTemplate } from "../../infra/resources/export-arm";
import { SECRET, UNKNOWN, type RegisteredResource } from "../../infra/resources/registered";
import { sdkApiVersion } from "../../infra/resources/sdk-api-version";

const group = "/subscriptions/s/resourceGroups/rg";

function resource(
  changes: Partial<RegisteredResource> & { readonly name: string },
): RegisteredResource {
  return {
    urn: `urn:${changes.name}`,
    type: "azure-native:network:RouteTable",
    custom: true,
    parent: undefined,
    inputs: {},
    dependsOn: [],
    protect: false,
    ignoreChanges: [],
    id: `${group}/providers/Microsoft.Network/routeTables/${changes.name}`,
    ...changes,
  };
}

const version = () => "2024-01-01";
const exported = (...resources: readonly RegisteredResource[]) => armTemplate(resources, version);

describe("armTemplate", () => {
  test("knows names, places and the level of ARM's properties", () => {
    const template = exported(
      resource({
        name: "table",
        inputs: {
          resourceGroupName: "rg",
          routeTableName: "table",
          location: "francecentral",
          tags: { firm: "dupont" },
          disableBgpRoutePropagation: true,
          routes: [{ name: "all", id: "route-id", nextHopType: "None" }],
        },
      }),
    );
    expect(template).toEqual({
      $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
      contentVersion: "1.0.0.0",
      parameters: {},
      resources: [
        {
          comments: "group rg, subscription s, urn:table",
          type: "Microsoft.Network/routeTables",
          apiVersion: "2024-01-01",
          name: "table",
          location: "francecentral",
          tags: { firm: "dupont" },
          properties: {
            disableBgpRoutePropagation: true,
            routes: [{ id: "route-id", name: "all", properties: { nextHopType: "None" } }],
          },
        },
      ],
    });
  });

  test("writes children by slash-joined names, and waits for what is exported too", () => {
    const vault = resource({
      name: "vault",
      type: "azure-native:keyvault:Vault",
      id: `${group}/providers/Microsoft.KeyVault/vaults/kv`,
      inputs: { vaultName: "kv", properties: { sku: { name: "standard" } } },
    });
    const secret = resource({
      name: "secret",
      type: "azure-native:keyvault:Secret",
      id: `${vault.id}/secrets/password`,
      inputs: { vaultName: "kv", secretName: "password", properties: { value: SECRET } },
      dependsOn: [vault.urn, "urn:random-password"],
    });
    const lock = resource({
      name: "lock",
      type: "azure-native:authorization:ManagementLockByScope",
      id: `${vault.id}/providers/Microsoft.Authorization/locks/keep`,
      inputs: { scope: vault.id, lockName: "keep", level: "CanNotDelete" },
      dependsOn: [secret.urn],
    });
    expect(exported(vault, secret, lock)).toMatchObject({
      parameters: { secret_properties_value: { type: "secureString" } },
      resources: [
        { name: "kv", properties: { sku: { name: "standard" } } },
        {
          type: "Microsoft.KeyVault/vaults/secrets",
          name: "kv/password",
          dependsOn: ["[resourceId('s', 'rg', 'Microsoft.KeyVault/vaults', 'kv')]"],
          properties: { value: "[parameters('secret_properties_value')]" },
        },
        {
          type: "Microsoft.Authorization/locks",
          name: "keep",
          scope: vault.id,
          dependsOn: [
            "[resourceId('s', 'rg', 'Microsoft.KeyVault/vaults/secrets', 'kv', 'password')]",
          ],
          properties: { level: "CanNotDelete" },
        },
      ],
    });
  });

  test("makes parameters of what only a deployment tells, names included", () => {
    const template = exported(
      resource({
        name: "table",
        id: undefined,
        inputs: { routeTableName: UNKNOWN, tags: { a: UNKNOWN } },
      }),
    );
    expect(template).toMatchObject({
      parameters: {
        table_routeTableName: { type: "string" },
        table_tags_a: { type: "string" },
      },
      resources: [
        {
          name: "[parameters('table_routeTableName')]",
          tags: { a: "[parameters('table_tags_a')]" },
        },
      ],
    });
  });

  test("keeps a text that begins with a bracket from being an expression", () => {
    expect(
      exported(resource({ name: "table", inputs: { tags: { firm: "[Dupont]" } } })),
    ).toMatchObject({
      resources: [{ tags: { firm: "[[Dupont]" } }],
    });
  });

  test("leaves the template inside a deployment as it is, in a scope of its own", () => {
    const template = { parameters: { now: { defaultValue: "[utcNow('u')]" } } };
    const deployment = resource({
      name: "token",
      type: "azure-native:resources:Deployment",
      id: `${group}/providers/Microsoft.Resources/deployments/token`,
      inputs: { deploymentName: "token", properties: { mode: "Incremental", template } },
    });
    expect(exported(deployment)).toMatchObject({
      resources: [
        {
          properties: {
            mode: "Incremental",
            template,
            expressionEvaluationOptions: { scope: "Inner" },
          },
        },
      ],
    });
  });

  test("gives storage accounts and machines the names and levels ARM has", () => {
    const account = resource({
      name: "account",
      type: "azure-native:storage:StorageAccount",
      id: `${group}/providers/Microsoft.Storage/storageAccounts/st`,
      inputs: {
        accountName: "st",
        sku: { name: "Premium_ZRS" },
        enableHttpsTrafficOnly: true,
        networkRuleSet: { defaultAction: "Deny" },
      },
    });
    const machine = resource({
      name: "machine",
      type: "azure-native:compute:VirtualMachine",
      id: `${group}/providers/Microsoft.Compute/virtualMachines/vm`,
      inputs: {
        vmName: "vm",
        zones: ["1"],
        storageProfile: { osDisk: { name: "disk", diskSizeGB: 128 } },
        networkProfile: { networkInterfaces: [{ id: "nic", deleteOption: "Delete" }] },
      },
    });
    expect(exported(account, machine)).toMatchObject({
      resources: [
        {
          sku: { name: "Premium_ZRS" },
          properties: { supportsHttpsTrafficOnly: true, networkAcls: { defaultAction: "Deny" } },
        },
        {
          zones: ["1"],
          properties: {
            storageProfile: { osDisk: { name: "disk", diskSizeGB: 128 } },
            networkProfile: {
              networkInterfaces: [{ id: "nic", properties: { deleteOption: "Delete" } }],
            },
          },
        },
      ],
    });
  });

  test("leaves out components, providers and what is not of Azure's resource manager", () => {
    const template = exported(
      resource({ name: "part", type: "cabinet:firm:Keys", custom: false, id: undefined }),
      resource({ name: "firm", type: "pulumi:providers:azure-native" }),
      resource({ name: "password", type: "random:index/randomPassword:RandomPassword" }),
    );
    expect(template).toMatchObject({ resources: [] });
  });
});

describe("sdkApiVersion", () => {
  test.each([
    ["azure-native:network:Subnet", "2024-05-01"],
    ["azure-native:network:PublicIPAddress", "2024-05-01"],
    ["azure-native:desktopvirtualization:HostPool", "2024-04-03"],
    ["azure-native:monitor:DiagnosticSetting", "2021-05-01-preview"],
    ["random:index/randomPassword:RandomPassword", undefined],
  ])("%s: %s", (type, expected) => {
    expect(sdkApiVersion(type)).toBe(expected);
  });
});
