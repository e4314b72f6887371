import { listIn, inputAt, ofType } from "../inputs";
import { isRecord } from "../../resources/property-values";
import { together, type Guardrail } from "../model";

export const budget: Guardrail = {
  id: "budget",
  what: "firms and the platform have a budget, and somebody is told when it is used up",
  why: "a host that never stops, or a stolen login that starts machines, shows on the bill first",
  severity: "warning",
  source: "row A06 (budget and alert exist)",
  remedy:
    "write budget into the firm's file, cabinet:budget into the platform's, in whole EUR a month; cabinet cost says what a month costs",
  check: together((resources, { kind }) => {
    if (kind === "site") return [];
    const [stack] = resources.filter(({ type }) => type === "pulumi:pulumi:Stack");
    const budgets = ofType(resources, "consumption:Budget");
    if (budgets.length === 0)
      return stack === undefined ? [] : [{ resource: stack, met: "it has no budget" }];
    return budgets
      .filter((one) => {
        const notifications = inputAt(one, "notifications");
        return !(
          isRecord(notifications) &&
          Object.values(notifications).some((told) => listIn(told, "contactEmails").length > 0)
        );
      })
      .map((resource) => ({ resource, met: "nobody is told" }));
  }),
};
