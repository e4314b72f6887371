/**
 * Tables of the log workspace that queries here read, with the columns they may name:
 * https://learn.microsoft.com/azure/azure-monitor/reference/tables-index
 */
export const logTables = {
  WVDConnections: [
    "ClientOS",
    "ClientSideIPAddress",
    "ClientType",
    "ClientVersion",
    "ConnectionType",
    "CorrelationId",
    "ResourceAlias",
    "SessionHostName",
    "State",
    "TimeGenerated",
    "UserName",
  ],
  WVDErrors: [
    "ActivityType",
    "Code",
    "CodeSymbolic",
    "CorrelationId",
    "Message",
    "Operation",
    "ServiceError",
    "Source",
    "TimeGenerated",
    "UserName",
  ],
  WVDCheckpoints: ["CorrelationId", "Name", "Parameters", "Source", "TimeGenerated", "UserName"],
  WVDAgentHealthStatus: [
    "ActiveSessions",
    "AllowNewSessions",
    "InactiveSessions",
    "LastHeartBeat",
    "SessionHostHealthCheckResult",
    "SessionHostName",
    "Status",
    "TimeGenerated",
  ],
  AzureMetrics: ["Average", "Maximum", "MetricName", "Resource", "TimeGenerated", "_ResourceId"],
  AddonAzureBackupJobs: [
    "BackupItemFriendlyName",
    "BackupItemUniqueId",
    "DatasourceType",
    "JobFailureCode",
    "JobOperation",
    "JobStartDateTime",
    "JobStatus",
    "JobUniqueId",
    "TimeGenerated",
  ],
  Event: [
    "Computer",
    "EventData",
    "EventID",
    "EventLog",
    "RenderedDescription",
    "Source",
    "TimeGenerated",
  ],
  Perf: ["Computer", "CounterName", "CounterValue", "InstanceName", "ObjectName", "TimeGenerated"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type LogTable = keyof typeof logTables;
