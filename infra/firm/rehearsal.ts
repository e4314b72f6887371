import { regionFacts } from "../azure/regions";
import type { Firm } from "./firm";

/** Whether a firm's backups are restored for practice, and if not, why. */
export type RehearsalPlan =
  | { readonly kind: "monthly"; readonly fr: string; readonly en: string }
  | {
      readonly kind: "none";
      readonly because: "chosen" | "fileServer" | "region" | "leaving";
      readonly fr: string;
      readonly en: string;
    };

type PlanOf = Pick<Firm, "data" | "backup" | "region" | "stage">;

/** Days after which a successful rehearsal is followed by the next. */
export const rehearsalEveryDays = 28;
/** Days without a success after which people are told. */
export const rehearsalLateDays = 40;

/** What is rehearsed of a firm's backups. */
export function rehearsalPlan({ data, backup, region, stage }: PlanOf): RehearsalPlan {
  if (stage === "leaving") return none("leaving", "le cabinet part", "the firm leaves");
  if (data.store === "fileServer")
    return none(
      "fileServer",
      "les dossiers sont sur un serveur, dont la restauration ne s'essaie qu'à la main : cabinet restore",
      "client files are on a server, whose restore is tried by hand only: cabinet restore",
    );
  if (!regionFacts[region].filesBackup.vault)
    return none(
      "region",
      "les coffres de cette région ne prennent pas de partages",
      "vaults in this region take no shares",
    );
  if (backup.rehearsal === "none")
    return none("chosen", "le fichier du cabinet n'en veut pas", "the firm's file wants none");
  return {
    kind: "monthly",
    fr: "restauration essayée chaque mois, empreintes comparées ; dernier résultat : sortie rehearsal",
    en: "restore rehearsed every month, hashes compared; last result: output rehearsal",
  };
}

function none(
  because: Extract<RehearsalPlan, { kind: "none" }>["because"],
  fr: string,
  en: string,
): RehearsalPlan {
  return {
    kind: "none",
    because,
    fr: `restauration jamais essayée : ${fr}`,
    en: `restore not rehearsed: ${en}`,
  };
}

/** Last result of a rehearsal, as a firm's stack tells it. */
export interface RehearsalResult {
  readonly verdict: "same" | "differs" | "failed" | "waiting" | "none" | "unknown";
  /** When it was, in ISO 8601; empty where there was none. */
  readonly date: string;
  /** Time of the copy that was restored. */
  readonly point: string;
  readonly files: number;
  readonly differences: number;
  readonly lastSuccess: string;
  readonly fr: string;
  readonly en: string;
}

/** Outputs of the deployment that a rehearsal leaves behind: each `{ type, value }`. */
type Outputs = Readonly<Record<string, unknown>>;

const nothing = { date: "", point: "", files: 0, differences: 0, lastSuccess: "" } as const;

export const noRehearsalYet: RehearsalResult = {
  ...nothing,
  verdict: "none",
  fr: "aucune restauration n'a encore été essayée",
  en: "no rehearsal has run yet",
};

/** @param why what Azure answered instead. */
export function unreadableRehearsal(why: string): RehearsalResult {
  return {
    ...nothing,
    verdict: "unknown",
    fr: `le dernier résultat n'a pas pu être lu : ${why}`,
    en: `the last result could not be read: ${why}`,
  };
}

/** What a rehearsal left behind, told. */
export function readRehearsal(outputs: Outputs): RehearsalResult {
  const text = (key: string) => {
    const output = outputs[key];
    const value =
      typeof output === "object" && output !== null && "value" in output ? output.value : undefined;
    return typeof value === "string" ? value : "";
  };
  const facts = {
    date: text("rehearsedAt"),
    point: text("point"),
    files: Number(text("files")),
    differences: Number(text("differences")),
    lastSuccess: text("lastSuccess"),
  };
  const day = facts.date.slice(0, 10);
  const copy = facts.point.slice(0, 16);
  const detail = text("detail");
  const verdict = text("verdict");
  switch (verdict) {
    case "same":
      return {
        ...facts,
        verdict,
        fr: `${day} : copie du ${copy} restaurée, ${facts.files} fichiers comparés, tous identiques`,
        en: `${day}: copy of ${copy} restored, ${facts.files} files compared, all the same`,
      };
    case "differs":
      return {
        ...facts,
        verdict,
        fr: `${day} : copie du ${copy} restaurée, ${facts.differences} fichiers sur ${facts.files} diffèrent : ${detail}`,
        en: `${day}: copy of ${copy} restored, ${facts.differences} of ${facts.files} files differ: ${detail}`,
      };
    case "failed":
      return {
        ...facts,
        verdict,
        fr: `${day} : la restauration a échoué : ${detail}`,
        en: `${day}: the restore failed: ${detail}`,
      };
    case "waiting":
      return {
        ...facts,
        verdict,
        fr: `${day} : rien à comparer encore (${detail})`,
        en: `${day}: nothing to compare yet (${detail})`,
      };
    default:
      return unreadableRehearsal(`verdict "${verdict}"`);
  }
}
