import type { LogAlert } from "./log-alerts";

/** Tells when a restore for practice went wrong, when none succeeded for too long, and when the job says nothing. */
export function rehearsalAlert(jobName: string): LogAlert {
  return {
    word: "rehearsal",
    severity: 1,
    title: { fr: "Essai de restauration en échec", en: "Restore rehearsal failed" },
    advice: {
      fr: "La copie mensuelle des dossiers n'a pas pu être restaurée et comparée, ou aucun essai n'a réussi depuis 40 jours. Voir la sortie rehearsal du cabinet ; la tâche recommence chaque nuit.",
      en: "The month's copy of client files could not be restored and compared, or no rehearsal succeeded for 40 days. See the firm's output rehearsal; the job tries again every night.",
    },
    every: 60,
    lookBack: "P2D",
    query: rehearsalTrouble(jobName),
    by: [],
  };
}

/**
 * The job says once a night whether all is well; a night without a word is trouble too, once backups have reported for
 * longer than a day: a firm that was deployed today has had no night yet.
 */
function rehearsalTrouble(jobName: string): string {
  return `let Old = toscalar(AddonAzureBackupJobs
| where TimeGenerated < ago(30h)
| count);
ContainerAppConsoleLogs
| where JobName == "${jobName}"
| extend Said = parse_json(Log)
| where isnotempty(tostring(Said.verdict))
| summarize Good = countif(tobool(Said.ok)), Bad = countif(TimeGenerated > ago(25h) and tobool(Said.ok) == false)
| where Bad > 0 or (Good == 0 and Old > 0)
| project Bad, Good`;
}
