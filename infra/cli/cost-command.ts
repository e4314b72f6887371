import { z } from "zod";
import type { Bill } from "../bill/bill";
import { judge, type Verdict, whyOld } from "../bill/guard";
import { type Language, languages } from "../bill/language";
import type { OnPremiseAssumptions } from "../bill/on-premise";
import { paymentOptions } from "../bill/options";
import { compareOffice, reportDocument, type StackReport } from "../bill/report";
import { type Decimal, zero } from "../cost/money";
import { type Fault, formatFault } from "../document/fault";
import { Failure } from "../engine/failure";
import { isOfPlatform } from "../registry/registry";
import { billOfFile, billsOfStacks, type BillOptions } from "./cost-bill";
import { openOnPremise } from "./cost-files";
import { exitCodeOfAll, percentOf, sayVerdicts } from "./cost-guard";
import { officesMonth } from "./cost-offices";
import { makeWriter } from "./cost-writer";
import { exitCodes } from "./exit-codes";
import { InputFaults } from "./input-faults";
import { openInputs, type Inputs, type NamedStack, type StackInputs } from "./inputs";
import { inOrder } from "./in-order";
import { recorderFor } from "./record-stacks";
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
  const linesOnly = options.resources !== undefined && options.against === undefined;
  const writer = makeWriter({ ...options, linesOnly }, language, (text) => terminal.print(text));
  const said = new Set<string>();
  const verdicts: Verdict[] = [];
  for await (const { one, offices } of billsOf(names, options)) {
    const report = reportOf(one, offices, options, office, maxIncrease);
    for (const warning of warningsOf(one, today)) said.add(warning);
    verdicts.push(...report.verdicts);
    writer.add(report);
    if (options.html === undefined) continue;
    // Loaded only here: it transpiles.
    const { writeCostPage }: typeof import("./cost-page") = require("./cost-page");
    await writeCostPage(options.html, report, options, language, today, terminal);
  }
  writer.end();
  for (const warning of said) terminal.warn(warning);
  sayVerdicts(verdicts, terminal);
  return exitCodeOfAll(verdicts);
}

/** A bill, and the month of a firm's offices, which are stacks of their own. */
interface BillWithOffices {
  readonly one: Bill;
  readonly offices: Decimal;
}

async function* billsOf(
  names: readonly string[],
  options: CostOptions,
): AsyncGenerator<BillWithOffices> {
  if (options.resources !== undefined) {
    if (names.length > 0 || (options.set ?? []).length > 0)
      throw new Failure(
        "input",
        "--resources prices a file, and goes with neither stacks nor --set",
        "leave out one of them",
      );
    yield { one: billOfFile(options.resources, options), offices: zero };
    return;
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
  if (options.html !== undefined && stacks.size > 1)
    throw new Failure("input", "--html writes a page of one stack", "name one stack");
  const inputsOf = readAll([...stacks.values()], inputs, options);
  const recorder = recorderFor(stacks.size);
  try {
    const billOf = billsOfStacks(options, inputsOf, recorder);
    const alone = billsOfStacks(withoutComparison(options), inputsOf, recorder);
    const both = async (stack: NamedStack): Promise<BillWithOffices> => {
      const one = await billOf(stack);
      return { one, offices: await officesMonth(stack, one.after.firm, inputs, alone) };
    };
    yield* inOrder(stacks.values(), both, recorder.atOnce);
  } finally {
    await recorder.close();
  }
}

/** Offices count as they are, whatever their firm is compared with. */
function withoutComparison({ usage, prices }: CostOptions): BillOptions {
  return {
    ...(usage === undefined ? {} : { usage }),
    ...(prices === undefined ? {} : { prices }),
  };
}

/**
 * Reads what the files say before anything is priced, so that a faulty file leaves no document half written. All firms
 * are read at once: one by one, each would be held against all the others.
 */
function readAll(
  stacks: readonly NamedStack[],
  inputs: Inputs,
  { environment, set = [] }: CostOptions,
): Inputs["of"] {
  // What is changed in one firm's file is held against the others as they are.
  const together = stacks.length > 1 && set.every(isOfPlatform);
  const platform = inputs.platform(environment);
  const firms = new Map(
    together ? inputs.firms(environment).map((entry) => [entry.key, entry]) : [],
  );
  const faults = new Set<Fault>();
  const known = new Map<string, StackInputs>();
  for (const stack of stacks) {
    const entry = stack.kind === "platform" ? undefined : firms.get(stack.firm);
    if (entry === undefined || stack.environment !== environment)
      known.set(stack.text, inputs.of(stack));
    else if (!entry.reading.ok) for (const fault of entry.reading.faults) faults.add(fault);
    else {
      const warnings = entry.warnings.map(formatFault);
      known.set(stack.text, { platform, firm: entry.reading.value, warnings });
    }
  }
  if (faults.size > 0) throw new InputFaults([...faults]);
  return (stack) => known.get(stack.text) ?? inputs.of(stack);
}

function reportOf(
  one: Bill,
  offices: Decimal,
  options: CostOptions,
  office: OnPremiseAssumptions,
  maxIncrease: Decimal | undefined,
): StackReport {
  const { after, prices } = one;
  return {
    bill: one,
    verdicts: judge(one, maxIncrease),
    options: options.options === true ? paymentOptions(after.estimate, prices) : undefined,
    onPremise: compareOffice(office, after, offices),
  };
}

/** What stands beside a bill, on stderr. */
function warningsOf({ warnings, before, after }: Bill, today: number): readonly string[] {
  const old = whyOld(after.estimate.pricesAsOf, today);
  return [
    ...warnings,
    ...(before?.estimate.warnings ?? []),
    ...after.estimate.warnings,
    ...(old === undefined ? [] : [old]),
  ];
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
