import type { JsonObject } from "../../../infra/embedded-azure/values/property";
import { TestAzure, group, inGroup, subscription } from "../support/azure";

const net = inGroup("Microsoft.Network/virtualNetworks/net");
const nic = inGroup("Microsoft.Network/networkInterfaces/nic");
const machine = inGroup("Microsoft.Compute/virtualMachines/vm");
const address = inGroup("Microsoft.Network/publicIPAddresses/pip");
const assignmentAt = (scope: string): string =>
  `${scope}/providers/Microsoft.Authorization/policyAssignments/rule`;
const builtIn = (id: string): string =>
  `/providers/Microsoft.Authorization/policyDefinitions/${id}`;
const own = `${subscription}/providers/Microsoft.Authorization/policyDefinitions/own`;

const given = (values: Readonly<Record<string, JsonObject[string]>>): JsonObject =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));

/** An Azure in which a policy is assigned to the subscription. */
function assigned(
  policyDefinitionId: string,
  parameters: Readonly<Record<string, JsonObject[string]>> = {},
  more: JsonObject = {},
): TestAzure {
  const azure = TestAzure.withGroup();
  azure.create(address, { location: "francecentral" });
  azure.create(assignmentAt(subscription), {
    policyDefinitionId,
    parameters: given(parameters),
    ...more,
  });
  return azure;
}

const locations = "e56962a6-4747-49cd-b67b-bf8b01975c4c";
const france = { listOfAllowedLocations: ["francecentral", "francesouth"] };
const inFrance = { location: "France Central" };
const abroad = { location: "westeurope" };

interface Case {
  readonly policy: string;
  readonly parameters?: Readonly<Record<string, JsonObject[string]>>;
  readonly denied: readonly [id: string, body: JsonObject];
  readonly allowed: readonly [id: string, body: JsonObject];
}

// oxlint-disable-next-line unicorn/no-thenable -- the word of Azure Policy; nobody awaits a rule
const outcome = "then";

const withAddress = {
  ipConfigurations: [{ name: "ip" }, { name: "b", publicIPAddress: { id: address } }],
};

const cases: readonly (readonly [string, Case])[] = [
  [
    "Allowed locations",
    {
      policy: locations,
      parameters: france,
      denied: [net, abroad],
      allowed: [net, { location: "francecentral" }],
    },
  ],
  [
    "Allowed locations for resource groups",
    {
      policy: "e765b5de-1225-4ba3-bd56-1ac6695af988",
      parameters: france,
      denied: [`${subscription}/resourceGroups/two`, abroad],
      allowed: [net, abroad],
    },
  ],
  [
    "Network interfaces should not have public IPs",
    {
      policy: "83a86a26-fd1f-447c-b59d-e51f44264114",
      denied: [nic, withAddress],
      allowed: [nic, { ipConfigurations: [{ name: "ip" }] }],
    },
  ],
  [
    "Require a tag on resources",
    {
      policy: "871b6d14-10aa-478d-b590-94f262ecfa99",
      parameters: { tagName: "firm" },
      denied: [net, { ...inFrance, tags: { other: "x" } }],
      allowed: [net, { ...inFrance, tags: { FIRM: "dupont" } }],
    },
  ],
  [
    "Require a tag and its value on resources",
    {
      policy: "1e30110a-5ceb-460c-a204-c1c3969c6d62",
      parameters: { tagName: "service", tagValue: "cabinet" },
      denied: [net, { ...inFrance, tags: { service: "other" } }],
      allowed: [net, { ...inFrance, tags: { service: "Cabinet" } }],
    },
  ],
  [
    "Require a tag on resource groups",
    {
      policy: "96670d01-0a4d-4649-9c89-2d3abc0a5025",
      parameters: { tagName: "firm" },
      denied: [`${subscription}/resourceGroups/two`, inFrance],
      allowed: [net, inFrance],
    },
  ],
  [
    "Require a tag and its value on resource groups",
    {
      policy: "8ce3da23-7156-49e4-b145-24f95f9dcb46",
      parameters: { tagName: "firm", tagValue: "dupont" },
      denied: [`${subscription}/resourceGroups/two`, { ...inFrance, tags: { firm: "petit" } }],
      allowed: [`${subscription}/resourceGroups/two`, { ...inFrance, tags: { firm: "dupont" } }],
    },
  ],
  [
    "Not allowed resource types",
    {
      policy: "6c112d4e-5bc7-47ae-a041-ea2d9dccd749",
      parameters: { listOfResourceTypesNotAllowed: ["Microsoft.Network/bastionHosts"] },
      denied: [inGroup("Microsoft.Network/bastionHosts/bas"), inFrance],
      allowed: [net, inFrance],
    },
  ],
  [
    "Allowed resource types",
    {
      policy: "a08ec900-254a-4555-9bf5-e42af04b5c5c",
      parameters: { listOfResourceTypesAllowed: ["Microsoft.Network/virtualNetworks"] },
      denied: [machine, inFrance],
      allowed: [net, inFrance],
    },
  ],
  [
    "Allowed virtual machine size SKUs",
    {
      policy: "cccc23c7-8427-4f53-ad12-b6a63eb452b3",
      parameters: { listOfAllowedSKUs: ["Standard_D8as_v5"] },
      denied: [machine, { ...inFrance, hardwareProfile: { vmSize: "Standard_M128" } }],
      allowed: [machine, { ...inFrance, hardwareProfile: { vmSize: "Standard_D8as_v5" } }],
    },
  ],
];

describe.each(cases)("Azure's own policy: %s", (name, { policy, parameters, denied, allowed }) => {
  test("rejects what it denies", () => {
    const azure = assigned(builtIn(policy), parameters);
    expect(() => azure.create(...denied)).toThrow(
      /^Status=403 Code="RequestDisallowedByPolicy" Message="Resource '\w+' was disallowed by policy. Policy identifiers/,
    );
    expect(() => azure.create(...denied)).toThrow(
      `"policyDefinition":{"name":"${name}","id":"${builtIn(policy)}"}`,
    );
  });

  test("takes everything else", () => {
    expect(assigned(builtIn(policy), parameters).create(...allowed).revision).toBe(1);
  });
});

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
