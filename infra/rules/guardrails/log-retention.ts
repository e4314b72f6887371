import { inputAt } from "../inputs";
import { eachOf, type Guardrail } from "../model";

const fewestDays = 180;

export const logRetention: Guardrail = {
  id: "log-retention",
  what: `records of access stay searchable for ${fewestDays} days at least`,
  why: "a break-in is often found only months later",
  severity: "warning",
  source: "CNIL, recommandation relative à la journalisation (2021): six months to a year; row A31",
  remedy: `set retentionInDays to ${fewestDays} or more`,
  check: eachOf(["operationalinsights:Workspace"], (workspace) => {
    const days = inputAt(workspace, "retentionInDays");
    return typeof days === "number" && days >= fewestDays
      ? undefined
      : `retentionInDays is ${days === undefined ? "not set" : JSON.stringify(days)}`;
  }),
};
