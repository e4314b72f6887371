import { TestAzure, inGroup } from "../../support/azure";
import { deploy, net, network } from "../../support/deployment";

describe("a parameter that refers to a secret in a key vault", () => {
  const vault = inGroup("Microsoft.KeyVault/vaults/kv-secrets");
  const template = {
    parameters: { password: { type: "secureString" } },
    resources: [network],
  };
  const parameters = { password: { reference: { keyVault: { id: vault }, secretName: "join" } } };

  function azureWithVault(enabledForTemplateDeployment: boolean): TestAzure {
    const azure = TestAzure.withGroup();
    azure.put(vault, {
      location: "francecentral",
      properties: {
        tenantId: "1b2c3d4e-0000-4000-8000-000000000001",
        sku: { family: "A", name: "standard" },
        enabledForTemplateDeployment,
      },
    });
    return azure;
  }

  test("rejects a vault that is not there, does not let templates in, or lacks the secret", () => {
    const nowhere = TestAzure.withGroup();
    expect(() => deploy(nowhere, template, parameters)).toThrow("could not be found");
    expect(() => deploy(azureWithVault(false), template, parameters)).toThrow(
      "not enabled for template deployment",
    );
    expect(() => deploy(azureWithVault(true), template, parameters)).toThrow(
      "A secret with (name/id) join was not found",
    );
  });

  test("is read by Azure itself, and never answered", () => {
    const azure = azureWithVault(true);
    azure.put(`${vault}/secrets/join`, { properties: { value: "from somebody's hand" } });
    const properties = deploy(azure, template, parameters);
    expect(properties["outputResources"]).toEqual([{ id: net }]);
    expect(JSON.stringify(properties)).not.toContain("somebody");
  });
});
