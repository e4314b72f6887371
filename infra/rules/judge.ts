import type { CalendarDate } from "../document/calendar-date";
import { compareText } from "../document/fault";
import type { RegisteredResource } from "../resources/registered";
import { coverOf, exceptionsFor, type RuleException } from "./exceptions";
import type { GuardrailId } from "./ids";
import type { Breach, Circumstances, Guardrail, Severity } from "./model";

/** A guardrail that does not hold, and where. */
export interface Finding {
  readonly rule: GuardrailId;
  readonly severity: Severity;
  /** Logical name of the resource. */
  readonly resource: string;
  readonly urn: string;
  readonly met: string;
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
  readonly source: string;
  /** The exception that covered it until it expired. */
  readonly expired?: RuleException;
}

/** A finding that an exception covers. */
export interface ExcusedFinding extends Finding {
  readonly exception: RuleException;
}

export interface Verdict {
  readonly findings: readonly Finding[];
  readonly excused: readonly ExcusedFinding[];
  /** Exceptions of guardrails that cover nothing: they can go. */
  readonly idle: readonly RuleException[];
}

export interface Case {
  readonly resources: readonly RegisteredResource[];
  readonly circumstances: Omit<Circumstances, "today">;
  /** The stack's own. */
  readonly exceptions: readonly RuleException[];
  /** Those that hold for it and for other stacks. */
  readonly inherited: readonly RuleException[];
  /** An exception holds up to and with its last day, access for a time until before its end. */
  readonly today: CalendarDate;
}

/** Holds what a stack registers against guardrails; the verdict is in order of rules and resources. */
export function judge(guardrails: readonly Guardrail[], one: Case): Verdict {
  const verdicts = guardrails
    .flatMap((guardrail) =>
      breachesOf(guardrail, one).map((breach) => weigh(findingOf(guardrail, breach), one)),
    )
    .toSorted((a, b) => compareText(a.rule, b.rule) || compareText(a.urn, b.urn));
  const excused = verdicts.filter(isExcused);
  const used = new Set(
    verdicts.flatMap(({ rule, resource }) => exceptionsFor(rule, resource, one.exceptions)),
  );
  return {
    findings: verdicts.filter((finding) => !isExcused(finding)),
    excused,
    idle: one.exceptions.filter(
      (exception) => !used.has(exception) && guardrails.some(({ id }) => id === exception.rule),
    ),
  };
}

/** Whether a verdict refuses a deployment. */
export function refuses({ findings }: Verdict): boolean {
  return findings.some(({ severity }) => severity === "error");
}

function breachesOf({ check }: Guardrail, { resources, today, ...one }: Case): readonly Breach[] {
  const circumstances = { ...one.circumstances, today };
  if (check.of === "stack") return check.breaches(resources, circumstances);
  return resources
    .filter(({ type }) => check.types.includes(type))
    .flatMap((resource) =>
      check.breaches(resource, circumstances).map((met) => ({ resource, met })),
    );
}

function findingOf(guardrail: Guardrail, { resource, met }: Breach): Finding {
  const { id, severity, what, why, remedy, source } = guardrail;
  return {
    rule: id,
    severity,
    resource: resource.name,
    urn: resource.urn,
    met,
    what,
    why,
    remedy,
    source,
  };
}

function weigh(finding: Finding, { exceptions, inherited, today }: Case): Finding | ExcusedFinding {
  const all = [...exceptions, ...inherited];
  return { ...finding, ...coverOf(finding.rule, finding.resource, all, today) };
}

function isExcused(finding: Finding | ExcusedFinding): finding is ExcusedFinding {
  return "exception" in finding;
}
