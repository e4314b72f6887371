import type { JsonObject } from "../../../infra/embedded-azure/values/property";
import { inGroup, type TestAzure } from "./azure";

export const deployment = inGroup("Microsoft.Resources/deployments/d");
export const net = inGroup("Microsoft.Network/virtualNetworks/net");

export function deploy(
  azure: TestAzure,
  template: JsonObject,
  parameters: JsonObject = {},
): JsonObject {
  const { body } = azure.put(deployment, {
    properties: { mode: "Incremental", template, parameters },
  });
  return body["properties"] as JsonObject;
}

export const network = {
  type: "Microsoft.Network/virtualNetworks",
  apiVersion: "2024-05-01",
  name: "net",
  location: "[resourceGroup().location]",
  properties: { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } },
};
