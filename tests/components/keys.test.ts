import { Keys } from "../../infra/components/keys";
import { ids, placement } from "../support/builders";
import { counted, inputsOf, named, registered } from "../support/harness";

const record = (number?: number) =>
  registered(() => {
    new Keys("keys", {
      ...placement(),
      ...(number !== undefined && { number }),
      tenant: ids.tenant,
      endpoint: { subnetId: "subnet-id", zoneId: "zone-id" },
    });
  });

describe("Keys", () => {
  test("defaults: a vault behind a private endpoint", async () => {
    expect(counted(await record())).toEqual({
      "cabinet:firm:Keys": 1,
      "cabinet:network:PrivateEndpoint": 1,
      "keyvault:Vault": 1,
      "network:PrivateDnsZoneGroup": 1,
      "network:PrivateEndpoint": 1,
    });
  });

  test("everything: the endpoint leads to the vault, and its name into the zone", async () => {
    const list = await record();
    expect(inputsOf(list, "keys-private-endpoint")).toMatchObject({
      subnet: { id: "subnet-id" },
      privateLinkServiceConnections: [
        { privateLinkServiceId: named(list, "keys-vault").id, groupIds: ["vault"] },
      ],
    });
    expect(inputsOf(list, "keys-private-dns")).toMatchObject({
      privateDnsZoneConfigs: [{ privateDnsZoneId: "zone-id" }],
    });
  });

  test("another number is another name, for a vault that is made anew only", async () => {
    const vaultOf = async (number?: number) => named(await record(number), "keys-vault");
    const [first, same, second] = await Promise.all([vaultOf(), vaultOf(1), vaultOf(2)]);
    expect(same.inputs["vaultName"]).toBe(first.inputs["vaultName"]);
    expect(second.inputs["vaultName"]).not.toBe(first.inputs["vaultName"]);
    expect(second.ignoreChanges).toEqual(["vaultName"]);
  });

  test("hardened (KEV-01, KEV-02): roles only, closed to the internet, nothing lost within 90 days", async () => {
    expect(inputsOf(await record(), "keys-vault")["properties"]).toEqual({
      tenantId: ids.tenant,
      sku: { family: "A", name: "standard" },
      enableRbacAuthorization: true,
      enableSoftDelete: true,
      softDeleteRetentionInDays: 90,
      enablePurgeProtection: true,
      enabledForDeployment: false,
      enabledForDiskEncryption: false,
      enabledForTemplateDeployment: false,
      publicNetworkAccess: "Disabled",
      networkAcls: { bypass: "AzureServices", defaultAction: "Deny" },
    });
  });
});
