import type { JsonObject } from "../../../infra/embedded-azure/values/property";
import { TestAzure, inGroup, subscription } from "./azure";

export const net = inGroup("Microsoft.Network/virtualNetworks/net");
export const nic = inGroup("Microsoft.Network/networkInterfaces/nic");
export const machine = inGroup("Microsoft.Compute/virtualMachines/vm");
export const address = inGroup("Microsoft.Network/publicIPAddresses/pip");
export const assignmentAt = (scope: string): string =>
  `${scope}/providers/Microsoft.Authorization/policyAssignments/rule`;
export const builtIn = (id: string): string =>
  `/providers/Microsoft.Authorization/policyDefinitions/${id}`;
export const own = `${subscription}/providers/Microsoft.Authorization/policyDefinitions/own`;

export const given = (values: Readonly<Record<string, JsonObject[string]>>): JsonObject =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));

/** An Azure in which a policy is assigned to the subscription. */
export function assigned(
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

export const locations = "e56962a6-4747-49cd-b67b-bf8b01975c4c";
export const france = { listOfAllowedLocations: ["francecentral", "francesouth"] };
export const inFrance = { location: "France Central" };
export const abroad = { location: "westeurope" };
