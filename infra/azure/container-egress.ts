/** A service tag that containers of Azure Container Apps must reach, and on which ports. */
export interface ContainerEgress {
  readonly name: string;
  readonly tag: string;
  readonly ports: readonly string[];
  readonly why: string;
}

/**
 * What an environment of Azure Container Apps with workload profiles must reach, and what a job there that calls
 * Azure itself needs besides: https://learn.microsoft.com/azure/container-apps/firewall-integration
 */
export const containerEgress: readonly ContainerEgress[] = [
  {
    name: "images",
    tag: "MicrosoftContainerRegistry",
    ports: ["443"],
    why: "images of Microsoft's",
  },
  {
    name: "image-layers",
    tag: "AzureFrontDoor.FirstParty",
    ports: ["443"],
    why: "what images consist of",
  },
  { name: "entra", tag: "AzureActiveDirectory", ports: ["443"], why: "the job's own identity" },
  { name: "monitor", tag: "AzureMonitor", ports: ["443"], why: "what the job says" },
  {
    name: "resource-manager",
    tag: "AzureResourceManager",
    ports: ["443"],
    why: "asks the vault for a restore",
  },
  // Not told by a tag, and not let through by the deny at the end.
  { name: "azure-names", tag: "168.63.129.16/32", ports: ["53"], why: "names, from Azure" },
];

/**
 * The same in names, for a firewall that knows them: https://learn.microsoft.com/azure/container-apps/use-azure-firewall
 */
export const containerHosts: readonly string[] = [
  "mcr.microsoft.com",
  "*.data.mcr.microsoft.com",
  "packages.aks.azure.com",
  "acs-mirror.azureedge.net",
  "*.identity.azure.net",
  "login.microsoftonline.com",
  "*.login.microsoftonline.com",
  "*.login.microsoft.com",
  "management.azure.com",
];
