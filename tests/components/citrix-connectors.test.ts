import fc from "fast-check";
import { CitrixConnectors } from "../../infra/components/citrix-connectors";
import {
  connectorDeployment,
  connectorScript,
} from "../../infra/components/citrix-connector-software";
import { literal } from "../../infra/windows/powershell";
import { SECRET } from "../../infra/resources/registered";
import { placement } from "../support/builders";
import { counted, inputsOf, named, registered } from "../support/harness";

const vaultId = "/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv";
const cloud = {
  customer: "dupont7f3k2a",
  resourceLocation: "44444444-0000-4000-8000-000000000001",
  clientId: "44444444-0000-4000-8000-000000000002",
  clientSecret: { vaultId, secretName: "citrix-client" },
};
const record = (zones: readonly string[] = ["1", "2", "3"]) =>
  registered(() => {
    new CitrixConnectors("connectors", {
      ...placement(),
      zones,
      subnetId: "subnet-id",
      diskEncryptionSetId: "encryption-id",
      join: {
        kind: "domain",
        domain: "cabinet-dupont.example",
        unit: "OU=Hotes,DC=cabinet-dupont,DC=example",
        account: "svc-join@cabinet-dupont.example",
        password: { vaultId, secretName: "domain-join" },
      },
      cloud,
    });
  });

describe("CitrixConnectors", () => {
  test("defaults: two machines that join the domain and then Citrix Cloud", async () => {
    const list = await record();
    expect(counted(list)).toEqual({
      "cabinet:firm:CitrixConnectors": 1,
      "compute:VirtualMachine": 2,
      "compute:VirtualMachineExtension": 4,
      "network:NetworkInterface": 2,
      "random:index/randomPassword:RandomPassword": 2,
      "resources:Deployment": 4,
    });
    expect(named(list, "connectors-1-connector").dependsOn).toContain(
      named(list, "connectors-1-join").urn,
    );
  });

  test("everything: in different zones, on Windows Server, where there are zones", async () => {
    const list = await record();
    expect([1, 2].map((one) => inputsOf(list, `connectors-${one}-vm`)["zones"])).toEqual([
      ["1"],
      ["2"],
    ]);
    expect(inputsOf(list, "connectors-1-vm")).toMatchObject({
      licenseType: "Windows_Server",
      hardwareProfile: { vmSize: "Standard_D2as_v5" },
      storageProfile: { imageReference: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/) } },
      osProfile: {
        windowsConfiguration: {
          timeZone: "Romance Standard Time",
          patchSettings: { patchMode: "AutomaticByPlatform" },
        },
      },
    });
    expect(inputsOf(await record([]), "connectors-1-vm")).not.toHaveProperty("zones");
  });

  test("hardened: no public address, trusted launch, encrypted, and no secret in the program", async () => {
    const list = await record();
    expect(inputsOf(list, "connectors-1-vm")).toMatchObject({
      securityProfile: { securityType: "TrustedLaunch", encryptionAtHost: true },
      osProfile: { adminPassword: SECRET },
      storageProfile: { osDisk: { managedDisk: { diskEncryptionSet: { id: "encryption-id" } } } },
    });
    expect(JSON.stringify(inputsOf(list, "connectors-1-nic"))).not.toContain("publicIPAddress");
    const { template, parameters } = connectorDeployment("vm1", "francecentral", cloud);
    expect(template.parameters.clientSecret).toEqual({ type: "securestring" });
    expect(parameters.clientSecret).toEqual({
      reference: { keyVault: { id: vaultId }, secretName: "citrix-client" },
    });
    const [command] = template.resources;
    expect(command?.properties.protectedParameters).toEqual([
      { name: "ClientSecret", value: "[parameters('clientSecret')]" },
    ]);
  });
});

describe("connectorScript", () => {
  test("is ASCII and quotes what it is given, whatever that is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const script = connectorScript({ ...cloud, resourceLocation: text, clientId: text });
        expect(script).toMatch(/^[\x20-\x7e\n]*$/);
        expect(script).toContain(`resourceLocationId = ${literal(text)};`);
      }),
    );
  });

  test("runs only what Citrix has signed, and leaves no answers behind", () => {
    const script = connectorScript(cloud);
    const [checked, run] = ["Get-AuthenticodeSignature", "Start-Process"].map((word) =>
      script.indexOf(word),
    );
    expect(checked).toBeLessThan(run ?? 0);
    expect(script).toMatch(/finally \{\n {2}Remove-Item -LiteralPath \$answers/);
  });
});
