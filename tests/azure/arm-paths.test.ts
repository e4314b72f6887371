import * as fc from "fast-check";
import {
  armId,
  armPathOf,
  armPaths,
  deriveArmPath,
  inputsOf,
  nameInputOf,
  parseArmId,
  sameArmId,
} from "../../infra/azure/arm-paths";
import { sdkClasses } from "./sdk-classes";

const subscription = "6f1d2c3b-0000-4000-8000-000000000001";
const group = `/subscriptions/${subscription}/resourceGroups/rg-prod`;
const classes = sdkClasses();
const classByToken = new Map(classes.map((sdkClass) => [sdkClass.token, sdkClass]));

const pathOf = (name: string) => {
  const path = armPathOf(`azure-native:${name}`);
  if (path === undefined) throw new Error(`no row for ${name}`);
  return path;
};

describe("table", () => {
  test("the SDK's classes were found", () => {
    expect(classes.length).toBeGreaterThan(2000);
    expect(classByToken.get("azure-native:network:Subnet")?.required).toEqual([
      "resourceGroupName",
      "virtualNetworkName",
    ]);
  });

  test.each(armPaths.map((path) => [path.token, path] as const))(
    "%s: every placeholder is an input of the class, the name is the last",
    (token, path) => {
      const inputs = classByToken.get(token)?.inputs ?? [];
      expect(inputsOf(path).filter((input) => !inputs.includes(input))).toEqual([]);
      expect(path.template.endsWith(`{${nameInputOf(path)}}`)).toBe(true);
    },
  );

  test("no class and no path comes twice", () => {
    expect(new Set(armPaths.map(({ token }) => token)).size).toBe(armPaths.length);
    expect(new Set(armPaths.map(({ template }) => template.toLowerCase())).size).toBe(
      armPaths.length,
    );
  });

  test("placeholders that a class requires are all of its path's parents", () => {
    const wrong = armPaths.flatMap((path) => {
      const required = classByToken.get(path.token)?.required ?? [];
      // The name itself is optional in the SDK, which would invent one.
      return inputsOf(path)
        .filter((input) => input !== nameInputOf(path) && !required.includes(input))
        .map((input) => `${path.token} ${input}`);
    });
    expect(wrong).toEqual([]);
  });

  test("an API version or a local package in the token does not matter", () => {
    const subnet = pathOf("network:Subnet");
    expect(armPathOf("azure-native:network/v20240701:Subnet")).toBe(subnet);
    expect(armPathOf("azure-native_network_v20240701:network:Subnet")).toBe(subnet);
    expect(armPathOf("azure-native:network:Nothing")).toBeUndefined();
    expect(armPathOf("random:index/randomPassword:RandomPassword")).toBeUndefined();
  });
});

describe("armId", () => {
  test("fills a path below a resource group", () => {
    const inputs = {
      resourceGroupName: "rg-prod",
      virtualNetworkName: "vnet",
      subnetName: "hosts",
    };
    expect(armId(pathOf("network:Subnet"), inputs, subscription)).toBe(
      `${group}/providers/Microsoft.Network/virtualNetworks/vnet/subnets/hosts`,
    );
  });

  test("keeps the literal parts of a path", () => {
    const inputs = { resourceGroupName: "rg-prod", accountName: "stfiles", shareName: "dossiers" };
    expect(armId(pathOf("storage:FileShare"), inputs, subscription)).toBe(
      `${group}/providers/Microsoft.Storage/storageAccounts/stfiles/fileServices/default/shares/dossiers`,
    );
  });

  test.each([group, group.slice(1), `${group}/`])("puts an extension on scope %s", (scope) => {
    const inputs = { scope, roleAssignmentName: "0b5f" };
    expect(armId(pathOf("authorization:RoleAssignment"), inputs, subscription)).toBe(
      `${group}/providers/Microsoft.Authorization/roleAssignments/0b5f`,
    );
  });

  test("puts an extension on the tenant", () => {
    const inputs = { scope: "/", roleAssignmentName: "0b5f" };
    expect(armId(pathOf("authorization:RoleAssignment"), inputs, subscription)).toBe(
      "/providers/Microsoft.Authorization/roleAssignments/0b5f",
    );
  });

  test.each([
    ["missing", undefined],
    ["empty", ""],
    ["not a string", 7],
    ["a secret in the wire format", { "4dabf18193072939515e22adb298388d": "x", value: "vnet" }],
    ["unknown", "04da6b54-80e4-46f7-96ec-b56ff0331ba9"],
    ["a path", "vnet/subnets/hosts"],
  ])("rejects a name that is %s", (_, virtualNetworkName) => {
    const inputs = { resourceGroupName: "rg-prod", virtualNetworkName };
    expect(armId(pathOf("network:VirtualNetwork"), inputs, subscription)).toBeUndefined();
  });

  test("rejects an unknown scope", () => {
    const inputs = { scope: "04da6b54-80e4-46f7-96ec-b56ff0331ba9", roleAssignmentName: "0b5f" };
    expect(armId(pathOf("authorization:RoleAssignment"), inputs, subscription)).toBeUndefined();
  });
});

