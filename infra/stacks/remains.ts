import { azureName } from "../azure/names";
import { regionFacts } from "../azure/regions";
import { addDays, formatDate, type Today } from "../document/calendar-date";
import type { Firm } from "../firm/firm";

/** Something that Azure keeps when a firm's stack is destroyed. */
export interface Remain {
  readonly id: string;
  readonly fr: string;
  readonly en: string;
}

type RemainsOf = Pick<Firm, "key" | "subscription" | "region" | "data" | "backup" | "sites">;

/** Azure keeps a key vault under purge protection for so long: see `Keys`. */
const keyVaultDays = 90;

/**
 * All that is left in Azure once a firm that leaves is destroyed, and until when. Nobody gets at it
 * any more but through Azure's own recovery; what is not named here is gone at once.
 *
 * @param keyVault Name of the firm's key vault.
 * @param today Day of the destruction, where one is known.
 */
export function remains(
  environment: string,
  firm: RemainsOf,
  keyVault: string,
  today: Today,
): readonly Remain[] {
  const owner = { environment, firm: firm.key, subscription: firm.subscription };
  const groupId = `/subscriptions/${firm.subscription}/resourceGroups/${azureName("resourceGroup", owner, "data")}`;
  const keys: Remain = {
    id: `/subscriptions/${firm.subscription}/providers/Microsoft.KeyVault/locations/${firm.region}/deletedVaults/${keyVault}`,
    ...until(
      [
        "coffre de clés supprimé, avec les clés du cabinet",
        "deleted key vault, with the firm's keys",
      ],
      keyVaultDays,
      today,
    ),
  };
  const copies = backupCopies(environment, firm, groupId);
  if (copies.length === 0) return [keys];
  const kept = (what: readonly [fr: string, en: string]) => untilBackupsEnd(what, firm, today);
  return [
    keys,
    {
      id: groupId,
      ...kept([
        "groupe de ressources, pour le coffre de sauvegarde",
        "resource group, for the recovery vault",
      ]),
    },
    {
      id: recoveryVaultId(environment, firm, groupId),
      ...kept(["coffre de sauvegarde", "recovery vault"]),
    },
    {
      id: `${recoveryVaultId(environment, firm, groupId)}/backupResourceGuardProxies/VaultProxy`,
      ...kept(["sa mise sous garde", "what puts it under guard"]),
    },
    ...copies.map((id) => ({
      id,
      ...kept(
        firm.backup.immutability === "locked"
          ? ["copies inaltérables", "immutable copies"]
          : ["sauvegardes supprimées", "deleted backups"],
      ),
    })),
    ...lockedIn(environment, firm, groupId).map((id) => ({
      id,
      ...kept(["ce dont les copies dépendent", "what the copies depend on"]),
    })),
  ];
}

/** Azure brings these back for so long, under the names they had; nobody finds them in a list before. */
const recoverableDays = 14;

/**
 * What is gone from every list, and what Azure could still bring back: log workspaces, as long as nobody deletes them for
 * good, and storage accounts, without a promise. What was encrypted with the firm's key is readable only as long as that is
 * kept. https://learn.microsoft.com/azure/azure-monitor/logs/delete-workspace ,
 * https://learn.microsoft.com/azure/storage/common/storage-account-recover
 */
export function recoverable(today: Today): readonly Omit<Remain, "id">[] {
  const what = [
    ["journaux du cabinet, récupérables", "the firm's logs, recoverable"],
    [
      "comptes de stockage, récupérables sans garantie de Microsoft",
      "storage accounts, recoverable without a promise of Microsoft's",
    ],
  ] as const;
  return what.map((each) => until(each, recoverableDays, today));
}

function recoveryVaultId(environment: string, firm: RemainsOf, groupId: string): string {
  const owner = { environment, firm: firm.key, subscription: firm.subscription };
  return `${groupId}/providers/Microsoft.RecoveryServices/vaults/${azureName("recoveryVault", owner)}`;
}

/** In a locked vault copies are not deleted, and so keep their policy and their container. */
function lockedIn(environment: string, firm: RemainsOf, groupId: string): readonly string[] {
  if (firm.backup.immutability === "enabled") return [];
  const owner = { environment, firm: firm.key, subscription: firm.subscription };
  const vault = recoveryVaultId(environment, firm, groupId);
  const policy = (purpose: string) =>
    `${vault}/backupPolicies/${azureName("backupPolicy", owner, purpose)}`;
  if (firm.data.store === "fileServer") return [policy("servers")];
  if (!regionFacts[firm.region].filesBackup.vault) return [];
  const account = azureName("storageAccount", owner, "dossiers");
  return [
    policy("dossiers"),
    `${vault}/backupFabrics/Azure/protectionContainers/StorageContainer;storage;${azureName("resourceGroup", owner, "data")};${account}`,
  ];
}

/** Items whose copies are in the vault; what lies beside its share goes with it. */
function backupCopies(environment: string, firm: RemainsOf, groupId: string): readonly string[] {
  const owner = { environment, firm: firm.key, subscription: firm.subscription };
  const groupOf = (purpose: string) => azureName("resourceGroup", owner, purpose);
  const containers = `${recoveryVaultId(environment, firm, groupId)}/backupFabrics/Azure/protectionContainers`;
  const machineItem = (group: string, name: string) => {
    const machine = `iaasvmcontainerv2;${group};${name}`;
    return `${containers}/iaasvmcontainer;${machine}/protectedItems/vm;${machine}`;
  };
  const controllers = firm.sites.flatMap(({ key, secondController: second }) =>
    second.kind === "none"
      ? []
      : [
          machineItem(
            azureName("resourceGroup", { ...owner, site: key }, "controller"),
            second.name,
          ),
        ],
  );
  if (firm.data.store === "fileServer")
    return [
      machineItem(groupOf("files"), azureName("virtualMachine", owner, "files")),
      ...controllers,
    ];
  if (!regionFacts[firm.region].filesBackup.vault) return controllers;
  const account = azureName("storageAccount", owner, "dossiers");
  return [
    `${containers}/StorageContainer;storage;${groupOf("data")};${account}/protectedItems/AzureFileShare;dossiers`,
    ...controllers,
  ];
}

function until([fr, en]: readonly [fr: string, en: string], days: number, today: Today) {
  const date = today.kind === "dated" ? formatDate(addDays(today.date, days)) : undefined;
  return {
    fr: `${fr} : ${days} jours après la destruction${date === undefined ? "" : `, au plus tôt ${date}`}`,
    en: `${en}: ${days} days after the destruction${date === undefined ? "" : `, ${date} at the earliest`}`,
  };
}

function untilBackupsEnd(
  what: readonly [fr: string, en: string],
  { backup }: RemainsOf,
  today: Today,
) {
  if (backup.immutability === "enabled") return until(what, backup.softDeleteDays, today);
  const [fr, en] = what;
  return {
    fr: `${fr} : ${backup.vaultMonths} mois après la dernière copie, le coffre étant verrouillé ; facturés jusque-là`,
    en: `${en}: ${backup.vaultMonths} months after the last copy, for the vault is locked; billed until then`,
  };
}
