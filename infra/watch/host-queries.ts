/** Share of the system disk that is free, at its least of late. */
export function fullDisk(percent: number): string {
  return `Perf
| where TimeGenerated > ago(15m) and ObjectName == "LogicalDisk" and CounterName == "% Free Space" and InstanceName == "C:"
| summarize Free = min(CounterValue) by Computer
| where Free <= ${percent}
| project Computer, Free`;
}

/**
 * What FSLogix says of profiles:
 * https://learn.microsoft.com/fslogix/troubleshooting-events-logs-diagnostics
 */
export function profileEvents(eventIds: readonly number[], lookBack: string): string {
  return `Event
| where TimeGenerated > ago(${lookBack}) and Source == "Microsoft-FSLogix-Apps"
| where EventID in (${eventIds.join(", ")})
| summarize Times = count() by Computer, EventID
| project Computer, EventID, Times`;
}
