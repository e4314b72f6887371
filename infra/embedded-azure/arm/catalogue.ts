import { common, networkParts } from "./outputs/common";
import { addressName, dnsName, namedTypes } from "./outputs/dns-names";
import { systemIdentity, userAssignedIdentity } from "./outputs/identity";
import { vault, vaultKey, vaultSecret } from "./outputs/key-vault";
import {
  bastionDnsName,
  interfaceAddresses,
  peering,
  publicAddress,
  resourceGuid,
} from "./outputs/network";
import {
  automationAccount,
  desktopObject,
  privateZone,
  recoveryVault,
  resourceGroup,
  roleAssignment,
  sqlServer,
  zone,
  zoneLink,
  zoneRecord,
} from "./outputs/others";
import { endpointInterface, privateEndpoint } from "./outputs/private-endpoint";
import { storageAccount } from "./outputs/storage";
import { machineDisks, virtualMachine } from "./outputs/virtual-machine";
import {
  applicationInsights,
  dataCollectionEndpoint,
  dataCollectionRule,
  logWorkspace,
} from "./outputs/watching";
import { assignmentIsComplete, policiesAllow, policyRuleIsKnown } from "./policy/policies";
import { agentRegistration, hostPoolRegistration, sessionHostName } from "./registration";
import { itemsComeBackFirst, protectedSince } from "./rules/backup-items";
import { delegatedSubnetsAreKept, delegatedSubnetsFit } from "./rules/delegated-subnets";
import { objectNameIsFree } from "./rules/deleted-secrets";
import { recoveredContent, vaultNameIsFree } from "./rules/deleted-vaults";
import { desktopsStandTogether, poolHasOneWorkspace } from "./rules/desktop-places";
import { immutabilityState, keepsLockedPolicies } from "./rules/immutability-policy";
import { keepsImmutables, keepsLocation } from "./rules/immutable";
import { keepsLimits, tagsFit } from "./rules/limits";
import { dropsUnlistedSubnets } from "./rules/listed-subnets";
import { notReadOnly } from "./rules/locks";
import { nameIsLegal } from "./rules/names";
import { budgetBegins } from "./rules/budgets";
import { connectsOther, networksCanPeer } from "./rules/peerings";
import { endpointsLeadSomewhere, zoneGroupsFit } from "./rules/private-endpoints";
import { providerIsRegistered } from "./rules/providers";
import { keepsPurgeProtection } from "./rules/purge-protection";
import { specialSubnetsFit } from "./rules/special-subnets";
import { vcpusAreLeft } from "./rules/vcpus";
import { keepsPartsInUse } from "./rules/parts-in-use";
import { placeExists } from "./rules/place";
import { withinRanges } from "./rules/ranges";
import { keepsRetention, keepsVaultPromises } from "./rules/recovery-vault";
import { referencesExist } from "./rules/references";
import { scalingIsPermitted } from "./rules/scaling-plan";
import { rulesHavePriorities } from "./rules/security-rules";
import { machineRuns } from "./rules/stopped-machine";
import { subnetsFit } from "./rules/subnets";
import { usedRangesStay } from "./rules/used-ranges";
import { windowsSettings } from "./rules/virtual-machine";
import { deployment } from "./template/deployment";
import type { Computation, Effect, Rule } from "./world";

/** All that is checked before a resource is written, in this order. */
export const rules: readonly Rule[] = [
  providerIsRegistered,
  placeExists,
  nameIsLegal,
  policyRuleIsKnown,
  assignmentIsComplete,
  policiesAllow,
  vaultNameIsFree,
  objectNameIsFree,
  keepsPurgeProtection,
  withinRanges,
  notReadOnly,
  keepsLocation,
  keepsImmutables,
  keepsLockedPolicies,
  keepsVaultPromises,
  keepsRetention,
  itemsComeBackFirst,
  referencesExist,
  subnetsFit,
  usedRangesStay,
  specialSubnetsFit,
  delegatedSubnetsFit,
  delegatedSubnetsAreKept,
  networksCanPeer,
  endpointsLeadSomewhere,
  zoneGroupsFit,
  desktopsStandTogether,
  poolHasOneWorkspace,
  budgetBegins,
  vcpusAreLeft,
  rulesHavePriorities,
  windowsSettings,
  machineRuns,
  scalingIsPermitted,
  keepsPartsInUse,
  keepsLimits,
  tagsFit,
];

/**
 * Those that hold a change against the resource as it was and what stands in it: what a preview can
 * foresee of an update.
 */
