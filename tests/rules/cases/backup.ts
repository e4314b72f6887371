import type { GuardrailCase } from "../support/case";
import { set, without } from "../support/change";

const settings = "properties.securitySettings";

export const backupCases: readonly GuardrailCase[] = [
  {
    rule: "backup-items",
    what: "client files in no backup",
    change: without("recovery-dossiers-share"),
    met: ["dossiers-share: no backup holds it"],
    also: ["shared-keys"],
  },
  {
    rule: "backup-items",
    what: "a backup of another share of the same account",
    change: set("recovery-profiles-share", { protectedItemName: "AzureFileShare;other" }),
    met: ["profiles-share: no backup holds it"],
  },
  {
    rule: "backup-items",
    what: "a file server in no backup",
    of: "moreau",
    change: without("files-backup-server"),
    met: ["files-vm: no backup holds it"],
  },
  { rule: "backup-items", what: "hosts, which hold nothing", of: "rousseau", met: [] },
  {
    rule: "vault-soft-delete",
    what: "backups that can be deleted at once",
    change: set("recovery-vault", {
      [`${settings}.softDeleteSettings.softDeleteState`]: "Enabled",
      [`${settings}.softDeleteSettings.softDeleteRetentionPeriodInDays`]: 7,
    }),
    met: [
      `recovery-vault: ${settings}.softDeleteSettings.softDeleteState is "Enabled"`,
      `recovery-vault: ${settings}.softDeleteSettings.softDeleteRetentionPeriodInDays is 7`,
    ],
  },
  { rule: "vault-soft-delete", what: "a strict firm", of: "rousseau", met: [] },
  {
    rule: "vault-guard",
    what: "backups that one person can weaken",
    change: without("recovery-guard"),
    met: ["recovery-vault: no guard of the platform's watches over it"],
  },
  {
    rule: "vault-guard",
    what: "a guard that the firm's own people hold",
    change: set("recovery-guard", {
      "properties.resourceGuardResourceId":
        "/subscriptions/6f1d2c3b-0000-4000-8000-000000000001/resourceGroups/g/providers/Microsoft.DataProtection/resourceGuards/g",
    }),
    met: ["recovery-vault: no guard of the platform's watches over it"],
  },
  {
    rule: "vault-guard",
    what: "a guard that lets deletions through",
    of: "prod",
    change: set("guard-francecentral", {
      "properties.vaultCriticalOperationExclusionList": ["deleteProtection"],
    }),
    met: ["guard-francecentral: it lets through deleteProtection"],
  },
  { rule: "vault-guard", what: "the platform's guard", of: "rousseau", met: [] },
  {
    rule: "vault-immutability",
    what: "retention that can be shortened",
    change: set("recovery-vault", { [`${settings}.immutabilitySettings.state`]: "Disabled" }),
    met: [`recovery-vault: ${settings}.immutabilitySettings.state is "Disabled"`],
  },
  {
    rule: "vault-immutability",
    what: "a firm on its way out",
    circumstances: { leaving: true },
    change: set("recovery-vault", { [`${settings}.immutabilitySettings.state`]: "Disabled" }),
    met: [],
  },
  {
    rule: "vault-immutability",
    what: "retention that nobody can ever shorten",
    change: set("recovery-vault", { [`${settings}.immutabilitySettings.state`]: "Locked" }),
    met: [],
  },
  {
    rule: "vault-redundancy",
    what: "backups in one data centre",
    change: set("recovery-vault", {
      "properties.redundancySettings.standardTierStorageRedundancy": "LocallyRedundant",
    }),
    met: [
      'recovery-vault: properties.redundancySettings.standardTierStorageRedundancy is "LocallyRedundant"',
    ],
  },
  { rule: "vault-redundancy", what: "backups in two regions", of: "rousseau", met: [] },
  {
    rule: "backup-alarms",
    what: "a backup that fails in silence",
    change: set("recovery-vault", { "properties.monitoringSettings": undefined }),
    met: [
      "recovery-vault: properties.monitoringSettings.azureMonitorAlertSettings.alertsForAllJobFailures is not set",
    ],
  },
  { rule: "backup-alarms", what: "a backup that is heard", of: "petit", met: [] },
];
