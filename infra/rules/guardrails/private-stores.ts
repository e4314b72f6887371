import type { RegisteredResource } from "../../resources/registered";
import { breachesOf, isIdOf, listAt, mustBe, ofType, valueAt } from "../inputs";
import { together, type Guardrail } from "../model";

const stores = ["storage:StorageAccount", "keyvault:Vault"];

export const privateStores: Guardrail = {
  id: "private-stores",
  what: "storage accounts and key vaults are reached through a private endpoint only",
  why: "a stolen credential is then worth nothing outside of the firm's network",
  severity: "error",
  source: "Azure review checklists, storage: f42d78e7, key vault: 6d37a33b",
  remedy:
    "set publicNetworkAccess to Disabled and the network rules' defaultAction to Deny, and give it a PrivateEndpoint",
  check: together((resources) => [
    ...breachesOf(ofType(resources, ...stores), (store) => [
      ...openings(store),
      ...withoutEndpoint(store, resources),
    ]),
    // Backups are reached by Azure itself; people restore through Azure's portal.
    ...breachesOf(ofType(resources, "recoveryservices:Vault"), (vault) =>
      mustBe(vault, "properties.publicNetworkAccess", "Disabled"),
    ),
  ]),
};

function openings(store: RegisteredResource): readonly string[] {
  return store.type.endsWith(":Vault")
    ? [
        ...mustBe(store, "properties.publicNetworkAccess", "Disabled", "disabled"),
        ...mustBe(store, "properties.networkAcls.defaultAction", "Deny"),
      ]
    : [
        ...mustBe(store, "publicNetworkAccess", "Disabled"),
        ...mustBe(store, "networkRuleSet.defaultAction", "Deny"),
      ];
}

function withoutEndpoint(
  store: RegisteredResource,
  resources: readonly RegisteredResource[],
): readonly string[] {
  const reached = ofType(resources, "network:PrivateEndpoint")
    .flatMap((endpoint) => listAt(endpoint, "privateLinkServiceConnections"))
    .map((connection) => valueAt(connection, "privateLinkServiceId"));
  return reached.some((target) => isIdOf(target, store)) ? [] : ["no private endpoint reaches it"];
}
