import { typeOfTemplate } from "./arm-ids";
import type { ArmPath } from "./arm-paths";

/**
 * Paths below `/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/`, by module and class of
 * the SDK. Type names were checked against ARM's own definitions, placeholders against the classes of the SDK.
 */
const inGroups: Readonly<Record<string, string>> = {
  "resources:Deployment": "Microsoft.Resources/deployments/{deploymentName}",
  "network:VirtualNetwork": "Microsoft.Network/virtualNetworks/{virtualNetworkName}",
  "network:Subnet": "Microsoft.Network/virtualNetworks/{virtualNetworkName}/subnets/{subnetName}",
  "network:VirtualNetworkPeering":
    "Microsoft.Network/virtualNetworks/{virtualNetworkName}/virtualNetworkPeerings/{virtualNetworkPeeringName}",
  "network:NetworkSecurityGroup":
    "Microsoft.Network/networkSecurityGroups/{networkSecurityGroupName}",
  "network:SecurityRule":
    "Microsoft.Network/networkSecurityGroups/{networkSecurityGroupName}/securityRules/{securityRuleName}",
  "network:PublicIPAddress": "Microsoft.Network/publicIPAddresses/{publicIpAddressName}",
  "network:NatGateway": "Microsoft.Network/natGateways/{natGatewayName}",
  "network:PrivateEndpoint": "Microsoft.Network/privateEndpoints/{privateEndpointName}",
  "network:PrivateDnsZoneGroup":
    "Microsoft.Network/privateEndpoints/{privateEndpointName}/privateDnsZoneGroups/{privateDnsZoneGroupName}",
  "network:NetworkInterface": "Microsoft.Network/networkInterfaces/{networkInterfaceName}",
  "network:RouteTable": "Microsoft.Network/routeTables/{routeTableName}",
  "network:Route": "Microsoft.Network/routeTables/{routeTableName}/routes/{routeName}",
  "network:VirtualNetworkGateway":
    "Microsoft.Network/virtualNetworkGateways/{virtualNetworkGatewayName}",
  "network:VirtualNetworkGatewayConnection":
    "Microsoft.Network/connections/{virtualNetworkGatewayConnectionName}",
  "network:LocalNetworkGateway": "Microsoft.Network/localNetworkGateways/{localNetworkGatewayName}",
  "network:AzureFirewall": "Microsoft.Network/azureFirewalls/{azureFirewallName}",
  "network:FirewallPolicy": "Microsoft.Network/firewallPolicies/{firewallPolicyName}",
  "network:FirewallPolicyRuleCollectionGroup":
    "Microsoft.Network/firewallPolicies/{firewallPolicyName}/ruleCollectionGroups/{ruleCollectionGroupName}",
  "network:BastionHost": "Microsoft.Network/bastionHosts/{bastionHostName}",
  "dnsresolver:DnsResolver": "Microsoft.Network/dnsResolvers/{dnsResolverName}",
  "dnsresolver:InboundEndpoint":
    "Microsoft.Network/dnsResolvers/{dnsResolverName}/inboundEndpoints/{inboundEndpointName}",
  "dnsresolver:OutboundEndpoint":
    "Microsoft.Network/dnsResolvers/{dnsResolverName}/outboundEndpoints/{outboundEndpointName}",
  "dnsresolver:DnsForwardingRuleset":
    "Microsoft.Network/dnsForwardingRulesets/{dnsForwardingRulesetName}",
  "dnsresolver:ForwardingRule":
    "Microsoft.Network/dnsForwardingRulesets/{dnsForwardingRulesetName}/forwardingRules/{forwardingRuleName}",
  "dnsresolver:PrivateResolverVirtualNetworkLink":
    "Microsoft.Network/dnsForwardingRulesets/{dnsForwardingRulesetName}/virtualNetworkLinks/{virtualNetworkLinkName}",
  "dnsresolver:DnsResolverPolicy": "Microsoft.Network/dnsResolverPolicies/{dnsResolverPolicyName}",
  "dnsresolver:DnsSecurityRule":
    "Microsoft.Network/dnsResolverPolicies/{dnsResolverPolicyName}/dnsSecurityRules/{dnsSecurityRuleName}",
  "dnsresolver:DnsResolverPolicyVirtualNetworkLink":
    "Microsoft.Network/dnsResolverPolicies/{dnsResolverPolicyName}/virtualNetworkLinks/{dnsResolverPolicyVirtualNetworkLinkName}",
  "dnsresolver:DnsResolverDomainList":
    "Microsoft.Network/dnsResolverDomainLists/{dnsResolverDomainListName}",
  "privatedns:PrivateZone": "Microsoft.Network/privateDnsZones/{privateZoneName}",
  "privatedns:VirtualNetworkLink":
    "Microsoft.Network/privateDnsZones/{privateZoneName}/virtualNetworkLinks/{virtualNetworkLinkName}",
  "privatedns:PrivateRecordSet":
    "Microsoft.Network/privateDnsZones/{privateZoneName}/{recordType}/{relativeRecordSetName}",
  "dns:Zone": "Microsoft.Network/dnsZones/{zoneName}",
  "dns:RecordSet": "Microsoft.Network/dnsZones/{zoneName}/{recordType}/{relativeRecordSetName}",
  "operationalinsights:Workspace": "Microsoft.OperationalInsights/workspaces/{workspaceName}",
  "keyvault:Vault": "Microsoft.KeyVault/vaults/{vaultName}",
  "keyvault:Key": "Microsoft.KeyVault/vaults/{vaultName}/keys/{keyName}",
  "keyvault:Secret": "Microsoft.KeyVault/vaults/{vaultName}/secrets/{secretName}",
  "storage:StorageAccount": "Microsoft.Storage/storageAccounts/{accountName}",
  "storage:FileServiceProperties":
    "Microsoft.Storage/storageAccounts/{accountName}/fileServices/{fileServicesName}",
  "storage:FileShare":
    "Microsoft.Storage/storageAccounts/{accountName}/fileServices/default/shares/{shareName}",
  "storage:BlobServiceProperties":
    "Microsoft.Storage/storageAccounts/{accountName}/blobServices/{blobServicesName}",
  "storage:BlobContainer":
    "Microsoft.Storage/storageAccounts/{accountName}/blobServices/default/containers/{containerName}",
  "storage:Blob":
    "Microsoft.Storage/storageAccounts/{accountName}/blobServices/default/containers/{containerName}/blobs/{blobName}",
  "storage:BlobContainerImmutabilityPolicy":
    "Microsoft.Storage/storageAccounts/{accountName}/blobServices/default/containers/{containerName}/immutabilityPolicies/{immutabilityPolicyName}",
  "storage:ManagementPolicy":
    "Microsoft.Storage/storageAccounts/{accountName}/managementPolicies/{managementPolicyName}",
  "storage:LocalUser": "Microsoft.Storage/storageAccounts/{accountName}/localUsers/{username}",
  "netapp:Account": "Microsoft.NetApp/netAppAccounts/{accountName}",
  "netapp:CapacityPool": "Microsoft.NetApp/netAppAccounts/{accountName}/capacityPools/{poolName}",
  "netapp:CapacityPoolVolume":
    "Microsoft.NetApp/netAppAccounts/{accountName}/capacityPools/{poolName}/volumes/{volumeName}",
  "desktopvirtualization:HostPool": "Microsoft.DesktopVirtualization/hostPools/{hostPoolName}",
  "desktopvirtualization:SessionHost":
    "Microsoft.DesktopVirtualization/hostPools/{hostPoolName}/sessionHosts/{sessionHostName}",
  "desktopvirtualization:ApplicationGroup":
    "Microsoft.DesktopVirtualization/applicationGroups/{applicationGroupName}",
  "desktopvirtualization:Application":
    "Microsoft.DesktopVirtualization/applicationGroups/{applicationGroupName}/applications/{applicationName}",
  "desktopvirtualization:Workspace": "Microsoft.DesktopVirtualization/workspaces/{workspaceName}",
  "desktopvirtualization:ScalingPlan":
    "Microsoft.DesktopVirtualization/scalingPlans/{scalingPlanName}",
  "desktopvirtualization:ScalingPlanPooledSchedule":
    "Microsoft.DesktopVirtualization/scalingPlans/{scalingPlanName}/pooledSchedules/{scalingPlanScheduleName}",
  "desktopvirtualization:ScalingPlanPersonalSchedule":
    "Microsoft.DesktopVirtualization/scalingPlans/{scalingPlanName}/personalSchedules/{scalingPlanScheduleName}",
  "compute:VirtualMachine": "Microsoft.Compute/virtualMachines/{vmName}",
  "compute:VirtualMachineExtension":
    "Microsoft.Compute/virtualMachines/{vmName}/extensions/{vmExtensionName}",
  "compute:VirtualMachineRunCommandByVirtualMachine":
    "Microsoft.Compute/virtualMachines/{vmName}/runCommands/{runCommandName}",
  "compute:Disk": "Microsoft.Compute/disks/{diskName}",
  "compute:DiskEncryptionSet": "Microsoft.Compute/diskEncryptionSets/{diskEncryptionSetName}",
  "compute:Gallery": "Microsoft.Compute/galleries/{galleryName}",
  "compute:GalleryImage": "Microsoft.Compute/galleries/{galleryName}/images/{galleryImageName}",
  "compute:GalleryImageVersion":
    "Microsoft.Compute/galleries/{galleryName}/images/{galleryImageName}/versions/{galleryImageVersionName}",
  "hybridcompute:Machine": "Microsoft.HybridCompute/machines/{machineName}",
  "hybridcompute:MachineExtension":
    "Microsoft.HybridCompute/machines/{machineName}/extensions/{extensionName}",
  "guestconfiguration:GuestConfigurationHCRPAssignment":
    "Microsoft.HybridCompute/machines/{machineName}/providers/Microsoft.GuestConfiguration/guestConfigurationAssignments/{guestConfigurationAssignmentName}",
  "guestconfiguration:GuestConfigurationAssignment":
    "Microsoft.Compute/virtualMachines/{vmName}/providers/Microsoft.GuestConfiguration/guestConfigurationAssignments/{guestConfigurationAssignmentName}",
  "managedidentity:UserAssignedIdentity":
    "Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}",
  "managedidentity:FederatedIdentityCredential":
    "Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}/federatedIdentityCredentials/{federatedIdentityCredentialResourceName}",
  "aad:DomainService": "Microsoft.AAD/domainServices/{domainServiceName}",
  "recoveryservices:Vault": "Microsoft.RecoveryServices/vaults/{vaultName}",
  "recoveryservices:ProtectionPolicy":
    "Microsoft.RecoveryServices/vaults/{vaultName}/backupPolicies/{policyName}",
  "recoveryservices:ProtectionContainer":
    "Microsoft.RecoveryServices/vaults/{vaultName}/backupFabrics/{fabricName}/protectionContainers/{containerName}",
  "recoveryservices:ProtectedItem":
    "Microsoft.RecoveryServices/vaults/{vaultName}/backupFabrics/{fabricName}/protectionContainers/{containerName}/protectedItems/{protectedItemName}",
  "recoveryservices:ResourceGuardProxy":
    "Microsoft.RecoveryServices/vaults/{vaultName}/backupResourceGuardProxies/{resourceGuardProxyName}",
  "dataprotection:ResourceGuard": "Microsoft.DataProtection/resourceGuards/{resourceGuardsName}",
  "dataprotection:BackupVault": "Microsoft.DataProtection/backupVaults/{vaultName}",
  "dataprotection:BackupPolicy":
    "Microsoft.DataProtection/backupVaults/{vaultName}/backupPolicies/{backupPolicyName}",
  "dataprotection:BackupInstance":
    "Microsoft.DataProtection/backupVaults/{vaultName}/backupInstances/{backupInstanceName}",
  "authorization:ManagementLockAtResourceGroupLevel": "Microsoft.Authorization/locks/{lockName}",
  "monitor:ActionGroup": "Microsoft.Insights/actionGroups/{actionGroupName}",
  "monitor:MetricAlert": "Microsoft.Insights/metricAlerts/{ruleName}",
  "monitor:ScheduledQueryRule": "Microsoft.Insights/scheduledQueryRules/{ruleName}",
  "monitor:ActivityLogAlert": "Microsoft.Insights/activityLogAlerts/{activityLogAlertName}",
  "monitor:DataCollectionRule": "Microsoft.Insights/dataCollectionRules/{dataCollectionRuleName}",
  "monitor:DataCollectionEndpoint":
    "Microsoft.Insights/dataCollectionEndpoints/{dataCollectionEndpointName}",
  "applicationinsights:Workbook": "Microsoft.Insights/workbooks/{resourceName}",
  "maintenance:MaintenanceConfiguration":
    "Microsoft.Maintenance/maintenanceConfigurations/{resourceName}",
  "maintenance:ConfigurationAssignment":
    "{providerName}/{resourceType}/{resourceName}/providers/Microsoft.Maintenance/configurationAssignments/{configurationAssignmentName}",
  "alertsmanagement:AlertProcessingRuleByName":
    "Microsoft.AlertsManagement/actionRules/{alertProcessingRuleName}",
  "app:ManagedEnvironment": "Microsoft.App/managedEnvironments/{environmentName}",
  "app:Job": "Microsoft.App/jobs/{jobName}",
  "automation:AutomationAccount": "Microsoft.Automation/automationAccounts/{automationAccountName}",
  "automation:Runbook":
    "Microsoft.Automation/automationAccounts/{automationAccountName}/runbooks/{runbookName}",
  "automation:Schedule":
    "Microsoft.Automation/automationAccounts/{automationAccountName}/schedules/{scheduleName}",
  "automation:JobSchedule":
    "Microsoft.Automation/automationAccounts/{automationAccountName}/jobSchedules/{jobScheduleId}",
  "automation:DscConfiguration":
    "Microsoft.Automation/automationAccounts/{automationAccountName}/configurations/{configurationName}",
  "automation:DscNodeConfiguration":
    "Microsoft.Automation/automationAccounts/{automationAccountName}/nodeConfigurations/{nodeConfigurationName}",
};

