/** A role built into Azure, the same in every tenant. */
export interface BuiltInRole {
  /** Azure's own name. */
  readonly name: string;
  /** GUID of its definition. */
  readonly id: string;
}

/**
 * Built-in roles this product assigns, names and GUIDs as in
 * https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
export const builtInRoles = {
  owner: { name: "Owner", id: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635" },
  contributor: { name: "Contributor", id: "b24988ac-6180-42a0-ab88-20f7382dd24c" },
  reader: { name: "Reader", id: "acdd72a7-3385-48ef-bd42-f606fba81ae7" },
  userAccessAdministrator: {
    name: "User Access Administrator",
    id: "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
  },
  roleBasedAccessControlAdministrator: {
    name: "Role Based Access Control Administrator",
    id: "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
  },
  desktopVirtualizationUser: {
    name: "Desktop Virtualization User",
    id: "1d18fff3-a72a-46b5-b4a9-0b38a3cd7e63",
  },
  desktopVirtualizationPowerOnContributor: {
    name: "Desktop Virtualization Power On Contributor",
    id: "489581de-a3bd-480d-9518-53dea7416b33",
  },
  desktopVirtualizationPowerOnOffContributor: {
    name: "Desktop Virtualization Power On Off Contributor",
    id: "40c5ff49-9181-41f8-ae61-143b0e78555e",
  },
  desktopVirtualizationVirtualMachineContributor: {
    name: "Desktop Virtualization Virtual Machine Contributor",
    id: "a959dbd1-f747-45e3-8ba6-dd80f235f97c",
  },
  desktopVirtualizationContributor: {
    name: "Desktop Virtualization Contributor",
    id: "082f0a83-3be5-4ba1-904c-961cca79b387",
  },
  desktopVirtualizationReader: {
    name: "Desktop Virtualization Reader",
    id: "49a72310-ab8d-41df-bbb0-79b649203868",
  },
  desktopVirtualizationHostPoolContributor: {
    name: "Desktop Virtualization Host Pool Contributor",
    id: "e307426c-f9b6-4e81-87de-d99efb3c32bc",
  },
  desktopVirtualizationHostPoolReader: {
    name: "Desktop Virtualization Host Pool Reader",
    id: "ceadfde2-b300-400a-ab7b-6143895aa822",
  },
  desktopVirtualizationApplicationGroupContributor: {
    name: "Desktop Virtualization Application Group Contributor",
    id: "86240b0e-9422-4c43-887b-b61143f32ba8",
  },
  desktopVirtualizationApplicationGroupReader: {
    name: "Desktop Virtualization Application Group Reader",
    id: "aebf23d0-b568-4e86-b8f9-fe83a2c6ab55",
  },
  desktopVirtualizationWorkspaceContributor: {
    name: "Desktop Virtualization Workspace Contributor",
    id: "21efdde3-836f-432b-bf3d-3e8e734d4b2b",
  },
  desktopVirtualizationWorkspaceReader: {
    name: "Desktop Virtualization Workspace Reader",
    id: "0fa44ee9-7a7d-466b-9bb2-2bf446b1204d",
  },
  desktopVirtualizationSessionHostOperator: {
    name: "Desktop Virtualization Session Host Operator",
    id: "2ad6aaab-ead9-4eaa-8ac5-da422f562408",
  },
  desktopVirtualizationUserSessionOperator: {
    name: "Desktop Virtualization User Session Operator",
    id: "ea4bfff8-7fb4-485a-aadd-d4129a0ffaa6",
  },
  virtualMachineUserLogin: {
    name: "Virtual Machine User Login",
    id: "fb879df8-f326-4884-b1cf-06f3ad86be52",
  },
  virtualMachineAdministratorLogin: {
    name: "Virtual Machine Administrator Login",
    id: "1c0163c0-47e6-4577-8991-ea5c82e286e4",
  },
  virtualMachineContributor: {
    name: "Virtual Machine Contributor",
    id: "9980e02c-c2be-4d73-94e8-173b1dc7cf3c",
  },
  networkContributor: { name: "Network Contributor", id: "4d97b98b-1d4f-4787-a291-c67834d212e7" },
  managedIdentityOperator: {
    name: "Managed Identity Operator",
    id: "f1a07417-d97a-45cb-824c-7a7467783830",
  },
  storageAccountContributor: {
    name: "Storage Account Contributor",
    id: "17d1049b-9a84-46fb-8f53-869881c3d3ab",
  },
  storageFileDataSmbShareReader: {
    name: "Storage File Data SMB Share Reader",
    id: "aba4ae5f-2193-4029-9191-0cb91df5e314",
  },
  storageFileDataSmbShareContributor: {
    name: "Storage File Data SMB Share Contributor",
    id: "0c867c2a-1d8c-454a-a3db-ab2ea1bdc8bb",
  },
  storageFileDataSmbShareElevatedContributor: {
    name: "Storage File Data SMB Share Elevated Contributor",
    id: "a7264617-510b-434b-a828-9731dc254ea7",
  },
  storageFileDataPrivilegedReader: {
    name: "Storage File Data Privileged Reader",
    id: "b8eda974-7b85-4f76-af95-65846b26df6d",
  },
  storageFileDataPrivilegedContributor: {
    name: "Storage File Data Privileged Contributor",
    id: "69566ab7-960f-475b-8e7c-b3118f30c6bd",
  },
  storageBlobDataReader: {
    name: "Storage Blob Data Reader",
    id: "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
  },
  storageBlobDataContributor: {
    name: "Storage Blob Data Contributor",
    id: "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
  },
  storageBlobDataOwner: {
    name: "Storage Blob Data Owner",
    id: "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
  },
  keyVaultSecretsUser: {
    name: "Key Vault Secrets User",
    id: "4633458b-17de-408a-b874-0445c86b69e6",
  },
  keyVaultSecretsOfficer: {
    name: "Key Vault Secrets Officer",
    id: "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
  },
  keyVaultCryptoOfficer: {
    name: "Key Vault Crypto Officer",
    id: "14b46e9e-c2b7-41b4-b07b-48a6ebf60603",
  },
  keyVaultCryptoServiceEncryptionUser: {
    name: "Key Vault Crypto Service Encryption User",
    id: "e147488a-f6f5-4113-8e2d-b22465e65bf6",
  },
  keyVaultContributor: {
    name: "Key Vault Contributor",
    id: "f25e0fa2-a7c8-4377-a976-54943a77a395",
  },
  backupContributor: { name: "Backup Contributor", id: "5e467623-bb1f-42f4-a55d-6e525e11384b" },
  backupOperator: { name: "Backup Operator", id: "00c29273-979b-4161-815c-10b084fb9324" },
  monitoringContributor: {
    name: "Monitoring Contributor",
    id: "749f88d5-cbae-40b8-bcfc-e573ddc772fa",
  },
  azureConnectedMachineOnboarding: {
    name: "Azure Connected Machine Onboarding",
    id: "b64e21ea-ac4e-4cdf-9dc9-5b892992bee7",
  },
  azureConnectedMachineResourceAdministrator: {
    name: "Azure Connected Machine Resource Administrator",
    id: "cd570a14-e51a-42ad-bac8-bafd67325302",
  },
  logAnalyticsContributor: {
    name: "Log Analytics Contributor",
    id: "92aaf0da-9dab-42b6-94a3-d43ce8d16293",
  },
} as const satisfies Record<string, BuiltInRole>;

/** Name of a built-in role in this product. */
export type RoleName = keyof typeof builtInRoles;

/** Id of a built-in role's definition, as role assignments in a subscription must give it. */
export function roleDefinitionId(subscriptionId: string, role: RoleName): string {
  return `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${builtInRoles[role].id}`;
}