export const lastingRules: readonly Rule[] = [
  keepsPurgeProtection,
  keepsLocation,
  keepsImmutables,
  keepsLockedPolicies,
  keepsVaultPromises,
  keepsRetention,
  usedRangesStay,
  budgetBegins,
  zoneGroupsFit,
];

type ForType<T> = readonly [type: RegExp, what: T];

const computations: readonly ForType<Computation>[] = [
  [/./, common],
  [/./, systemIdentity],
  [namedTypes, dnsName],
  [/^Microsoft\.Network\//i, networkParts],
  [/^Microsoft\.ManagedIdentity\/userAssignedIdentities$/i, userAssignedIdentity],
  [/^Microsoft\.Network\/publicIPAddresses$/i, publicAddress],
  [/^Microsoft\.Network\/publicIPAddresses$/i, addressName],
  [/^Microsoft\.Network\/networkInterfaces$/i, interfaceAddresses],
  [/^Microsoft\.Network\/privateEndpoints$/i, privateEndpoint],
  [/^Microsoft\.Network\/virtualNetworks\/virtualNetworkPeerings$/i, peering],
  [
    /^Microsoft\.Network\/(virtualNetworks|networkSecurityGroups|natGateways|virtualNetworkGateways)$/i,
    resourceGuid,
  ],
  [/^Microsoft\.Network\/bastionHosts$/i, bastionDnsName],
  [/^Microsoft\.Network\/privateDnsZones$/i, privateZone],
  [/^Microsoft\.Network\/privateDnsZones\/virtualNetworkLinks$/i, zoneLink],
  [/^Microsoft\.Network\/dnsZones$/i, zone],
  [
    /^Microsoft\.Network\/(privateDnsZones|dnsZones)\/(A|AAAA|CNAME|MX|PTR|SOA|SRV|TXT)$/i,
    zoneRecord,
  ],
  [/^Microsoft\.Compute\/virtualMachines$/i, virtualMachine],
  [/^Microsoft\.Storage\/storageAccounts$/i, storageAccount],
  [
    /^Microsoft\.Storage\/storageAccounts\/blobServices\/containers\/immutabilityPolicies$/i,
    immutabilityState,
  ],
  [/^Microsoft\.KeyVault\/vaults$/i, vault],
  [/^Microsoft\.KeyVault\/vaults\/secrets$/i, vaultSecret],
  [/^Microsoft\.KeyVault\/vaults\/keys$/i, vaultKey],
  [/^Microsoft\.OperationalInsights\/workspaces$/i, logWorkspace],
  [/^Microsoft\.Insights\/dataCollectionRules$/i, dataCollectionRule],
  [/^Microsoft\.Insights\/dataCollectionEndpoints$/i, dataCollectionEndpoint],
  [/^Microsoft\.Insights\/components$/i, applicationInsights],
  [/^Microsoft\.DesktopVirtualization\//i, desktopObject],
  [/^Microsoft\.DesktopVirtualization\/hostPools$/i, hostPoolRegistration],
  [/^Microsoft\.DesktopVirtualization\/hostPools\/sessionHosts$/i, sessionHostName],
  [/^Microsoft\.RecoveryServices\/vaults$/i, recoveryVault],
  [/\/protectionContainers\/protectedItems$/i, protectedSince],
  [/^Microsoft\.Resources\/resourceGroups$/i, resourceGroup],
  [/^Microsoft\.Resources\/deployments$/i, deployment],
  [/^Microsoft\.Automation\/automationAccounts$/i, automationAccount],
  [/^Microsoft\.Sql\/servers$/i, sqlServer],
  [/^Microsoft\.Authorization\/roleAssignments$/i, roleAssignment],
];

const effects: readonly ForType<Effect>[] = [
  [/^Microsoft\.Network\/virtualNetworks$/i, dropsUnlistedSubnets],
  [/^Microsoft\.Network\/virtualNetworks\/virtualNetworkPeerings$/i, connectsOther],
  [/^Microsoft\.KeyVault\/vaults$/i, recoveredContent],
  [/^Microsoft\.Network\/privateEndpoints$/i, endpointInterface],
  [/^Microsoft\.Compute\/virtualMachines$/i, machineDisks],
  [/^Microsoft\.Compute\/virtualMachines\/extensions$/i, agentRegistration],
];

/** What Azure adds to resources of a type. */
export function computationsFor(type: string): readonly Computation[] {
  return whatFor(computations, type);
}

/** What else happens when a resource of a type was written. */
export function effectsFor(type: string): readonly Effect[] {
  return whatFor(effects, type);
}

function whatFor<T>(rows: readonly ForType<T>[], type: string): readonly T[] {
  return rows.filter(([pattern]) => pattern.test(type)).map(([, what]) => what);
}
