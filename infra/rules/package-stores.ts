import type { RegisteredResource } from "../resources/registered";

/**
 * Whether an account holds what offices' machines read their configuration from, and nothing else. It is the one kind
 * that is reached from the internet, by links that its own key signs: a machine in an office can prove itself to Azure
 * by nothing else. What lies there is no secret and nothing of a firm's files, and ends with the office's stack.
 * https://learn.microsoft.com/azure/governance/machine-configuration/how-to/develop-custom-package/5-access-package
 */
export function isPackageStore({ urn }: RegisteredResource): boolean {
  return urn.includes("cabinet:site:PackageStore$azure-native:storage:StorageAccount::");
}
