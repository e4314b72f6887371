import { removeByHand, setByHand } from "../../../infra/embedded-azure/by-hand/change";
import { entries, entryFor } from "../../../infra/embedded-azure/by-hand/entry";
import { parsePath, withValue } from "../../../infra/embedded-azure/by-hand/property-path";
import { Secret } from "../../../infra/embedded-azure/values/property";
import { settings, Fixture } from "../support/by-hand";

describe("what is found", () => {
  test.each([
    ["Microsoft.Network", 3],
    ["microsoft.network/virtualnetworks", 2],
    ["hostPools", 1],
    ["azuread/group", 1],
    ["work", 0],
  ])("of type %s", (type, count) => {
    expect(entries(new Fixture().store, { type })).toHaveLength(count);
  });

  test("in a group, in a subscription", () => {
    const { store } = new Fixture();
    expect(entries(store, { group: "RG" })).toHaveLength(5);
    expect(entries(store, { subscription: settings.subscriptionId })).toHaveLength(5);
    expect(entries(store, { group: "other" })).toEqual([]);
    expect(entries(store)).toHaveLength(6);
  });

  test("by id, by its end, by name", () => {
    const fixture = new Fixture();
    const id = fixture.idOf("hosts");
    expect(fixture.idOf(id.toUpperCase())).toBe(id);
    expect(fixture.idOf("net/subnets/hosts")).toBe(id);
    expect(fixture.idOf("users")).toMatch(/^\/groups\//);
  });

  test("rejects a name nothing has, and one that several have", () => {
    const fixture = new Fixture();
    expect(() => fixture.idOf("nobody")).toThrow(/id or the name nobody/);
    fixture.make("azure-native:network:NetworkSecurityGroup", { networkSecurityGroupName: "nic" });
    expect(() => fixture.idOf("nic")).toThrow(/one of these:\n.*nic\n.*nic$/);
  });
});

describe("changes by hand", () => {
  test("have the type the property has", () => {
    const fixture = new Fixture();
    fixture.set("pool", "maxSessionLimit", "3");
    fixture.set("pool", "startVMOnConnect", "true");
    fixture.set("pool", "friendlyName", "3");
    fixture.set("pool", "tags.owner", "true");
    fixture.set("pool", 'tags["cost.centre"]', "12");
    fixture.set("pool", "agentUpdate", '{"type":"Scheduled"}');
    expect(fixture.body("pool")).toMatchObject({
      maxSessionLimit: 3,
      startVMOnConnect: true,
      friendlyName: "3",
      tags: { owner: "true", "cost.centre": "12" },
      agentUpdate: { type: "Scheduled" },
    });
    fixture.set("pool", "tags.owner", "null");
    expect(fixture.body("pool")["tags"]).toEqual({ "cost.centre": "12" });
    fixture.set("Users", "description", "changed");
    expect(fixture.body("Users")).toMatchObject({ description: "changed" });
  });

  test("are what a read then finds", () => {
    const fixture = new Fixture();
    const token = "azure-native:network:NetworkSecurityGroup";
    const inputs = {
      resourceGroupName: "rg",
      networkSecurityGroupName: "nsg",
      location: "francecentral",
      securityRules: [
        {
          name: "in",
          access: "Deny",
          direction: "Inbound",
          priority: 100,
          protocol: "Tcp",
        },
      ],
    };
    const { id, outputs } = fixture.make(token, inputs);
    fixture.set("nsg", "securityRules[0].access", "Allow");
    const answer = fixture.read(token, id, inputs, outputs);
    expect(answer?.inputs).toEqual({
      ...inputs,
      securityRules: [{ ...inputs.securityRules[0], access: "Allow" }],
    });
    expect(answer?.outputs["etag"]).not.toEqual(outputs["etag"]);
  });

  test("also change what only Azure says", () => {
    const fixture = new Fixture();
    fixture.set("net", "provisioningState", "Failed");
    expect(fixture.body("net")["provisioningState"]).toBe("Failed");
  });

  test("of an id change what is in use", () => {
    const fixture = new Fixture();
    expect(() => removeByHand(fixture.store, "net/subnets/hosts")).toThrow(/is in use by/);
    fixture.make("azure-native:network:Subnet", {
      virtualNetworkName: "net",
      subnetName: "other",
      addressPrefix: "10.0.2.0/24",
    });
    fixture.set("nic", "ipConfigurations[0].subnet.id", fixture.idOf("net/subnets/other"));
    removeByHand(fixture.store, "net/subnets/hosts");
    expect(() => removeByHand(fixture.store, "net/subnets/other")).toThrow(/is in use by/);
  });

  test("leave what is secret as it is", () => {
    const fixture = new Fixture();
    const inputs = {
      vmName: "vm",
      osProfile: {
        computerName: "vm",
        adminUsername: "operator",
        adminPassword: new Secret("Abcdefg1!"),
      },
    };
    fixture.make("azure-native:compute:VirtualMachine", inputs);
    const before = fixture.body("vm")["osProfile"];
    fixture.set("vm", "tags.owner", "x");
    expect(fixture.body("vm")["osProfile"]).toEqual(before);
  });

  test.each([
    ["maxSessionLimit", "many", /maxSessionLimit cannot be many: it is a number/],
    ["startVMOnConnect", "1", /it is a boolean/],
    ["tags", "x", /it is an object/],
    ["applicationGroupReferences", "{}", /it is a list/],
    ["loadBalancerType", "Breadth", /is one of BreadthFirst, DepthFirst, Persistent/],
    ["maxSesionLimit", "3", /there is no maxSesionLimit, did you mean maxSessionLimit\?/],
    ["agentUpdate.maintenanceWindows[1].hour", "3", /has 0 elements/],
    ["tags..x", "3", /no path of a property/],
    ["[0]", "3", /no path of a property/],
    ["hostPoolType", "Personal", /Code="PropertyChangeNotAllowed"/],
    ["location", "westeurope", /Code="InvalidResourceLocation"/],
  ])("rejects %s=%s", (path, text, reason) => {
    const fixture = new Fixture();
    expect(() => fixture.set("pool", path, text)).toThrow(reason);
  });

  test("are made together or not at all, and written down in any case", () => {
    const { store } = new Fixture();
    const both = [
      { path: "tags.owner", text: "x" },
      { path: "hostPoolType", text: "Personal" },
    ];
    expect(() => setByHand(store, "pool", both)).toThrow(/PropertyChangeNotAllowed/);
    expect(entryFor(store, "pool")).toMatchObject({
      resource: { body: { tags: { owner: "somebody" } } },
    });
    setByHand(store, "pool", both.slice(0, 1));
    removeByHand(store, "pool");
    removeByHand(store, "Users");
    expect(store.events.all().map(({ operation, outcome }) => [operation, outcome])).toEqual([
      ["update", expect.stringMatching(/^by hand: Status=409/)],
      ["update", "done by hand"],
      ["delete", "done by hand"],
      ["delete", "done by hand"],
    ]);
    expect(entries(store)).toHaveLength(4);
  });
});

test("paths lead into objects and lists, and make what is missing", () => {
  expect(parsePath('a.b[2]["c.d"]')).toEqual(["a", "b", 2, "c.d"]);
  expect(withValue({}, parsePath("a.b[0].c"), 1)).toEqual({ a: { b: [{ c: 1 }] } });
  expect(withValue({ a: [1, 2, 3] }, parsePath("a[1]"), null)).toEqual({ a: [1, 3] });
  expect(() => withValue({ a: 1 }, parsePath("a.b"), 1)).toThrow(/a has no properties/);
  expect(() => withValue({ a: {} }, parsePath("a[0]"), 1)).toThrow(/a has no elements/);
});
