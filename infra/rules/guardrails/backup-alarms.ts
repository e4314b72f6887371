import { mustBe } from "../inputs";
import { eachOf, type Guardrail } from "../model";

export const backupAlarms: Guardrail = {
  id: "backup-alarms",
  what: "a backup that fails raises an alert",
  why: "a backup that nobody watches has often not run for months on the day it is needed",
  severity: "error",
  source: "learn.microsoft.com/azure/backup/backup-azure-monitoring-alerts",
  remedy: "set monitoringSettings.azureMonitorAlertSettings.alertsForAllJobFailures to Enabled",
  check: eachOf(["recoveryservices:Vault"], (vault) =>
    mustBe(
      vault,
      "properties.monitoringSettings.azureMonitorAlertSettings.alertsForAllJobFailures",
      "Enabled",
    ),
  ),
};
