import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { armPaths, inputsOf } from "../../../infra/azure/arm-paths";
import { classShape } from "../../../infra/embedded-azure/sdk/class-shape";
import { membersOf } from "../../../infra/embedded-azure/sdk/declarations";
import { valuesOf } from "../../../infra/embedded-azure/sdk/enumeration";
import { functionClass } from "../../../infra/embedded-azure/sdk/function-class";
import { sdkPackage } from "../../../infra/embedded-azure/sdk/packages";
import { resourceClass } from "../../../infra/embedded-azure/sdk/resource-class";
import type { Shape } from "../../../infra/embedded-azure/sdk/shape";
import { parseShape } from "../../../infra/embedded-azure/sdk/shape";

describe("what the SDK says of a class", () => {
  test("of azure-native", () => {
    const subnet = resourceClass("azure-native:network:Subnet");
    expect(subnet).toMatchObject({
      required: ["resourceGroupName", "virtualNetworkName"],
      apiVersion: "2024-05-01",
      secretOutputs: [],
    });
    expect(subnet?.defaults.get("privateEndpointNetworkPolicies")).toBe("Disabled");
    expect(subnet?.inputs.has("subnetName")).toBe(true);
    expect(subnet?.outputs.has("subnetName")).toBe(false);
    expect(subnet?.outputs.has("provisioningState")).toBe(true);
    expect(subnet?.inputs.has("provisioningState")).toBe(false);
  });

  test("of random and azuread", () => {
    expect(resourceClass("random:index/randomPassword:RandomPassword")).toMatchObject({
      required: ["length"],
      secretOutputs: ["bcryptHash", "result"],
    });
    const group = resourceClass("azuread:index/group:Group");
    expect(group?.inputs.has("displayName")).toBe(true);
    expect(group?.outputs.has("objectId")).toBe(true);
    expect(group?.inputs.has("objectId")).toBe(false);
  });

  test.each(["azure-native:network:Subnets", "azure-native:nothing:Subnet", "aws:s3:Bucket", "x"])(
    "there is no class %s",
    (token) => {
      expect(resourceClass(token)).toBeUndefined();
    },
  );

  test("a function is no class, a class no function", () => {
    expect(resourceClass("azure-native:network:getSubnet")).toBeUndefined();
    expect(functionClass("azure-native:network:Subnet")).toBeUndefined();
    expect(functionClass("azure-native:network:getSubnet")?.required).toEqual([
      "resourceGroupName",
      "subnetName",
      "virtualNetworkName",
    ]);
    expect(functionClass("azuread:index/getGroup:getGroup")?.arguments.has("displayName")).toBe(
      true,
    );
  });

  test("every path of the table is made of inputs its class has", () => {
    for (const path of armPaths) {
      const known = resourceClass(path.token);
      if (known === undefined) continue;
      for (const input of inputsOf(path))
        expect([path.token, known.inputs.has(input)]).toEqual([path.token, true]);
    }
  });

  test("every class of a module can be read, and its JavaScript agrees with its types", () => {
    const folder = join(sdkPackage("azure-native").directory, "desktopvirtualization");
    const tokens = readdirSync(folder)
      .filter((file) => file.endsWith(".js"))
      .flatMap(
        (file) =>
          /__pulumiType = '([^']+)'/.exec(readFileSync(join(folder, file), "utf8"))?.[1] ?? [],
      );
    expect(tokens.length).toBeGreaterThan(10);
    for (const token of tokens) {
      const known = resourceClass(token);
      const shape = classShape(token);
      expect([...shape.outputs.keys()].toSorted()).toEqual([...(known?.outputs ?? [])].toSorted());
      expect([...shape.inputs.keys()].toSorted()).toEqual([...(known?.inputs ?? [])].toSorted());
      const required = [...shape.inputs]
        .filter(([, member]) => member.required)
        .map(([name]) => name);
      expect(required.toSorted()).toEqual([...(known?.required ?? [])].toSorted());
    }
  });
});

describe("types of the SDK", () => {
  const text: Shape = { kind: "text" };
  test.each<[string, Shape]>([
    ["string", text],
    ["pulumi.Input<string | undefined>", text],
    [
      "pulumi.Input<string | enums.network.ProvisioningState | undefined>",
      { kind: "enumeration", names: ["network.ProvisioningState"] },
    ],
    ["enums.a.v2.B", { kind: "enumeration", names: ["a.v2.B"] }],
    ["string | enums.a.B | enums.a.C", { kind: "enumeration", names: ["a.B", "a.C"] }],
    ["enums.a.B | inputs.a.C", { kind: "any" }],
    ["pulumi.Input<pulumi.Input<string>[] | undefined>", { kind: "list", of: text }],
    ["string[]", { kind: "list", of: text }],
    ['"AzureStorage"', { kind: "literal", value: "AzureStorage" }],
    ["outputs.network.SubnetResponse", { kind: "object", types: ["network.SubnetResponse"] }],
    [
      "(outputs.a.B | outputs.a.C)[]",
      { kind: "list", of: { kind: "object", types: ["a.B", "a.C"] } },
    ],
    [
      "pulumi.Input<inputs.a.B | inputs.a.C | undefined>",
      { kind: "object", types: ["a.B", "a.C"] },
    ],
    [
      "pulumi.Input<{ [key: string]: pulumi.Input<string>; } | undefined>",
      { kind: "map", of: text },
    ],
    ["{ [key: string]: outputs.a.B; }", { kind: "map", of: { kind: "object", types: ["a.B"] } }],
    ["number", { kind: "number" }],
    ["boolean", { kind: "boolean" }],
    ["any", { kind: "any" }],
  ])("%s", (declared, shape) => {
    expect(parseShape(declared)).toEqual(shape);
  });

  test("every list of values a module names can be read", () => {
    const names = new Set<string>();
    const types = new Set<string>();
    const collect = (shape: Shape): void => {
      if (shape.kind === "enumeration") for (const name of shape.names) names.add(name);
      if (shape.kind === "list" || shape.kind === "map") collect(shape.of);
      if (shape.kind === "object")
        for (const type of shape.types)
          if (!types.has(type)) {
            types.add(type);
            for (const { shape: inner } of membersOf("input", type)?.values() ?? []) collect(inner);
          }
    };
    const tokens = armPaths
      .map(({ token }) => token)
      .filter((token) => /^azure-native:(compute|network|storage|recoveryservices):/.test(token));
    for (const token of tokens)
      for (const { shape } of classShape(token).inputs.values()) collect(shape);
    expect(names.size).toBeGreaterThan(150);
    expect([...names].filter((name) => valuesOf(name).length === 0)).toEqual([]);
    expect(valuesOf("network.SecurityRuleProtocol")).toEqual([
      "Tcp",
      "Udp",
      "Icmp",
      "Esp",
      "*",
      "Ah",
    ]);
    expect(valuesOf("network.NoSuchList")).toEqual([]);
    expect(valuesOf("nothing.NoSuchList")).toEqual([]);
  });

  test("object types are found wherever in the file their namespace stands", () => {
    for (const type of [
      "aad.SystemDataResponse",
      "keyvault.VaultPropertiesResponse",
      "web.SiteConfigResponse",
    ])
      expect([type, (membersOf("output", type)?.size ?? 0) > 3]).toEqual([type, true]);
    expect(membersOf("input", "keyvault.VaultPropertiesArgs")?.get("sku")).toEqual({
      required: true,
      shape: { kind: "object", types: ["keyvault.SkuArgs"] },
    });
    expect(membersOf("output", "keyvault.NoSuchThing")).toBeUndefined();
  });
});
