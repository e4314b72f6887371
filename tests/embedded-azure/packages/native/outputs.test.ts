import { Secret, Unknown, unknown } from "../../../../infra/embedded-azure/values/property";
import { settings, accountToken, vmToken, Fixture, account } from "../../support/native";

describe("outputs", () => {
  test("of a preview: inputs that are answered, all else unknown, at any depth", () => {
    const outputs = new Fixture().preview("azure-native:keyvault:Vault", {
      resourceGroupName: "rg",
      vaultName: "vault-one",
      properties: { tenantId: "t", sku: { family: "A", name: "standard" } },
    });
    expect(outputs).toMatchObject({
      location: "francecentral",
      azureApiVersion: "2024-11-01",
      properties: { tenantId: "t", sku: { name: "standard" }, vaultUri: unknown },
      name: unknown,
    });
    expect(outputs["vaultName"]).toBeUndefined();
  });

  test("of a preview write nothing", () => {
    const fixture = new Fixture();
    fixture.preview(accountToken, account);
    expect(
      fixture.store.resources.named("Microsoft.Storage/storageAccounts", "accountone"),
    ).toEqual([]);
  });

  test("are what Azure answers, in the shape of the class", () => {
    const { id, outputs } = new Fixture().make(accountToken, account);
    expect(id).toBe(
      "/subscriptions/6f1d2c3b-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/accountone",
    );
    expect(outputs).toMatchObject({
      name: "accountone",
      type: "Microsoft.Storage/storageAccounts",
      kind: "StorageV2",
      provisioningState: "Succeeded",
      azureApiVersion: "2024-01-01",
      primaryEndpoints: { file: "https://accountone.file.core.windows.net/" },
    });
    expect(outputs).not.toHaveProperty("accountName");
    expect(outputs).not.toHaveProperty("etag");
  });

  test("keep secret what went in secret, and leave out what Azure never answers", () => {
    const fixture = new Fixture();
    const { outputs } = fixture.make(vmToken, {
      resourceGroupName: "rg",
      vmName: "vm",
      tags: { open: "o", closed: new Secret("hunter2") },
      licenseType: new Secret("Windows_Client"),
      osProfile: { computerName: "vm", adminPassword: new Secret("Correct-horse-1") },
    });
    expect(outputs["tags"]).toEqual({ open: "o", closed: new Secret("hunter2") });
    expect(outputs["licenseType"]).toEqual(new Secret("Windows_Client"));
    expect(outputs["osProfile"]).toEqual({ computerName: "vm" });
    const stored = JSON.stringify(
      fixture.store.resources.ofType("Microsoft.Compute/virtualMachines"),
    );
    for (const secret of ["hunter2", "Correct-horse-1", "Windows_Client"])
      expect(stored).not.toContain(secret);
  });

  test("of an update in preview: name and place stay known", () => {
    const fixture = new Fixture();
    const { inputs, outputs } = fixture.make(accountToken, account);
    const foreseen = fixture.provider.update(
      {
        token: accountToken,
        id: "x",
        oldInputs: inputs,
        oldOutputs: outputs,
        news: { ...inputs, tags: { a: "b" } },
        ignoreChanges: [],
        preview: true,
      },
      settings,
    );
    expect(foreseen).toMatchObject({ name: "accountone", tags: { a: "b" } });
    expect(foreseen["primaryEndpoints"]).toBeInstanceOf(Unknown);
  });
});

describe("reading", () => {
  const tagged = { ...account, tags: { a: "1", secret: new Secret("hunter2") } };

  test("finds what was made as it was made", () => {
    const fixture = new Fixture();
    const { id, inputs, outputs } = fixture.make(accountToken, tagged);
    const read = fixture.provider.read(
      { token: accountToken, id, oldInputs: inputs, oldOutputs: outputs },
      settings,
    );
    expect(read).toEqual({ id, inputs, outputs });
  });

  test("brings changes behind Pulumi's back into outputs and inputs", () => {
    const fixture = new Fixture();
    const { id, inputs, outputs } = fixture.make(accountToken, tagged);
    const resource = fixture.store.resources.get(id);
    if (resource === undefined) throw new Error("not made");
    const { accessTier: _none, ...body } = resource.body;
    fixture.store.resources.put(
      {
        ...resource,
        body: { ...body, kind: "Storage", minimumTlsVersion: "TLS1_0", tags: { a: "2" } },
      },
      [],
    );
    const read = fixture.provider.read(
      { token: accountToken, id, oldInputs: inputs, oldOutputs: outputs },
      settings,
    );
    expect(read?.outputs).toMatchObject({ kind: "Storage", tags: { a: "2" } });
    expect(read?.inputs).toEqual({
      ...inputs,
      kind: "Storage",
      minimumTlsVersion: "TLS1_0",
      tags: { a: "2" },
    });
  });

  test("nothing is there once it was deleted", () => {
    const fixture = new Fixture();
    const { id, inputs, outputs } = fixture.make(accountToken, account);
    fixture.provider.delete({ token: accountToken, id, inputs }, settings);
    expect(
      fixture.provider.read(
        { token: accountToken, id, oldInputs: inputs, oldOutputs: outputs },
        settings,
      ),
    ).toBeUndefined();
  });

  test("for an import gives inputs that would make the same", () => {
    const fixture = new Fixture();
    const { id, inputs } = fixture.make(accountToken, account);
    const read = fixture.provider.read(
      { token: accountToken, id, oldInputs: undefined, oldOutputs: {} },
      settings,
    );
    expect(read?.inputs).toMatchObject({
      accountName: "accountone",
      resourceGroupName: "rg",
      sku: { name: "Standard_LRS" },
      kind: "StorageV2",
    });
    const checked = fixture.check(accountToken, read?.inputs ?? {});
    expect(checked).toMatchObject({ failures: [], warnings: [] });
    expect(fixture.diff(accountToken, checked.inputs, inputs).changes.size).toBe(0);
  });

  test("identities assigned by id stay a list in the inputs, and are a map in the outputs", () => {
    const fixture = new Fixture();
    const who = fixture.make("azure-native:managedidentity:UserAssignedIdentity", {
      resourceGroupName: "rg",
      resourceName: "who",
    });
    const { id, inputs, outputs } = fixture.make(vmToken, {
      resourceGroupName: "rg",
      vmName: "vm",
      identity: { type: "UserAssigned", userAssignedIdentities: [who.id] },
    });
    expect(outputs["identity"]).toMatchObject({
      userAssignedIdentities: { [who.id]: { principalId: who.outputs["principalId"] } },
    });
    const read = fixture.provider.read(
      { token: vmToken, id, oldInputs: inputs, oldOutputs: outputs },
      settings,
    );
    expect(read?.inputs).toEqual(inputs);
  });
});
