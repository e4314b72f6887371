import { stableGuid } from "../../../azure/guid";
import { textOf } from "../../values/json";
import type { Computation } from "../world";

/** Most resources of desktop virtualisation have an object id beside their own. */
export const desktopObject: Computation = (_world, { wish }) => ({
  body: { objectId: stableGuid("embedded Azure", "desktop", wish.id.toLowerCase()) },
});

export const recoveryVault: Computation = () => ({
  body: {
    properties: {
      provisioningState: "Succeeded",
      privateEndpointStateForBackup: "None",
      privateEndpointStateForSiteRecovery: "None",
      moveState: "None",
    },
  },
});

export const resourceGroup: Computation = () => ({
  body: { properties: { provisioningState: "Succeeded" } },
});

export const privateZone: Computation = (_world, { wish }) => ({
  body: {
    internalId: stableGuid("embedded Azure", "zone", wish.id.toLowerCase()),
    maxNumberOfRecordSets: 25_000,
    maxNumberOfVirtualNetworkLinks: 1_000,
    maxNumberOfVirtualNetworkLinksWithRegistration: 100,
  },
});

export const zoneLink: Computation = () => ({ body: { virtualNetworkLinkState: "Completed" } });

export const zone: Computation = () => ({
  body: { nameServers: [1, 2, 3, 4].map((number) => `ns${number}-01.azure-dns.example.`) },
});

export const zoneRecord: Computation = (_world, { parts, name }) => {
  const zoneName = parts.names.at(-2) ?? "";
  return {
    body: {
      fqdn: name === "@" ? `${zoneName}.` : `${name}.${zoneName}.`,
      isAutoRegistered: false,
    },
  };
};

export const automationAccount: Computation = (_world, { wish }) => {
  const account = stableGuid("embedded Azure", "automation", wish.id.toLowerCase());
  return {
    body: {
      state: "Ok",
      automationHybridServiceUrl: `https://${account}.jrds.frc.azure-automation.net/automationAccounts/${account}`,
    },
  };
};

export const sqlServer: Computation = (_world, { name }) => ({
  body: { fullyQualifiedDomainName: `${name.toLowerCase()}.database.windows.net`, state: "Ready" },
});

/** One principal has one role at one place once. */
export const roleAssignment: Computation = (_world, { wish, parts }) => {
  const { principalId, roleDefinitionId } = wish.body;
  const role = textOf(roleDefinitionId).replace(/^.*\//, "");
  return {
    body: {
      principalType: wish.body["principalType"] ?? "ServicePrincipal",
      scope: parts.parentId ?? "/",
    },
    claims: {
      assignment: `role assignment of ${role} to ${textOf(principalId)} at ${parts.parentId ?? "/"}`,
    },
  };
};