describe("parseArmId", () => {
  const vnet = `${group}/providers/Microsoft.Network/virtualNetworks/vnet`;

  test.each([
    [vnet, "Microsoft.Network/virtualNetworks", ["vnet"], group],
    [`${vnet}/subnets/s`, "Microsoft.Network/virtualNetworks/subnets", ["vnet", "s"], vnet],
    [
      `${vnet}/providers/Microsoft.Authorization/locks/l`,
      "Microsoft.Authorization/locks",
      ["l"],
      vnet,
    ],
    [group, "Microsoft.Resources/resourceGroups", ["rg-prod"], `/subscriptions/${subscription}`],
  ])("takes %s apart", (id, type, names, parentId) => {
    expect(parseArmId(id)).toEqual({
      subscriptionId: subscription,
      resourceGroup: "rg-prod",
      type,
      names,
      parentId,
    });
  });

  test("takes a subscription, its extension and a tenant's resource apart", () => {
    const id = `/subscriptions/${subscription}`;
    const type = "Microsoft.Resources/subscriptions";
    expect(parseArmId(id)).toEqual({ subscriptionId: subscription, type, names: [subscription] });
    const lock = `${id}/providers/Microsoft.Authorization/locks/l`;
    expect(parseArmId(lock)).toMatchObject({ names: ["l"], parentId: id });
    expect(parseArmId("/providers/Microsoft.Management/managementGroups/mg")).toEqual({
      type: "Microsoft.Management/managementGroups",
      names: ["mg"],
    });
  });

  test.each([
    "",
    "/",
    "vnet",
    "subscriptions/s",
    "/subscriptions",
    "/subscriptions/s/resourceGroups",
    "/subscriptions/s/other/x",
    `${group}/providers`,
    `${group}/providers/Microsoft.Network`,
    `${group}/providers/Microsoft.Network/virtualNetworks`,
    `${group}/providers/Microsoft.Network/virtualNetworks/v/subnets`,
    `${group}//providers/Microsoft.Network/virtualNetworks/v`,
    `${group}/`,
  ])("rejects %j", (id) => {
    expect(() => parseArmId(id)).toThrow(`"${id}" is not an ARM id`);
  });

  test("gives back what armId was given, for every row of the table", () => {
    const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ;._()-]{0,30}$/);
    const filled = fc
      .constantFrom(...armPaths)
      .chain((path) =>
        fc.tuple(
          fc.constant(path),
          fc.record(Object.fromEntries(inputsOf(path).map((input) => [input, name]))),
        ),
      );
    fc.assert(
      fc.property(filled, ([path, inputs]) => {
        const scope = path.template.startsWith("/{") ? { [inputsOf(path)[0] ?? ""]: vnet } : {};
        const values = { ...inputs, ...scope };
        const id = armId(path, values, subscription) ?? "";
        const parts = parseArmId(id);
        expect(parts.names.at(-1)).toBe(values[nameInputOf(path)]);
        expect(parts.subscriptionId).toBe(subscription);
        expect(parts.type.split("/")).toHaveLength(path.type.split("/").length);
        expect(id.startsWith(`${parts.parentId}/`)).toBe(true);
      }),
    );
  });
});

test("ids compare without case", () => {
  expect(sameArmId(group, group.toUpperCase())).toBe(true);
  expect(sameArmId(group, `${group}2`)).toBe(false);
});

describe("deriveArmPath", () => {
  test("answers for every class of the SDK, with its own inputs and one name", () => {
    for (const { token, required, inputs } of classes) {
      const path = deriveArmPath(token, required, inputs);
      const placeholders = inputsOf(path);
      expect(placeholders.filter((input) => !inputs.includes(input))).toEqual([]);
      expect(new Set(placeholders).size).toBe(placeholders.length);
      const values = Object.fromEntries(placeholders.map((input) => [input, "x"]));
      const { type } = parseArmId(armId(path, values, subscription) ?? "");
      expect({ token, type }).toEqual({ token, type: path.type.replaceAll(/\{\w+\}/g, "x") });
    }
  });

  test("tells classes apart, but for the few that share a path in ARM as well", () => {
    const templates = classes.map(({ token, required, inputs }) =>
      deriveArmPath(token, required, inputs).template.toLowerCase(),
    );
    expect(templates.length - new Set(templates).size).toBeLessThanOrEqual(7);
  });

  test("would have found most rows of the table by itself", () => {
    const right = armPaths.filter(({ token, template }) => {
      const { required = [], inputs = [] } = classByToken.get(token) ?? {};
      return sameArmId(deriveArmPath(token, required, inputs).template, template);
    });
    expect(right.length).toBeGreaterThanOrEqual(77);
  });

  test.each([
    [
      "azure-native:containerregistry:Registry",
      "Microsoft.ContainerRegistry/registries/{registryName}",
    ],
    ["azure-native:compute:Snapshot", "Microsoft.Compute/snapshots/{snapshotName}"],
    ["azure-native:sql:Database", "Microsoft.Sql/servers/{serverName}/databases/{databaseName}"],
  ])("%s", (token, rest) => {
    const { required = [], inputs = [] } = classByToken.get(token) ?? {};
    expect(deriveArmPath(token, required, inputs).template).toBe(
      `/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/${rest}`,
    );
  });
});
