import { inputAt, listAt } from "../inputs";
import { eachOf, type Guardrail } from "../model";

/** Ways in which an action group reaches people or their tools. */
const receivers = ["emailReceivers", "smsReceivers", "voiceReceivers", "webhookReceivers"];

export const alertReceivers: Guardrail = {
  id: "alert-receivers",
  what: "alerts reach somebody",
  why: "an alert that nobody receives looks like none: the firm learns of the outage from its clients",
  severity: "error",
  source:
    "learn.microsoft.com/azure/azure-monitor/alerts/action-groups; Coaxis 2023 (first word after eleven hours)",
  remedy: "add an address under emailReceivers, and leave the group enabled",
  check: eachOf(["monitor:ActionGroup"], (group) => [
    ...(receivers.some((path) => listAt(group, path).length > 0) ? [] : ["nobody is told"]),
    ...(inputAt(group, "enabled") === false ? ["enabled is false"] : []),
  ]),
};
