import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Table from "cli-table3";
import pc from "picocolors";
import { z } from "zod";
import { formatDate } from "../document/calendar-date";
import { repositoryRoot } from "../engine/azure-target";
import { armTemplate } from "../resources/export-arm";
import type { RuleException } from "../rules/exceptions";
import {
  judgeScan,
  scanRefuses,
  type ScanFinding,
  type ScannedStack,
  type ScanResult,
} from "../rules/scan-report";
import { exitCodes } from "./exit-codes";
import { openInputs, type Inputs, type NamedStack } from "./inputs";
import { dayOf } from "./judge-stack";
import { recordHere } from "./record-stacks";
import { ensureScanner, scan } from "./scanner";
import type { Terminal } from "./terminal";

export interface ScanOptions {
  readonly environment: string;
  readonly json?: boolean;
  readonly set?: readonly string[];
}

/** Has Checkov look at the ARM templates of all stacks; what the files set aside does not count. */
export async function runScan(options: ScanOptions, terminal: Terminal): Promise<number> {
  const inputs = openInputs(options.set);
  const platform = inputs.platform(options.environment);
  const bin = ensureScanner(terminal);
  const folder = join(repositoryRoot, ".cabinet/scanner/templates");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const scanned: ScannedStack[] = [];
  const recorder = recordHere();
  for (const stack of everyStack(inputs, options)) {
    terminal.step(`writing the template of ${stack.text}`);
    const of = inputs.of(stack);
    const template = armTemplate(await recorder.record(stack, of));
    writeFileSync(join(folder, `${stack.text}.json`), JSON.stringify(template, null, 1));
    scanned.push({
      stack: stack.text,
      names: namesOf(template),
      exceptions: [...(of.firm?.exceptions ?? []), ...platform.exceptions],
    });
  }
  terminal.step("scanning");
  const result = judgeScan(scan(bin, folder), scanned, dayOf(platform));
  if (options.json === true)
    terminal.print(JSON.stringify({ format: "cabinet/scan@1", ...result }, null, 2));
  else render(result, terminal);
  return scanRefuses(result) ? exitCodes.refused : exitCodes.done;
}

/** The platform, its firms and their offices. */
function everyStack(inputs: Inputs, { environment }: ScanOptions): readonly NamedStack[] {
  const names = inputs.firms(environment).flatMap(({ key, reading }) => {
    const sites = reading.ok ? reading.value.sites : [];
    return [key, ...sites.map((site) => `${environment}.${key}.${site.key}`)];
  });
  return [environment, ...names].map((name) => inputs.resolve(name, environment));
}

const templateResources = z.object({
  resources: z.array(z.object({ type: z.string(), name: z.string(), comments: z.string() })),
});

/** The scanner's names of resources to ours: a template's comment ends with the resource's URN. */
function namesOf(template: object): ReadonlyMap<string, string> {
  const { resources } = templateResources.parse(template);
  return new Map(
    resources.map(({ type, name, comments }) => [
      `${type}.${name}`,
      comments.split("::").at(-1) ?? name,
    ]),
  );
}

function render({ stacks, findings, unread, idle }: ScanResult, terminal: Terminal): void {
  for (const file of unread) terminal.error(`the scanner cannot read ${file}`);
  for (const finding of findings)
    if (finding.exception === undefined) terminal.error(describe(finding));
  for (const { rule } of idle) terminal.warn(`the exception of ${rule} covers nothing: remove it`);
  for (const line of setAside(findings)) terminal.note(pc.dim(line));
  const table = new Table({
    head: ["stack", "passed", "set aside", "failed"],
    style: { head: [], border: [] },
  });
  for (const { stack, passed, excused, failed } of stacks)
    table.push([stack, passed, excused, failed === 0 ? failed : pc.red(String(failed))]);
  terminal.print(table.toString());
}

function describe({ check, stack, resource, name, expired }: ScanFinding): string {
  const past = expired === undefined ? "" : `; its exception ended on ${formatDate(expired.until)}`;
  return `${check}: ${stack}: ${resource}: ${name}${past}`;
}

/** Each exception once, with how often it was needed. */
function setAside(findings: readonly ScanFinding[]): readonly string[] {
  const counts = new Map<RuleException, number>();
  for (const { exception } of findings)
    if (exception !== undefined) counts.set(exception, (counts.get(exception) ?? 0) + 1);
  return [...counts].map(
    ([{ rule, reason, until }, count]) =>
      `  ${rule} set aside ${count} times until ${formatDate(until)}: ${reason}`,
  );
}
