import { z } from "zod";
import { compareDates, dateText, type CalendarDate } from "../document/calendar-date";
import { nearest } from "../document/nearest";
import { displayName } from "../document/texts";
import { problem, textOf, value, type Meaning } from "../document/text-type";
import { guardrailIds, type GuardrailId } from "./ids";

/** A check of the public scanner Checkov, `CKV_AZURE_59`: `npm run scan` runs them. */
export type ScannerCheck = `CKV${"" | "2"}_AZURE_${string}`;

/** A rule that a firm's file, or the platform's, sets aside for a while. */
export interface RuleException {
  readonly rule: GuardrailId | ScannerCheck;
  /** Logical name of the one resource it is for, `dossiers-account`; for every resource when undefined. */
  readonly resource?: string | undefined;
  readonly reason: string;
  /** Last day on which it holds. */
  readonly until: CalendarDate;
}

const scannerCheck = /^CKV2?_AZURE_\d{1,4}$/;

function ruleName() {
  return textOf({
    allowed: `a guardrail, ${guardrailIds.join(", ")}, or a check of Checkov, like CKV_AZURE_59`,
    example: "public-address",
    pattern: `^(${guardrailIds.join("|")}|CKV2?_AZURE_\\d{1,4})$`,
    read: (text): Meaning<RuleException["rule"]> => {
      const known = guardrailIds.find((id) => id === text);
      if (known !== undefined) return value(known);
      if (isScannerCheck(text)) return value(text);
      return problem(`write ${nearest(text, guardrailIds) ?? "one of these"}`);
    },
  });
}

function isScannerCheck(text: string): text is ScannerCheck {
  return scannerCheck.test(text);
}

/** The key `exceptions` of a firm's file and of the platform's. */
export const exceptionList = z
  .array(
    z.strictObject({
      rule: ruleName().meta({ description: "Guardrail, or check of Checkov, that is set aside." }),
      resource: displayName({ most: 200, example: "dossiers-account" }).optional().meta({
        description:
          "Logical name of the one resource it is for, as findings print it. Default: every resource.",
      }),
      reason: displayName({
        most: 300,
        example: "opened for the vendor's migration",
        what: "reason",
      }).meta({
        description: "Why; whoever reads findings reads it too.",
      }),
      until: dateText({ what: "the last day on which it holds" }).meta({
        description: "Last day on which it holds; afterwards the finding is back.",
      }),
    }),
  )
  .default([]);

/** Exceptions of a rule that are for a resource, whether or not they have ended. */
export function exceptionsFor(
  rule: string,
  resource: string,
  exceptions: readonly RuleException[],
): readonly RuleException[] {
  return exceptions.filter(
    (exception) =>
      exception.rule === rule &&
      (exception.resource === undefined || exception.resource === resource),
  );
}

/** The exception that covers a breach today; else one that did, until it ended. */
export function coverOf(
  rule: string,
  resource: string,
  exceptions: readonly RuleException[],
  today: CalendarDate,
): { readonly exception: RuleException } | { readonly expired?: RuleException } {
  const candidates = exceptionsFor(rule, resource, exceptions);
  const exception = candidates.find(({ until }) => compareDates(today, until) <= 0);
  if (exception !== undefined) return { exception };
  const [expired] = candidates;
  return expired === undefined ? {} : { expired };
}
