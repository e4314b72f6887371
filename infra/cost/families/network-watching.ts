import { Decimal, hoursPerMonth } from "../money";
import { units } from "../units";
import { type Family, metered, used } from "./family";

/** Checks and gigabytes free of charge each month: https://azure.microsoft.com/pricing/details/network-watcher */
const freeChecks = new Decimal(1000);
const freeLogs = new Decimal(5);

export const networkWatchers: Family = {
  name: "Network watchers",
  group: "watching",
  types: ["network:NetworkWatcher"],
  usage: ["monthlyDiagnosticChecks"],
  *findings(context) {
    yield used(
      context,
      "checks",
      "Network diagnostic checks above 1,000",
      "network-watcher/check",
      units.checks,
      "monthlyDiagnosticChecks",
      { above: freeChecks },
    );
  },
};

export const flowLogs: Family = {
  name: "Flow logs",
  group: "watching",
  types: ["network:FlowLog"],
  owner: { types: ["network:NetworkWatcher"], by: ["networkWatcherName"] },
  usage: ["monthlyLogsCollectedGb"],
  *findings(context) {
    const { inputs } = context;
    if (inputs.has("enabled") && !inputs.flag("enabled")) {
      yield { kind: "free", reason: "it is switched off" };
      return;
    }
    yield used(
      context,
      "logs",
      "Network logs above 5 GB",
      "network-watcher/logs",
      units.gb,
      "monthlyLogsCollectedGb",
      { above: freeLogs },
    );
    const analytics = "flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration";
    if (!inputs.flag(`${analytics}.enabled`)) return;
    const interval = inputs.count(`${analytics}.trafficAnalyticsInterval`) ?? 60;
    yield used(
      context,
      "traffic-analytics",
      `Traffic analytics every ${interval} minutes`,
      `network-watcher/traffic-analytics/${interval}-minutes`,
      units.gb,
      "monthlyLogsCollectedGb",
    );
  },
};

export const ddosPlans: Family = {
  name: "DDoS protection plans",
  group: "network",
  types: ["network:DdosProtectionPlan"],
  usage: ["overageAmount"],
  *findings(context) {
    yield metered("plan", "DDoS protection plan", "ddos/plan", units.hours, hoursPerMonth);
    yield used(
      context,
      "overage",
      "DDoS protection, addresses above those in the plan",
      "ddos/overage",
      units.resources,
      "overageAmount",
    );
  },
};
