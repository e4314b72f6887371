import { recoverByHand } from "../../../infra/embedded-azure/by-hand/recover";
import type { JsonObject } from "../../../infra/embedded-azure/values/property";
import { TestAzure, inGroup } from "../support/azure";
import { Fixture } from "../support/native";

// A secret or a key that is deleted by itself: its vault keeps it, and its name.

const vault = inGroup("Microsoft.KeyVault/vaults/kv-firm");
const properties = (more: JsonObject = {}): JsonObject => ({
  location: "francecentral",
  properties: { softDeleteRetentionInDays: 30, ...more },
});

function deleted(collection: "secrets" | "keys", more: JsonObject = {}): TestAzure {
  const azure = TestAzure.withGroup();
  azure.create(vault, properties(more));
  azure.create(`${vault}/${collection}/join`, { properties: { value: "x" } });
  azure.remove(`${vault}/${collection}/join`);
  return azure;
}

describe.each([
  ["secrets", "deletedSecrets", "Secret"],
  ["keys", "deletedKeys", "Key"],
] as const)("one of the %s", (collection, among, word) => {
  const live = `${vault}/${collection}/join`;
  const kept = `${vault}/${among}/join`;

  test("rejects a new one of its name while it is kept", () => {
    const azure = deleted(collection);
    expect(azure.get(live)).toBeUndefined();
    expect(azure.body(kept)["properties"]).toEqual({
      deletedDate: "2026-03-01T09:00:00.000Z",
      scheduledPurgeDate: "2026-03-31T09:00:00.000Z",
    });
    expect(() => azure.create(live, {})).toThrow(
      `Status=409 Code="Conflict" Message="${word} join is currently in a deleted but recoverable state, and its name cannot be reused`,
    );
    azure.wait(30 * 24);
    expect(azure.create(live, {}).revision).toBe(1);
  });

  test("comes back as it was", () => {
    const azure = deleted(collection);
    expect(recoverByHand(azure.store, `${among}/join`, azure.world.now).id).toBe(live);
    expect(azure.get(live)?.revision).toBe(1);
    expect(azure.get(kept)).toBeUndefined();
  });

  test("is purged, unless its vault is protected from that", () => {
    const azure = deleted(collection);
    azure.remove(kept);
    expect(azure.create(live, {}).revision).toBe(1);
    const firm = deleted(collection, { enablePurgeProtection: true });
    expect(() => firm.remove(kept)).toThrow(/^Status=403 Code="Forbidden" .*purge protection/);
  });

  test("goes and comes with its vault, deleted as it is", () => {
    const azure = deleted(collection);
    azure.remove(vault);
    expect(azure.get(kept)).toBeUndefined();
    azure.create(vault, properties({ createMode: "recover" }));
    expect(azure.get(live)).toBeUndefined();
    expect(() => azure.create(live, {})).toThrow("deleted but recoverable");
  });
});

test("goes past a lock on its vault, which is a matter of ARM alone", () => {
  const azure = TestAzure.withGroup();
  azure.create(vault, properties());
  azure.create(`${vault}/secrets/join`, {});
  azure.create(`${vault}/providers/Microsoft.Authorization/locks/keep`, { level: "CanNotDelete" });
  azure.remove(`${vault}/secrets/join`);
  expect(azure.get(`${vault}/deletedSecrets/join`)).toBeDefined();
  expect(() => azure.remove(vault)).toThrow("ScopeLocked");
});

test("is not kept where nothing is", () => {
  const azure = TestAzure.withGroup();
  azure.store.settings.set("softDelete", "gone");
  azure.create(vault, properties());
  azure.create(`${vault}/secrets/join`, {});
  azure.remove(`${vault}/secrets/join`);
  expect(azure.create(`${vault}/secrets/join`, {}).revision).toBe(1);
});

test("azure-native recovers what was deleted under the name it is to make", () => {
  const fixture = new Fixture();
  fixture.make("azure-native:keyvault:Vault", {
    resourceGroupName: "rg",
    vaultName: "kv-firm",
    properties: {
      tenantId: "1b2c3d4e-0000-4000-8000-000000000001",
      sku: { family: "A", name: "standard" },
    },
  });
  const secret = (value: string) => ({
    resourceGroupName: "rg",
    vaultName: "kv-firm",
    secretName: "join",
    properties: { value },
  });
  const token = "azure-native:keyvault:Secret";
  const { id } = fixture.make(token, secret("one"));
  fixture.remove(token, id);
  expect(fixture.make(token, secret("two")).id).toBe(id);
  expect(fixture.store.resources.get(id)?.revision).toBe(2);
});
