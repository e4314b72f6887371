import { accessEnd } from "./guardrails/access-end";
import { activityLog } from "./guardrails/activity-log";
import { alertReceivers } from "./guardrails/alert-receivers";
import { anonymousBlobs } from "./guardrails/anonymous-blobs";
import { antimalware } from "./guardrails/antimalware";
import { anyone } from "./guardrails/anyone";
import { arcRights } from "./guardrails/arc-rights";
import { archiveLock } from "./guardrails/archive-lock";
import { backupAlarms } from "./guardrails/backup-alarms";
import { backupItems } from "./guardrails/backup-items";
import { broadRoles } from "./guardrails/broad-roles";
import { budget } from "./guardrails/budget";
import { closedNetworks } from "./guardrails/closed-networks";
import { conditionalAccess } from "./guardrails/conditional-access";
import { customRoles } from "./guardrails/custom-roles";
import { defaultOutbound } from "./guardrails/default-outbound";
import { deletionLock } from "./guardrails/deletion-lock";
import { diagnostics } from "./guardrails/diagnostics";
import { exactImage } from "./guardrails/exact-image";
import { externalsDesktop } from "./guardrails/externals-desktop";
import { firewallFilter } from "./guardrails/firewall-filter";
import { firmBoundary } from "./guardrails/firm-boundary";
import { firmKeys } from "./guardrails/firm-keys";
import { groupRights } from "./guardrails/group-rights";
import { hostEncryption } from "./guardrails/host-encryption";
import { hostZones } from "./guardrails/host-zones";
import { internetInbound } from "./guardrails/internet-inbound";
import { keyVaultProtection } from "./guardrails/key-vault-protection";
import { localAdministrators } from "./guardrails/local-administrators";
import { localUsers } from "./guardrails/local-users";
import { logRetention } from "./guardrails/log-retention";
import { peerings } from "./guardrails/peerings";
import { plainSecrets } from "./guardrails/plain-secrets";
import { policyAssignments } from "./guardrails/policy-assignments";
import { privateNames } from "./guardrails/private-names";
import { privateStores } from "./guardrails/private-stores";
import { publicAddress } from "./guardrails/public-address";
import { regions } from "./guardrails/regions";
import { roleNames } from "./guardrails/role-names";
import { roleScope } from "./guardrails/role-scope";
import { secondFactor } from "./guardrails/second-factor";
import { sessionRedirection } from "./guardrails/session-redirection";
import { shareProtocol } from "./guardrails/share-protocol";
import { sharedKeys } from "./guardrails/shared-keys";
import { softDelete } from "./guardrails/soft-delete";
import { storeRedundancy } from "./guardrails/store-redundancy";
import { subnetRules } from "./guardrails/subnet-rules";
import { tags } from "./guardrails/tags";
import { transportEncryption } from "./guardrails/transport-encryption";
import { trustedLaunch } from "./guardrails/trusted-launch";
import { uniqueNames } from "./guardrails/unique-names";
import { vaultGuard } from "./guardrails/vault-guard";
import { vaultImmutability } from "./guardrails/vault-immutability";
import { vaultRedundancy } from "./guardrails/vault-redundancy";
import { vaultSoftDelete } from "./guardrails/vault-soft-delete";
import { guardrailIds, type GuardrailId } from "./ids";
import type { Guardrail } from "./model";

const byId: Readonly<Record<GuardrailId, Guardrail>> = {
  "access-end": accessEnd,
  "activity-log": activityLog,
  "alert-receivers": alertReceivers,
  "anonymous-blobs": anonymousBlobs,
  antimalware,
  anyone,
  "arc-rights": arcRights,
  "archive-lock": archiveLock,
  "backup-alarms": backupAlarms,
  "backup-items": backupItems,
  "broad-roles": broadRoles,
  budget,
  "closed-networks": closedNetworks,
  "conditional-access": conditionalAccess,
  "custom-roles": customRoles,
  "default-outbound": defaultOutbound,
  "deletion-lock": deletionLock,
  diagnostics,
  "exact-image": exactImage,
  "externals-desktop": externalsDesktop,
  "firewall-filter": firewallFilter,
  "firm-boundary": firmBoundary,
  "firm-keys": firmKeys,
  "group-rights": groupRights,
  "host-encryption": hostEncryption,
  "host-zones": hostZones,
  "internet-inbound": internetInbound,
  "key-vault-protection": keyVaultProtection,
  "local-administrators": localAdministrators,
  "local-users": localUsers,
  "log-retention": logRetention,
  peerings,
  "plain-secrets": plainSecrets,
  "policy-assignments": policyAssignments,
  "private-names": privateNames,
  "private-stores": privateStores,
  "public-address": publicAddress,
  regions,
  "role-names": roleNames,
  "role-scope": roleScope,
  "second-factor": secondFactor,
  "session-redirection": sessionRedirection,
  "share-protocol": shareProtocol,
  "shared-keys": sharedKeys,
  "soft-delete": softDelete,
  "store-redundancy": storeRedundancy,
  "subnet-rules": subnetRules,
  tags,
  "transport-encryption": transportEncryption,
  "trusted-launch": trustedLaunch,
  "unique-names": uniqueNames,
  "vault-guard": vaultGuard,
  "vault-immutability": vaultImmutability,
  "vault-redundancy": vaultRedundancy,
  "vault-soft-delete": vaultSoftDelete,
};

/** Every guardrail, one a file in `guardrails/`. */
export const guardrails: readonly Guardrail[] = guardrailIds.map((id) => byId[id]);
