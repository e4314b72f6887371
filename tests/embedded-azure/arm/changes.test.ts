import type { JsonObject } from "../../../infra/embedded-azure/values/property";
import { TestAzure, inGroup } from "../support/azure";

const machine = inGroup("Microsoft.Compute/virtualMachines/vm");

describe("changing", () => {
  test.each<[string, string, JsonObject, JsonObject]>([
    [
      "a host pool's type",
      "Microsoft.DesktopVirtualization/hostPools/pool",
      { hostPoolType: "Pooled" },
      { hostPoolType: "Personal" },
    ],
    [
      "a scaling plan's type",
      "Microsoft.DesktopVirtualization/scalingPlans/plan",
      { hostPoolType: "Pooled" },
      { hostPoolType: "Personal" },
    ],
    [
      "an application group's type",
      "Microsoft.DesktopVirtualization/applicationGroups/apps",
      { applicationGroupType: "Desktop" },
      { applicationGroupType: "RemoteApp" },
    ],
    [
      "a machine's image",
      "Microsoft.Compute/virtualMachines/vm",
      { storageProfile: { imageReference: { sku: "a" } } },
      { storageProfile: { imageReference: { sku: "b" } } },
    ],
    [
      "a machine's password, though it is never answered",
      "Microsoft.Compute/virtualMachines/vm",
      { osProfile: { adminPassword: "Correct-horse-1" } },
      { osProfile: { adminPassword: "Battery-staple-2" } },
    ],
    [
      "how long a vault keeps what was deleted",
      "Microsoft.KeyVault/vaults/vault",
      { properties: { softDeleteRetentionInDays: 90 } },
      { properties: { softDeleteRetentionInDays: 7 } },
    ],
  ])("rejects changing %s", (_what, path, before, after) => {
    const azure = TestAzure.withGroup();
    const id = inGroup(path);
    azure.create(id, before);
    expect(() => azure.put(id, after)).toThrow(/Status=409 Code="PropertyChangeNotAllowed"/);
    expect(azure.put(id, before).revision).toBe(2);
  });

  test("rejects moving a resource; other spellings of its place are the same place", () => {
    const azure = TestAzure.withGroup();
    azure.create(machine, { location: "France Central" });
    expect(azure.put(machine, { location: "francecentral" }).body["location"]).toBe(
      "francecentral",
    );
    expect(() => azure.put(machine, { location: "westeurope" })).toThrow(
      /Status=409 Code="InvalidResourceLocation".*already exists in location 'francecentral'/,
    );
  });

  test("what a change leaves out is gone", () => {
    const azure = TestAzure.withGroup();
    azure.create(machine, { tags: { a: "1" }, licenseType: "Windows_Client" });
    expect(azure.put(machine, { tags: { a: "1" } }).body["licenseType"]).toBeUndefined();
  });

  test("a change shows in the mark of the content, a repetition does not", () => {
    const azure = TestAzure.withGroup();
    const first = azure.create(machine, { tags: { a: "1" } }).body["etag"];
    expect(azure.put(machine, { tags: { a: "1" } }).body["etag"]).toBe(first);
    expect(azure.put(machine, { tags: { a: "2" } }).body["etag"]).not.toBe(first);
  });
});

describe("what only one may have", () => {
  const other = "/subscriptions/6f1d2c3b-0000-4000-8000-000000000002/resourceGroups/far";

  test.each([
    [
      "storage account",
      "Microsoft.Storage/storageAccounts/accountone",
      "StorageAccountAlreadyTaken",
    ],
    ["vault", "Microsoft.KeyVault/vaults/vault-one", "VaultAlreadyExists"],
  ])("rejects a %s called like one in another subscription", (_what, path, code) => {
    const azure = TestAzure.withGroup();
    azure.create(other, { location: "francecentral" });
    azure.create(inGroup(path), {});
    expect(() => azure.create(`${other}/providers/${path}`, {})).toThrow(code);
    azure.remove(inGroup(path));
    // A key vault keeps its name for 90 days.
    azure.wait(90 * 24);
    expect(azure.create(`${other}/providers/${path}`, {}).revision).toBe(1);
  });

  test("rejects the same role for the same principal at the same place twice", () => {
    const azure = TestAzure.withGroup();
    const role = (number: number): string =>
      inGroup(
        `Microsoft.Authorization/roleAssignments/0f7ac7a1-0000-4000-8000-00000000000${number}`,
      );
    const body = { principalId: "p", roleDefinitionId: "/providers/x/roleDefinitions/reader" };
    azure.create(role(1), body);
    expect(() => azure.create(role(2), body)).toThrow(/Code="RoleAssignmentExists"/);
    expect(azure.create(role(2), { ...body, principalId: "q" }).revision).toBe(1);
  });

  test("rejects a disk and a network interface in two machines", () => {
    const azure = TestAzure.withGroup();
    const disk = inGroup("Microsoft.Compute/disks/data");
    azure.create(disk, {});
    const body = {
      storageProfile: {
        dataDisks: [{ lun: 0, createOption: "Attach", managedDisk: { id: disk } }],
      },
    };
    azure.create(machine, body);
    expect(() => azure.create(`${machine}2`, body)).toThrow(/belongs to .*virtualMachines\/vm\./);
  });
});
