import { spawnSync } from "node:child_process";
import path from "node:path";
import { Provider } from "@pulumi/azure-native/provider";
import * as network from "@pulumi/azure-native/network";
import * as resources from "@pulumi/azure-native/resources";
import * as azuread from "@pulumi/azuread";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { SECRET, UNKNOWN } from "../../infra/resources/registered";
import { recordProgram } from "../../infra/resources/record";
import { inputsOf, named } from "../support/harness";

const subscriptionId = "33333333-0000-4000-8000-000000000001";
const group = { resourceGroupName: "rg" };

class Component extends pulumi.ComponentResource {
  constructor(name: string, build: (parent: Component) => void, opts?: pulumi.ResourceOptions) {
    super("test:index:Component", name, {}, opts);
    build(this);
    this.registerOutputs({});
  }
}

function recordMany(stack: string, count: number) {
  return recordProgram(
    stack,
    async () => {
      for (let place = 0; place < count; place++) {
        new network.RouteTable(`${stack}-${place}`, group);
        await Promise.resolve();
      }
      return { stack: pulumi.getStack() };
    },
    { subscriptionId },
  );
}

describe("recordProgram", () => {
  test("tells type, name, parent, inputs and options of every registration", async () => {
    const { resources: list } = await recordProgram(
      "prod.a",
      () => {
        new Component("part", (parent) => {
          const first = new network.RouteTable("first", { ...group, tags: { a: "1" } }, { parent });
          new network.RouteTable("second", group, {
            parent,
            dependsOn: first,
            protect: true,
            ignoreChanges: ["tags"],
          });
        });
        return {};
      },
      { subscriptionId },
    );

    const project = "urn:pulumi:prod.a::cabinet::";
    expect(list).toEqual([
      {
        urn: `${project}pulumi:pulumi:Stack::cabinet-prod.a`,
        type: "pulumi:pulumi:Stack",
        name: "cabinet-prod.a",
        custom: false,
        parent: undefined,
        inputs: {},
        dependsOn: [],
        protect: false,
        ignoreChanges: [],
        id: undefined,
      },
      {
        urn: `${project}test:index:Component$azure-native:network:RouteTable::first`,
        type: "azure-native:network:RouteTable",
        name: "first",
        custom: true,
        parent: `${project}test:index:Component::part`,
        inputs: { ...group, tags: { a: "1" } },
        dependsOn: [],
        protect: false,
        ignoreChanges: [],
        id: undefined,
      },
      {
        urn: `${project}test:index:Component$azure-native:network:RouteTable::second`,
        type: "azure-native:network:RouteTable",
        name: "second",
        custom: true,
        parent: `${project}test:index:Component::part`,
        inputs: group,
        dependsOn: [`${project}test:index:Component$azure-native:network:RouteTable::first`],
        protect: true,
        ignoreChanges: ["tags"],
        id: undefined,
      },
      {
        urn: `${project}test:index:Component::part`,
        type: "test:index:Component",
        name: "part",
        custom: false,
        parent: `${project}pulumi:pulumi:Stack::cabinet-prod.a`,
        inputs: {},
        dependsOn: [],
        protect: false,
        ignoreChanges: [],
        id: undefined,
      },
    ]);
  });

  test("knows the ids that inputs and the provider's subscription tell", async () => {
    const other = "44444444-0000-4000-8000-000000000001";
    const { resources: list } = await recordProgram(
      "prod",
      () => {
        const provider = new Provider("other", { subscriptionId: other });
        const made = new resources.ResourceGroup("group", { resourceGroupName: "rg-a" });
        const vnet = new network.VirtualNetwork(
          "vnet",
          { resourceGroupName: made.name, virtualNetworkName: "vnet-a" },
          { provider },
        );
        new network.Subnet("subnet", {
          resourceGroupName: made.name,
          virtualNetworkName: vnet.name,
          subnetName: "sessions",
          natGateway: { id: vnet.id },
        });
        return {};
      },
      { subscriptionId },
    );
    const vnetId = `/subscriptions/${other}/resourceGroups/rg-a/providers/Microsoft.Network/virtualNetworks/vnet-a`;
    expect(named(list, "vnet").id).toBe(vnetId);
    expect(inputsOf(list, "subnet")).toMatchObject({
      resourceGroupName: "rg-a",
      virtualNetworkName: "vnet-a",
      natGateway: { id: vnetId },
    });
    expect(named(list, "subnet").id).toBe(
      `/subscriptions/${subscriptionId}/resourceGroups/rg-a/providers/Microsoft.Network/virtualNetworks/vnet-a/subnets/sessions`,
    );
  });

  test("marks what only a deployment can tell, and what nobody may see", async () => {
    const { resources: list, outputs } = await recordProgram(
      "prod",
      () => {
        const password = new random.RandomPassword("password", { length: 20 });
        const address = new network.PublicIPAddress("address", group);
        const principal = azuread.getServicePrincipalOutput({ clientId: "c" });
        new network.RouteTable("table", {
          resourceGroupName: pulumi.interpolate`rg-${address.ipAddress}`,
          routeTableName: password.result,
          tags: { principal: principal.objectId, text: pulumi.secret("hush") },
        });
        return { address: address.ipAddress, password: password.result, plain: "text" };
      },
      { subscriptionId },
    );
    expect(inputsOf(list, "table")).toEqual({
      resourceGroupName: UNKNOWN,
      routeTableName: SECRET,
      tags: { principal: UNKNOWN, text: SECRET },
    });
    expect(outputs).toEqual({ address: UNKNOWN, password: SECRET, plain: "text" });
  });

  test("answers a stack reference from the outputs at hand, markers included", async () => {
    const { outputs } = await recordProgram(
      "prod.a",
      () => {
        const platform = new pulumi.StackReference("organization/cabinet/prod");
        return {
          hub: platform.requireOutput("hub"),
          zone: platform.requireOutput("zone"),
        };
      },
      { subscriptionId, references: { prod: { hub: "hub-id", zone: UNKNOWN } } },
    );
    expect(outputs).toEqual({ hub: "hub-id", zone: UNKNOWN });
  });

  test("keeps programs that run at once apart", async () => {
    const recordings = await Promise.all([
      recordMany("a", 3),
      recordMany("b", 20),
      recordMany("c", 7),
    ]);
    expect(recordings.map(({ outputs }) => outputs)).toEqual([
      { stack: "a" },
      { stack: "b" },
      { stack: "c" },
    ]);
    for (const { resources: list, outputs } of recordings)
      for (const { urn } of list) expect(urn).toContain(`urn:pulumi:${String(outputs["stack"])}::`);
    expect(recordings.map(({ resources: list }) => list.length)).toEqual([4, 21, 8]);
  });

  test("leaves no listener behind", async () => {
    const before = process.listenerCount("unhandledRejection");
    await recordProgram("prod", () => ({}), { subscriptionId });
    expect(process.listenerCount("unhandledRejection")).toBe(before);
  });

  test("rejects with the very error a program throws", async () => {
    const error = new Error("boom");
    const record = recordProgram(
      "prod",
      () => {
        new network.RouteTable("table", group);
        throw error;
      },
      { subscriptionId },
    );
    await expect(record).rejects.toBe(error);
  });

  test("rejects two resources of one URN", async () => {
    const record = recordProgram(
      "prod",
      () => {
        new network.RouteTable("table", group);
        new network.RouteTable("table", group);
        return {};
      },
      { subscriptionId },
    );
    await expect(record).rejects.toThrow(
      "two resources have the URN urn:pulumi:prod::cabinet::azure-native:network:RouteTable::table",
    );
  });

  test("rejects a reference to a stack without outputs at hand", async () => {
    const record = recordProgram(
      "prod.a",
      () => ({ hub: new pulumi.StackReference("organization/cabinet/prod").requireOutput("hub") }),
      { subscriptionId },
    );
    await expect(record).rejects.toThrow('no outputs of the stack "prod" are at hand');
  });

  test("rejects with what goes wrong after the program has returned", () => {
    // In a process of its own: jest takes rejections that nobody handles for itself.
    const { stdout, status } = spawnSync(
      process.execPath,
      ["infra/cli/run-ts.js", "tests/support/late-failure.ts"],
      { cwd: path.join(__dirname, "../.."), encoding: "utf8" },
    );
    expect(stdout).toContain("rejected: error serializing property");
    expect(stdout).toContain("too late");
    expect(status).toBe(0);
  });
});