/** Paths of resources that stand elsewhere: in a subscription, or on any other resource. */
const elsewhere: Readonly<Record<string, string>> = {
  "resources:ResourceGroup": "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}",
  "resources:DeploymentAtSubscriptionScope":
    "/subscriptions/{subscriptionId}/providers/Microsoft.Resources/deployments/{deploymentName}",
  "authorization:PolicyDefinition":
    "/subscriptions/{subscriptionId}/providers/Microsoft.Authorization/policyDefinitions/{policyDefinitionName}",
  "authorization:ManagementLockAtSubscriptionLevel":
    "/subscriptions/{subscriptionId}/providers/Microsoft.Authorization/locks/{lockName}",
  "authorization:RoleAssignment":
    "/{scope}/providers/Microsoft.Authorization/roleAssignments/{roleAssignmentName}",
  "authorization:RoleDefinition":
    "/{scope}/providers/Microsoft.Authorization/roleDefinitions/{roleDefinitionId}",
  "authorization:PolicyAssignment":
    "/{scope}/providers/Microsoft.Authorization/policyAssignments/{policyAssignmentName}",
  "authorization:ManagementLockByScope":
    "/{scope}/providers/Microsoft.Authorization/locks/{lockName}",
  "monitor:DiagnosticSetting":
    "/{resourceUri}/providers/Microsoft.Insights/diagnosticSettings/{name}",
  "monitor:DataCollectionRuleAssociation":
    "/{resourceUri}/providers/Microsoft.Insights/dataCollectionRuleAssociations/{associationName}",
  "monitor:SubscriptionDiagnosticSetting":
    "/subscriptions/{subscriptionId}/providers/Microsoft.Insights/diagnosticSettings/{name}",
  "consumption:Budget": "/{scope}/providers/Microsoft.Consumption/budgets/{budgetName}",
  "security:Pricing": "/{scopeId}/providers/Microsoft.Security/pricings/{pricingName}",
  "security:DefenderForStorage":
    "/{resourceId}/providers/Microsoft.Security/defenderForStorageSettings/{settingName}",
};

const group = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}";

const pathOf = ([name, template]: readonly [string, string]): ArmPath => ({
  token: `azure-native:${name}`,
  type: typeOfTemplate(template),
  template,
});

/** Every class whose path is known for certain, the ones this product uses or will use. */
export const armPaths: readonly ArmPath[] = [
  ...Object.entries(inGroups).map(([name, rest]) => pathOf([name, `${group}/providers/${rest}`])),
  ...Object.entries(elsewhere).map(pathOf),
];
