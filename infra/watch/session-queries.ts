/*
 * Questions to the log workspace of one firm, in Kusto: nothing of another firm is in it, so no query
 * names a pool. Column names are in `tables.ts`.
 */

/** Latest word of each host. Hosts that are switched off say nothing for longer, and are not in it. */
const lastWord = `WVDAgentHealthStatus
| where TimeGenerated > ago(15m)
| summarize arg_max(TimeGenerated, *) by SessionHostName`;

/** @param seats People who can work at once on all hosts of the firm, running or not. */
export function fullPool(seats: number, percent: number): string {
  return `${lastWord}
| summarize Sessions = sum(toint(ActiveSessions) + toint(InactiveSessions))
| extend Percent = round(100.0 * Sessions / ${seats})
| where Percent >= ${percent}
| project Sessions, Percent`;
}

/** New hosts are let be for a quarter of an hour: they report before they are ready. */
export const unhealthyHosts = `WVDAgentHealthStatus
| where TimeGenerated > ago(45m) and tobool(AllowNewSessions)
| summarize arg_max(TimeGenerated, Status), FirstSeen = min(TimeGenerated), LastWell = maxif(TimeGenerated, Status == "Available") by SessionHostName
| where Status !in ("Available", "Shutdown", "Upgrading")
| where FirstSeen < ago(15m) and (isnull(LastWell) or LastWell < ago(15m))
| project SessionHostName, Status`;

export const failedHealthChecks = `${lastWord}
| where Status != "Available" and tobool(AllowNewSessions)
| mv-expand Check = todynamic(SessionHostHealthCheckResult)
| where toint(Check.AdditionalFailureDetails.ErrorCode) != 0
| project SessionHostName, CheckName = tostring(Check.HealthCheckName)`;

export const noHostLeft = `WVDErrors
| where TimeGenerated > ago(15m) and CodeSymbolic == "ConnectionFailedNoHealthyRdshAvailable"
| summarize Refused = dcount(CorrelationId) by UserName
| project UserName, Refused`;

/** Failed attempts, each with the host it was meant for; none where it never came to one. */
const failedAttempts = `WVDErrors
| where TimeGenerated > ago(15m) and ActivityType == "Connection"
| join kind=leftouter (WVDConnections
    | where TimeGenerated > ago(30m)
    | summarize Host = max(SessionHostName) by CorrelationId) on CorrelationId`;

export const refusedPeople = `${failedAttempts}
| where isempty(Host)
| summarize Failures = dcount(CorrelationId) by UserName
| where Failures >= 3
| project UserName, Failures`;

export const refusingHosts = `${failedAttempts}
| where isnotempty(Host)
| summarize Failures = dcount(CorrelationId) by Host
| where Failures >= 3
| project Host, Failures`;

/**
 * Sessions that were left open. The tables of connections do not tell: a connection ends the same way
 * whether its session goes on or not. Windows does, in words of its own language, so the event's data
 * are read and not its text: 24 disconnected; 21 signed in, 23 signed off and 25 back again end that.
 */
export function leftOpen(hours: number): string {
  return `Event
| where TimeGenerated > ago(2d) and EventLog == "Microsoft-Windows-TerminalServices-LocalSessionManager/Operational"
| where EventID in (21, 23, 24, 25)
| extend Person = extract("<User>([^<]+)</User>", 1, EventData)
| summarize arg_max(TimeGenerated, EventID) by Computer, Person
| where EventID == 24 and TimeGenerated < ago(${hours}h)
| project Computer, Person, LeftAt = TimeGenerated`;
}

/** Seconds from the connection to a desktop one can work on, without what the person took to type. */
export function signInTimes(lookBack: string): string {
  return `let Ready = WVDCheckpoints
| where TimeGenerated > ago(${lookBack})
| where Name in~ ("ShellReady", "RdpShellAppExecuted") or (Name =~ "LaunchExecutable" and tostring(Parameters.connectionStage) == "RdpShellAppExecuted")
| summarize ReadyAt = min(TimeGenerated) by CorrelationId;
let Typing = WVDCheckpoints
| where TimeGenerated > ago(${lookBack}) and Name in~ ("OnCredentialsAcquisitionCompleted", "SSOTokenRetrieval")
| summarize Typed = sum(tolong(Parameters.DurationMS)) / 1000 by CorrelationId;
let NewSessions = WVDCheckpoints
| where TimeGenerated > ago(${lookBack}) and Name == "LoadBalancedNewConnection" and tostring(Parameters.LoadBalanceOutcome) == "NewSession"
| distinct CorrelationId;
WVDConnections
| where TimeGenerated > ago(${lookBack}) and State == "Started"
| join kind=leftsemi NewSessions on CorrelationId
| join kind=inner Ready on CorrelationId
| join kind=leftouter Typing on CorrelationId
| extend Seconds = datetime_diff("second", ReadyAt, TimeGenerated) - coalesce(Typed, 0)`;
}

export const slowSignIns = `${signInTimes("30m")}
| where Seconds > 120
| project UserName, SessionHostName, Seconds`;
