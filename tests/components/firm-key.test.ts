import { builtInRoles } from "../../infra/azure/roles";
import { FirmKey } from "../../infra/components/firm-key";
import { Keys } from "../../infra/components/keys";
import { ids, placement } from "../support/builders";
import { counted, inputsOf, named, registered } from "../support/harness";

const record = async () => {
  const list = await registered(() => {
    const keys = new Keys("keys", {
      ...placement(),
      tenant: ids.tenant,
      endpoint: { subnetId: "subnet-id", zoneId: "zone-id" },
    });
    new FirmKey("key", { ...placement(), vaultId: keys.vaultId, vaultName: keys.vaultName });
  });
  return list;
};

describe("FirmKey", () => {
  test("defaults: a key, who may use it, and what encrypts disks with it", async () => {
    const list = await record();
    expect(counted(list.filter(({ name }) => /^key(-|$)/.test(name)))).toEqual({
      "authorization:RoleAssignment": 1,
      "cabinet:firm:FirmKey": 1,
      "compute:DiskEncryptionSet": 1,
      "keyvault:Key": 1,
      "managedidentity:UserAssignedIdentity": 1,
    });
  });

  test("everything (STO-14): the firm's own key, in its own vault, renewed every year", async () => {
    const list = await record();
    expect(inputsOf(list, "key-key")).toMatchObject({
      keyName: "key-prod-dupont-data",
      vaultName: named(list, "keys-vault").inputs["vaultName"],
      properties: {
        kty: "RSA",
        keySize: 3072,
        rotationPolicy: {
          lifetimeActions: [{ action: { type: "rotate" }, trigger: { timeAfterCreate: "P1Y" } }],
        },
      },
    });
    const disks = named(list, "key-disks");
    expect(disks.inputs).toMatchObject({
      encryptionType: "EncryptionAtRestWithCustomerKey",
      rotationToLatestKeyVersionEnabled: true,
      activeKey: { sourceVault: { id: named(list, "keys-vault").id } },
      identity: {
        type: "UserAssigned",
        userAssignedIdentities: [named(list, "key-user").id],
      },
    });
    // A renewal by Azure is no change of the program's.
    expect(disks.ignoreChanges).toEqual(["activeKey"]);
  });

  test("hardened: it wraps and unwraps, never leaves the vault and never locks the firm out", async () => {
    const { properties } = inputsOf(await record(), "key-key");
    expect(properties).toMatchObject({
      keyOps: ["wrapKey", "unwrapKey"],
      attributes: { enabled: true, exportable: false },
    });
    expect(JSON.stringify(properties)).not.toContain("expir");
  });

  test("hardened: one identity uses it, on this key alone, before anything is encrypted", async () => {
    const list = await record();
    const use = named(list, "key-use");
    expect(use.inputs).toMatchObject({
      scope: named(list, "key-key").id,
      principalType: "ServicePrincipal",
    });
    expect(use.inputs["roleDefinitionId"]).toContain(
      builtInRoles.keyVaultCryptoServiceEncryptionUser.id,
    );
    expect(named(list, "key-disks").dependsOn).toContain(use.urn);
  });
});
