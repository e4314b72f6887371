import { formatDate } from "../../document/calendar-date";
import { textAt } from "../inputs";
import { together, type Guardrail } from "../model";
import { timedMemberType } from "../role-assignments";

export const accessEnd: Guardrail = {
  id: "access-end",
  what: "access for a time ends on a day to come",
  why: "Entra takes no end in the past: what is new stops the deployment half-way, what it ended comes back as missing",
  severity: "warning",
  source: "Azure review checklists, AVD: baaab757; row A21 (access that expires)",
  remedy: "remove the entry from access.technicians, or set cabinet:today, which leaves it out",
  check: together((resources, { today }) =>
    resources
      .filter(({ type }) => type === timedMemberType)
      .map((resource) => ({ resource, end: textAt(resource, "expirationDate")?.slice(0, 10) }))
      .filter(({ end }) => end !== undefined && end <= formatDate(today))
      .map(({ resource, end }) => ({ resource, met: `it ended on ${end}` })),
  ),
};
