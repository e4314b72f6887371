import type { Fault } from "../document/fault";
import type { Path } from "../document/path";
import { faultAt, type SourceDocument } from "../document/source-document";
import type { RuleException } from "./exceptions";
import type { GuardrailId } from "./ids";

/** Without these, nothing else that is promised about a firm holds; they are never set aside. */
const absolute: readonly RuleException["rule"][] = [
  "firm-boundary",
  "plain-secrets",
  "unique-names",
] satisfies readonly GuardrailId[];

/** Shorter ones, such as `todo`, tell nobody anything. */
const shortestReason = 10;

/** Exceptions that cannot be, say nothing, or are written twice. */
export function exceptionFaults(
  document: SourceDocument,
  path: Path,
  exceptions: readonly RuleException[],
): readonly Fault[] {
  return exceptions.flatMap(({ rule, resource, reason }, index) => {
    const at = (key: string, allowed: string, remedy: string) =>
      faultAt(document, [...path, index, key], { allowed, remedy });
    const others = exceptions.filter((other) => other.rule === rule);
    const first = exceptions.findIndex(
      (other) => other.rule === rule && other.resource === resource,
    );
    return [
      ...(absolute.includes(rule)
        ? [at("rule", "a guardrail that can be set aside, this one never is", "mend what it finds")]
        : []),
      ...(reason.length < shortestReason
        ? [
            at(
              "reason",
              `a reason of at least ${shortestReason} characters that somebody else understands`,
              "write why, and what must happen until then",
            ),
          ]
        : []),
      ...(first < index
        ? [at("rule", "each rule and resource once", "remove one of the two, or move its end")]
        : []),
      ...(resource !== undefined && others.some((other) => other.resource === undefined)
        ? [
            at(
              "resource",
              `${rule} for single resources or for all; another exception is for all`,
              "remove one of the two",
            ),
          ]
        : []),
    ];
  });
}
