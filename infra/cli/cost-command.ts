import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Bill } from "../bill/bill";
import { judge, whyOld } from "../bill/guard";
import { type Language, languages } from "../bill/language";
import { compareOnPremise, type OnPremiseAssumptions, readOnPremise } from "../bill/on-premise";
import { paymentOptions } from "../bill/options";
import {
  linesToJson,
  peopleOf,
  reportDocument,
  reportToJson,
  type StackReport,
} from "../bill/report";
import type { Decimal } from "../cost/money";
import { writeJson } from "../cost/to-json";
import { Failure } from "../engine/failure";
import { bill, billOfFile, type BillOptions } from "./cost-bill";
import { readInput } from "./cost-files";
import { exitCodeOfAll, percentOf, sayVerdicts } from "./cost-guard";
import { renderMarkdown } from "./cost-markdown";
import { renderReport } from "./cost-table";
import { exitCodes } from "./exit-codes";
import { InputFaults } from "./input-faults";
import { openInputs } from "./inputs";
import type { Terminal } from "./terminal";

export interface CostOptions extends BillOptions {
  readonly environment: string;
  /** A file of resources of any program, instead of stacks. */
  readonly resources?: string;
  /** Assumptions of the server in the office. @default on-premise.yaml */
  readonly onPremise?: string;
  /** Other ways to pay. */
  readonly options?: boolean;
  readonly json?: boolean;
  readonly md?: boolean;
  /** Where to write a page. */
  readonly html?: string;
  readonly schema?: boolean;
  readonly lang?: string;
  /** `10%`: more than that refuses. */
  readonly maxIncrease?: string;
}

/**
 * The bill of stacks or of a file of resources. Starts no engine and asks nobody.
 * @param today number of the day since 1 January 1970: prices age
 * @throws InputFaults, Failure
 */
export async function runCost(
  names: readonly string[],
  options: CostOptions,
  terminal: Terminal,
  today: number,
): Promise<number> {
  if (options.schema === true) {
    terminal.print(JSON.stringify(z.toJSONSchema(reportDocument), null, 2));
    return exitCodes.done;
  }
  const language = languageOf(options.lang);
  const maxIncrease = percentOf(options.maxIncrease);
  checkComparison(options);
  const office = openOnPremise(options.onPremise);
  const bills = await billsOf(names, options);
  const reports = bills.map((one) => reportOf(one, options, office, maxIncrease));
  say(reports, terminal, today);
  if (options.html !== undefined) {
    // Loaded only here: it transpiles.
    const { writeCostPage }: typeof import("./cost-page") = require("./cost-page");
    await writeCostPage(options.html, onlyOne(reports), options, language, today, terminal);
  }
  if (options.json === true) {
    // Other programs' lines are for tools that know such a list; a comparison needs the whole report.
    const [only] = bills;
    const linesOnly = options.resources !== undefined && options.against === undefined;
    terminal.print(
      writeJson(linesOnly && only !== undefined ? linesToJson(only) : reportToJson(reports)),
    );
  } else if (options.md === true) terminal.print(renderMarkdown(reports, language).trimEnd());
  else terminal.print(reports.map((report) => renderReport(report, language)).join("\n\n"));
  return exitCodeOfAll(reports.flatMap(({ verdicts }) => verdicts));
}

/** A page shows one bill. */
function onlyOne(reports: readonly StackReport[]): StackReport {
  const [only, second] = reports;
  if (only !== undefined && second === undefined) return only;
  throw new Failure("input", "--html writes a page of one stack", "name one stack");
}

async function billsOf(names: readonly string[], options: CostOptions): Promise<readonly Bill[]> {
  if (options.resources !== undefined) {
    if (names.length > 0 || (options.set ?? []).length > 0)
      throw new Failure(
        "input",
        "--resources prices a file, and goes with neither stacks nor --set",
        "leave out one of them",
      );
    return [billOfFile(options.resources, options)];
  }
  if (names.length === 0)
    throw new Failure(
      "input",
      "nothing to price: no stack and no --resources",
      "name one: cabinet cost dupont",
    );
  const inputs = openInputs(options.set);
  const stacks = new Map(
    names
      .map((name) => inputs.resolve(name, options.environment))
      .map((stack) => [stack.text, stack]),
  );
  const bills: Bill[] = [];
  for (const stack of stacks.values()) bills.push(await bill(stack, options));
  return bills;
}

function reportOf(
  one: Bill,
  options: CostOptions,
  office: OnPremiseAssumptions,
  maxIncrease: Decimal | undefined,
): StackReport {
  const { after, prices } = one;
  const people = peopleOf(after);
  return {
    bill: one,
    verdicts: judge(one, maxIncrease),
    options: options.options === true ? paymentOptions(after.estimate, prices) : undefined,
    onPremise:
      people === undefined ? undefined : compareOnPremise(office, people, after.estimate.total.eur),
  };
}

/** What stands beside the bill, on stderr. */
function say(reports: readonly StackReport[], terminal: Terminal, today: number): void {
  const warnings = reports.flatMap(({ bill: { warnings: said, after, before } }) => [
    ...said,
    ...(before?.estimate.warnings ?? []),
    ...after.estimate.warnings,
  ]);
  const ages = reports.flatMap(
    ({ bill: { after } }) => whyOld(after.estimate.pricesAsOf, today) ?? [],
  );
  for (const warning of new Set([...warnings, ...ages])) terminal.warn(warning);
  for (const { verdicts } of reports) sayVerdicts(verdicts, terminal);
}

function languageOf(written: string | undefined): Language {
  const found = languages.find((language) => language === (written ?? "fr"));
  if (found !== undefined) return found;
  throw new Failure("input", `--lang ${written ?? ""} is not known`, "write fr or en");
}

function checkComparison({ maxIncrease, against, set = [] }: CostOptions): void {
  if (maxIncrease === undefined || against !== undefined || set.length > 0) return;
  throw new Failure(
    "input",
    "--max-increase compares, and there is nothing to compare with",
    "add --against main, --against deployed or --set",
  );
}

const ownAssumptions = join(__dirname, "../bill/on-premise.yaml");

function openOnPremise(file = ownAssumptions): OnPremiseAssumptions {
  const bytes = file === ownAssumptions ? readFileSync(file) : readInput(file);
  const reading = readOnPremise(file, bytes);
  if (reading.ok) return reading.value;
  throw new InputFaults(reading.faults);
}
