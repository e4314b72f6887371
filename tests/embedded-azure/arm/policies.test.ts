import type { JsonObject } from "../../../infra/embedded-azure/values/property";
import { TestAzure, group, subscription } from "../support/azure";
import {
  net,
  machine,
  assignmentAt,
  builtIn,
  own,
  given,
  assigned,
  locations,
  france,
  abroad,
  inFrance,
} from "../support/policies";

// oxlint-disable-next-line unicorn/no-thenable -- the word of Azure Policy; nobody awaits a rule
const outcome = "then";

describe("an assignment", () => {
  test("holds for what is below it, and for changes too", () => {
    const azure = TestAzure.withGroup();
    azure.create(group.replace("/rg", "/other"), { location: "francecentral" });
    azure.create(net, abroad);
    azure.create(assignmentAt(group), {
      policyDefinitionId: builtIn(locations),
      parameters: given(france),
    });
    azure.create(net.replace("/rg/", "/other/"), abroad);
    expect(() => azure.put(net, { ...abroad, tags: { a: "b" } })).toThrow("disallowed by policy");
  });

  test.each([
    ["only watches", { enforcementMode: "DoNotEnforce" }],
    ["leaves the group out", { notScopes: [group] }],
  ])("denies nothing where it %s", (_what, more) => {
    expect(assigned(builtIn(locations), france, more).create(net, abroad).revision).toBe(1);
  });

  test("denies nothing where an exemption stands, as long as it does", () => {
    const azure = assigned(builtIn(locations), france);
    azure.create(`${group}/providers/Microsoft.Authorization/policyExemptions/move`, {
      policyAssignmentId: assignmentAt(subscription),
      expiresOn: "2026-03-02T00:00:00Z",
    });
    azure.create(net, abroad);
    azure.wait(24);
    expect(() => azure.put(net, abroad)).toThrow("disallowed by policy");
  });

  test("rejects one without its parameters, or with others", () => {
    expect(() => assigned(builtIn(locations))).toThrow(
      /^Status=400 Code="MissingPolicyParameter".*'listOfAllowedLocations'/,
    );
    expect(() => assigned(builtIn(locations), { ...france, tagName: "x" })).toThrow(
      /^Status=400 Code="UndefinedPolicyParameter".*'tagName'/,
    );
  });

  test("of a definition of Azure's that is not known here denies nothing", () => {
    const azure = assigned(builtIn("00000000-0000-0000-0000-000000000000"), { any: 1 });
    expect(azure.create(net, abroad).revision).toBe(1);
  });
});

describe("a policy of one's own", () => {
  function ruled(condition: JsonObject, effect: JsonObject[string] = "deny"): TestAzure {
    const azure = TestAzure.withGroup();
    azure.create(own, {
      mode: "All",
      displayName: "Own",
      parameters: { least: { type: "Integer", defaultValue: 2 } },
      policyRule: Object.fromEntries([
        ["if", condition],
        [outcome, { effect }],
      ]),
    });
    azure.create(assignmentAt(subscription), { policyDefinitionId: own });
    return azure;
  }
  const ofMachines = (field: string, test: JsonObject): JsonObject => ({
    allOf: [
      { field: "type", equals: "Microsoft.Compute/virtualMachines" },
      { field: `Microsoft.Compute/virtualMachines/${field}`, ...test },
    ],
  });
  const vm: JsonObject = {
    ...inFrance,
    kind: "Work",
    identity: { type: "SystemAssigned" },
    zones: ["1"],
    licenseType: "Windows_Client",
    storageProfile: {
      dataDisks: [
        { lun: 1, diskSizeGB: 4 },
        { lun: 2, diskSizeGB: 8 },
      ],
    },
  };
  const disks = "storageProfile.dataDisks[*].diskSizeGB";

  test.each<[string, JsonObject]>([
    ["equals", ofMachines("licenseType", { equals: "windows_client" })],
    ["notEquals", ofMachines("licenseType", { notEquals: "None" })],
    ["like", ofMachines("licenseType", { like: "Win*ent" })],
    ["notLike", ofMachines("licenseType", { notLike: "Lin*" })],
    ["in", ofMachines("licenseType", { in: ["a", "Windows_Client"] })],
    ["notIn", ofMachines("licenseType", { notIn: ["a"] })],
    ["contains", ofMachines("licenseType", { contains: "client" })],
    ["contains an element", ofMachines("zones", { contains: "1" })],
    ["notContains", ofMachines("licenseType", { notContains: "server" })],
    ["exists", ofMachines("licenseType", { exists: true })],
    ["greater, of all elements", ofMachines(disks, { greater: "[parameters('least')]" })],
    ["greaterOrEquals", ofMachines(disks, { greaterOrEquals: 4 })],
    ["less", ofMachines(disks, { less: 9 })],
    ["lessOrEquals", ofMachines(disks, { lessOrEquals: 8 })],
    [
      "anyOf",
      {
        anyOf: [
          { field: "name", equals: "x" },
          { field: "kind", equals: "work" },
        ],
      },
    ],
    [
      "not",
      { allOf: [{ field: "type", like: "*Machines" }, { not: { field: "tags", exists: true } }] },
    ],
    ["identity", { field: "identity.type", equals: "SystemAssigned" }],
    ["a value", { value: "[concat(field('name'), '!')]", equals: "VM!" }],
    [
      "the whole name, the id",
      {
        allOf: [
          { field: "fullName", equals: "vm" },
          { field: "id", like: "*vm" },
        ],
      },
    ],
  ])("rejects by %s", (_operator, condition) => {
    expect(() => ruled(condition).create(machine, vm)).toThrow(/disallowed by policy.*"Own"/);
  });

  test.each<[string, JsonObject]>([
    ["one element is not so", ofMachines(disks, { greater: 4 })],
    ["the type is another's", { field: "Microsoft.Network/virtualNetworks/x", equals: "1" }],
    ["kinds cannot be compared", ofMachines("licenseType", { less: 3 })],
    ["no star fits", ofMachines("licenseType", { like: "Windows" })],
  ])("takes what it does not meet: %s", (_why, condition) => {
    expect(ruled(condition).create(machine, vm).revision).toBe(1);
  });

  test("denies only where its effect is to deny", () => {
    const azure = ruled({ field: "name", exists: true }, "audit");
    expect(azure.create(machine, vm).revision).toBe(1);
  });

  test("rejects a rule it could not evaluate", () => {
    expect(() => ruled({ count: { field: "x" }, greater: 1 })).toThrow(
      /^Status=400 Code="InvalidPolicyRule".*embedded Azure knows no such thing/,
    );
  });

  test("counts in a set, with what the set hands on", () => {
    const azure = TestAzure.withGroup();
    const set = `${subscription}/providers/Microsoft.Authorization/policySetDefinitions/set`;
    azure.create(set, {
      parameters: { regions: { type: "Array" } },
      policyDefinitions: [
        {
          policyDefinitionId: builtIn(locations),
          parameters: { listOfAllowedLocations: { value: "[parameters('regions')]" } },
        },
      ],
    });
    const assignment = { policyDefinitionId: set };
    expect(() => azure.create(assignmentAt(subscription), assignment)).toThrow("'regions'");
    azure.create(assignmentAt(subscription), {
      ...assignment,
      parameters: given({ regions: ["francecentral"] }),
    });
    azure.create(net, { location: "francecentral" });
    expect(() => azure.put(net, abroad)).toThrow(/disallowed by policy.*Allowed locations/);
  });
});
