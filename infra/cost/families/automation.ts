import { units } from "../units";
import { type Family, used } from "./family";

/** The 500 minutes a subscription has free each month are not deducted: several accounts share them. */
export const automationAccounts: Family = {
  name: "Automation accounts",
  group: "other",
  types: ["automation:AutomationAccount"],
  usage: ["monthlyJobRunMins", "nonAzureConfigNodeCount", "monthlyWatcherHours"],
  *findings(context) {
    yield used(
      context,
      "jobs",
      "Automation job run time",
      "automation/job-minutes",
      units.minutes,
      "monthlyJobRunMins",
    );
    yield used(
      context,
      "nodes",
      "Configured nodes outside of Azure",
      "automation/configuration-node",
      units.nodes,
      "nonAzureConfigNodeCount",
    );
    yield used(
      context,
      "watchers",
      "Automation watchers",
      "automation/watcher",
      units.hours,
      "monthlyWatcherHours",
    );
  },
};
