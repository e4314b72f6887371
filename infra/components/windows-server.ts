/**
 * Windows Server 2022, generation 2, for machines that are no session hosts. The version must be
 * offered in the firm's region, and Microsoft withdraws old ones: `az vm image list --all --publisher
 * MicrosoftWindowsServer --offer WindowsServer --sku 2022-datacenter-azure-edition --location francecentral`.
 */
export const windowsServer = {
  publisher: "MicrosoftWindowsServer",
  offer: "WindowsServer",
  sku: "2022-datacenter-azure-edition",
  version: "20348.2762.241006",
} as const;
