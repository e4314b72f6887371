import fc from "fast-check";

import type { Json, JsonObject } from "../../../infra/embedded-azure/values/property";
import { TestAzure, inGroup } from "../support/azure";

const net = inGroup("Microsoft.Network/virtualNetworks/net");
const nic = inGroup("Microsoft.Network/networkInterfaces/nic");

function withNetwork(): TestAzure {
  const azure = TestAzure.withGroup();
  azure.create(net, {
    addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
    subnets: [{ name: "inline", addressPrefix: "10.0.1.0/24" }],
  });
  azure.create(`${net}/subnets/hosts`, { addressPrefix: "10.0.2.0/24" });
  return azure;
}

function nicIn(subnetId: string): JsonObject {
  return { ipConfigurations: [{ name: "ip", subnet: { id: subnetId } }] };
}

describe("what resources name by id", () => {
  test.each(["hosts", "HOSTS", "inline"])("a subnet %s is found", (name) => {
    expect(withNetwork().create(nic, nicIn(`${net}/subnets/${name}`)).name).toBe("nic");
  });

  test("rejects an id of nothing, naming property and id", () => {
    const azure = withNetwork();
    expect(() => azure.create(nic, nicIn(`${net}/subnets/none`))).toThrow(
      `Resource ${net}/subnets/none referenced by property 'ipConfigurations[0].subnet.id' of resource ${nic} was not found`,
    );
  });

  test("rejects text that begins like an id and is none", () => {
    const azure = withNetwork();
    expect(() => azure.create(nic, nicIn(`${net}/subnets`))).toThrow("LinkedInvalidPropertyId");
  });

  test("rejects an id of nothing at any depth", () => {
    const lost = `${net}/subnets/none`;
    const depth = fc.letrec<{ readonly value: Json }>((tie) => ({
      value: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.constant(lost),
        fc.array(tie("value"), { minLength: 1, maxLength: 2 }),
        fc.dictionary(fc.constantFrom("a", "b", "c"), tie("value"), { minKeys: 1, maxKeys: 2 }),
      ),
    })).value;
    const azure = withNetwork();
    fc.assert(
      fc.property(depth, (value) => {
        expect(() => azure.put(inGroup("Microsoft.Insights/actionGroups/any"), { value })).toThrow(
          "InvalidResourceReference",
        );
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ["labels", { tags: { from: `${net}/subnets/none` } }],
    [
      "what a container is told",
      { template: { containers: [{ env: [{ name: "N", value: `${net}/subnets/none` }] }] } },
    ],
    ["descriptions", { description: `${net}/subnets/none` }],
    [
      "built-in roles",
      {
        roleDefinitionId:
          "/subscriptions/6f1d2c3b-0000-4000-8000-000000000001/providers/Microsoft.Authorization/roleDefinitions/x",
      },
    ],
    ["subscriptions nobody knows", { id2: net.replace("6f1d2c3b", "00000000") }],
    ["a rule's own parts", { probes: [{ name: "p" }], rule: `${nic}/probes/p` }],
  ])("%s need not be there", (_what, body) => {
    expect(withNetwork().create(nic, body).revision).toBe(1);
  });

  test("rejects ids in another subscription once the store knows that one", () => {
    const azure = withNetwork();
    const other = "/subscriptions/6f1d2c3b-0000-4000-8000-000000000002";
    const body = {
      other: `${other}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/x`,
    };
    azure.create(nic, body);
    azure.create(`${other}/resourceGroups/rg`, { location: "francecentral" });
    expect(() => azure.put(nic, body)).toThrow("InvalidResourceReference");
  });
});
