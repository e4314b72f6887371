import { z } from "zod";
import type { CalendarDate } from "../document/calendar-date";
import { compareText } from "../document/fault";
import { coverOf, type RuleException } from "./exceptions";

const check = z.object({
  check_id: z.string(),
  check_name: z.string(),
  /** ARM type and name, `Microsoft.Storage/storageAccounts.stprod`. */
  resource: z.string(),
  /** Of the template, `/prod.dupont.json`. */
  file_path: z.string(),
});

/** What Checkov 3.3 prints with `--output json` for one framework. */
export const scanReport = z.object({
  results: z.object({
    passed_checks: z.array(check),
    failed_checks: z.array(check),
    parsing_errors: z.array(z.string()),
  }),
});

export type ScanReport = z.output<typeof scanReport>;

/** A template that was scanned, and what its stack sets aside. */
export interface ScannedStack {
  /** `prod.dupont`; its template is `prod.dupont.json`. */
  readonly stack: string;
  /** Logical names by ARM type and name, as the report has them. */
  readonly names: ReadonlyMap<string, string>;
  readonly exceptions: readonly RuleException[];
}

/** A check that a resource fails. */
export interface ScanFinding {
  readonly check: string;
  readonly name: string;
  readonly stack: string;
  /** Logical name, or what the scanner calls it. */
  readonly resource: string;
  /** The exception that covers it today. */
  readonly exception?: RuleException;
  /** The one that did. */
  readonly expired?: RuleException;
}

export interface ScanResult {
  readonly stacks: readonly {
    readonly stack: string;
    readonly passed: number;
    readonly excused: number;
    readonly failed: number;
  }[];
  /** In order of checks, stacks and resources. */
  readonly findings: readonly ScanFinding[];
  /** Templates the scanner could not read. */
  readonly unread: readonly string[];
  /** Exceptions of scanner's checks that cover nothing in any stack. */
  readonly idle: readonly RuleException[];
}

/** Holds a scanner's report against what the files set aside. */
export function judgeScan(
  { results }: ScanReport,
  scanned: readonly ScannedStack[],
  today: CalendarDate,
): ScanResult {
  const findings = scanned
    .flatMap(({ stack, names, exceptions }) =>
      results.failed_checks
        .filter(({ file_path }) => isOf(file_path, stack))
        .map(({ check_id, check_name, resource }): ScanFinding => {
          const name = names.get(resource) ?? resource;
          const cover = coverOf(check_id, name, exceptions, today);
          return { check: check_id, name: check_name, stack, resource: name, ...cover };
        }),
    )
    .toSorted(
      (a, b) =>
        compareText(a.check, b.check) ||
        compareText(a.stack, b.stack) ||
        compareText(a.resource, b.resource),
    );
  const used = new Set(findings.flatMap(({ exception, expired }) => [exception, expired]));
  return {
    findings,
    stacks: scanned.map(({ stack }) => {
      const own = findings.filter((finding) => finding.stack === stack);
      const excused = own.filter(({ exception }) => exception !== undefined).length;
      const passed = results.passed_checks.filter(({ file_path }) => isOf(file_path, stack)).length;
      return { stack, passed, excused, failed: own.length - excused };
    }),
    unread: results.parsing_errors,
    idle: [...new Set(scanned.flatMap(({ exceptions }) => exceptions))].filter(
      (exception) => exception.rule.startsWith("CKV") && !used.has(exception),
    ),
  };
}

/** Whether a template was refused: a check failed, or nothing could be read. */
export function scanRefuses({ stacks, unread }: ScanResult): boolean {
  return unread.length > 0 || stacks.some(({ failed }) => failed > 0);
}

function isOf(file: string, stack: string): boolean {
  return file.replace(/^.*\//, "") === `${stack}.json`;
}
