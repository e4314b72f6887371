import { connectionErrors } from "./connection-errors";
import { signInTimes } from "./session-queries";

/** Who is connected: a connection is open until it was completed. */
export const connected = `WVDConnections
| where TimeGenerated > ago(1d)
| summarize arg_max(TimeGenerated, State, UserName, SessionHostName, ClientType, ClientOS, ClientSideIPAddress) by CorrelationId
| where State == "Connected"
| order by TimeGenerated desc
| project Depuis = TimeGenerated, Personne = UserName, Hote = SessionHostName, Client = ClientType, Systeme = ClientOS, Adresse = ClientSideIPAddress`;

const meanings = Object.entries(connectionErrors)
  .map(([code, { fr }]) => `"${code}", "${fr}"`)
  .join(",\n  ");

/** Failed connections of a week; a fault of the service is Microsoft's to repair. */
export const failed = `let Meanings = datatable(CodeSymbolic: string, Sens: string)[
  ${meanings}];
WVDErrors
| where TimeGenerated > ago(7d) and ActivityType == "Connection"
| lookup kind=leftouter Meanings on CodeSymbolic
| order by TimeGenerated desc
| project Quand = TimeGenerated, Personne = UserName, Code = CodeSymbolic, Sens = coalesce(Sens, Message), FauteDeService = ServiceError, CorrelationId`;

export const signIns = `${signInTimes("7d")}
| where Seconds > 60
| order by Seconds desc
| project Quand = TimeGenerated, Personne = UserName, Hote = SessionHostName, Secondes = Seconds`;

export const hosts = `WVDAgentHealthStatus
| where TimeGenerated > ago(7d)
| summarize arg_max(TimeGenerated, Status, AllowNewSessions, ActiveSessions, InactiveSessions) by SessionHostName
| extend Etat = iff(TimeGenerated < ago(15m), "éteint", Status)
| project Hote = SessionHostName, Etat, PrendDesSessions = AllowNewSessions, Actives = ActiveSessions, Deconnectees = InactiveSessions, VuA = TimeGenerated`;

/** Hosts under another broker, which report on themselves alone. */
export const reportingHosts = `Perf
| where TimeGenerated > ago(7d) and ObjectName == "Terminal Services" and CounterName == "Active Sessions"
| summarize arg_max(TimeGenerated, CounterValue) by Computer
| project Hote = Computer, Actives = CounterValue, VuA = TimeGenerated`;

/** @param quotas Account of each share and its size in GiB. */
export function storageLeft(quotas: readonly (readonly [account: string, gib: number])[]): string {
  const rows = quotas.map(([account, gib]) => `"${account}", ${gib}`).join(", ");
  return `let Quotas = datatable(Compte: string, Gio: long)[${rows}];
AzureMetrics
| where TimeGenerated > ago(2d) and MetricName == "FileCapacity"
| extend Compte = tostring(split(_ResourceId, "/")[8])
| summarize arg_max(TimeGenerated, Average) by Compte
| lookup kind=leftouter Quotas on Compte
| extend Utilises = round(Average / 1073741824)
| project Compte, Utilises, Gio, LibresPourCent = round(100.0 * (Gio - Utilises) / Gio), MesureA = TimeGenerated`;
}

/** Last backup of everything that is backed up, the oldest first. */
export const lastBackups = `AddonAzureBackupJobs
| where TimeGenerated > ago(30d) and JobOperation == "Backup"
| summarize arg_max(JobStartDateTime, JobStatus, JobFailureCode) by BackupItemUniqueId, BackupItemFriendlyName
| order by JobStartDateTime asc
| project Quoi = BackupItemFriendlyName, Derniere = JobStartDateTime, Resultat = JobStatus, CodeErreur = JobFailureCode`;
