import pc from "picocolors";
import { formatDate } from "../document/calendar-date";
import { Failure } from "../engine/failure";
import type { Finding, Verdict } from "../rules/judge";
import type { NamedStack } from "./inputs";
import { wrap } from "./cost-text";
import type { Terminal } from "./terminal";

/** What a deployment is refused for: guardrails that do not hold. */
export class GuardrailsRefused extends Failure {
  constructor(
    stack: NamedStack,
    readonly verdict: Verdict,
  ) {
    const errors = verdict.findings.filter(({ severity }) => severity === "error");
    super(
      "refused",
      `${stack.text} breaks ${errors.length === 1 ? "a guardrail" : `guardrails, ${errors.length} times`}`,
      "mend it, or write an exception with its reason and end: README, Exceptions",
    );
    this.name = "GuardrailsRefused";
  }
}

/** What the guardrails say, on stderr. */
export function sayVerdict({ findings, excused, idle }: Verdict, terminal: Terminal): void {
  for (const finding of findings) {
    const say = finding.severity === "error" ? "error" : "warn";
    terminal[say](renderFinding(finding));
    terminal.note(`    why: ${finding.why}`);
    terminal.note(`    ${finding.remedy}`);
  }
  // One resource may break the same rule in several ways.
  const aside = excused.map(
    ({ rule, resource, exception }) =>
      `${rule} is set aside for ${resource} until ${formatDate(exception.until)}: ${exception.reason}`,
  );
  for (const line of new Set(aside)) terminal.note(pc.dim(wrap(line, "  ").join("\n")));
  for (const { rule, resource } of idle)
    terminal.warn(
      `the exception of ${rule}${resource === undefined ? "" : ` for ${resource}`} covers nothing: remove it`,
    );
}

/** `public-address: hosts-g1-1-nic: sessions has a public address`. */
function renderFinding({ rule, resource, met, expired }: Finding): string {
  const past = expired === undefined ? "" : `; its exception ended on ${formatDate(expired.until)}`;
  return `${rule}: ${resource}: ${met}${past}`;
}
