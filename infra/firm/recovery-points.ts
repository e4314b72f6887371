import { regionFacts } from "../azure/regions";
import type { Firm } from "./firm";

/** What can be had back of one store, and how firmly it is kept. */
export interface RecoveryPoints {
  readonly store: "dossiers" | "profiles";
  /** Hours of work lost at most, from copies that whoever holds the store's rights can delete. */
  readonly deletableHours: number;
  /** Hours lost at most from copies in the vault; undefined where there are none. */
  readonly immutableHours: number | undefined;
  readonly fr: string;
  readonly en: string;
}

type PointsOf = Pick<Firm, "data" | "backup" | "region">;

/** Snapshots every four hours; of a day's copies the vault takes one: https://learn.microsoft.com/azure/backup/azure-file-share-backup-overview */
const snapshotHours = 4;
const day = 24;

/** What a firm loses at most, store by store. */
export function recoveryPoints(firm: PointsOf): readonly RecoveryPoints[] {
  return [dossiers(firm), profiles];
}

function dossiers({ data, backup, region }: PointsOf): RecoveryPoints {
  const { snapshotDays, vaultDays, vaultWeeks, vaultMonths, immutability } = backup;
  const inVault = data.store === "fileServer" || regionFacts[region].filesBackup.vault;
  const snapshots = { store: "dossiers", deletableHours: snapshotHours } as const;
  if (!inVault)
    return {
      ...snapshots,
      immutableHours: undefined,
      fr: `dossiers : 4 h effaçable (instantanés, ${snapshotDays} jours) ; aucune copie inaltérable, les coffres de cette région ne prenant pas de partages`,
      en: `dossiers: 4 h deletable (snapshots, ${snapshotDays} days); no immutable copy, for vaults in this region take no shares`,
    };
  const locked = immutability === "locked";
  return {
    ...snapshots,
    immutableHours: day,
    fr: `dossiers : 4 h effaçable (instantanés, ${snapshotDays} jours), 24 h inaltérable (coffre, ${vaultDays} jours, ${vaultWeeks} semaines, ${vaultMonths} mois ; ${locked ? "verrouillé pour toujours" : "levable à deux seulement"})`,
    en: `dossiers: 4 h deletable (snapshots, ${snapshotDays} days), 24 h immutable (vault, ${vaultDays} days, ${vaultWeeks} weeks, ${vaultMonths} months; ${locked ? "locked for ever" : "lifted by two people only"})`,
  };
}

/** Azure does not copy profiles to the vault: they can be built anew. */
const profiles: RecoveryPoints = {
  store: "profiles",
  deletableHours: day,
  immutableHours: undefined,
  fr: "profils : 24 h effaçable (instantanés) ; aucune copie inaltérable, ils se refont",
  en: "profiles: 24 h deletable (snapshots); no immutable copy, they can be built anew",
};
