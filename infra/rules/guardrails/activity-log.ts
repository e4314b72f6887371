import { isRecord } from "../../resources/property-values";
import { inputAt, listAt, ofType } from "../inputs";
import { together, type Guardrail } from "../model";

const wanted = ["Administrative", "Security", "Policy"];

export const activityLog: Guardrail = {
  id: "activity-log",
  what: "who changes what in the subscription is kept in the stack's log workspace",
  why: "Azure itself forgets it after 90 days, and break-ins are often found later",
  severity: "error",
  source:
    "Azure review checklists, AVD: a0916a76 (row AVD-109); learn.microsoft.com/azure/azure-monitor/platform/activity-log",
  remedy: `give the subscription a SubscriptionDiagnosticSetting with ${wanted.join(", ")} to the stack's workspace`,
  check: together((resources, { kind }) => {
    if (kind === "site") return [];
    const settings = ofType(resources, "monitor:SubscriptionDiagnosticSetting").filter(
      (setting) => inputAt(setting, "workspaceId") !== undefined,
    );
    const kept = settings
      .flatMap((setting) => listAt(setting, "logs"))
      .filter((log) => isRecord(log) && log["enabled"] === true)
      .map((log) => isRecord(log) && log["category"]);
    const missing = wanted.filter((category) => !kept.includes(category));
    const [stack] = resources.filter(({ type }) => type === "pulumi:pulumi:Stack");
    return missing.length === 0 || stack === undefined
      ? []
      : [{ resource: settings[0] ?? stack, met: `nobody keeps ${missing.join(", ")}` }];
  }),
};
