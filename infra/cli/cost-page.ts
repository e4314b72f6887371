import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Language } from "../bill/language";
import { makeSide } from "../bill/make-side";
import { bundleScript } from "../bill/page/bundle";
import { makeVariant } from "../bill/page/make-variant";
import { renderPage } from "../bill/page/render-page";
import type { Variant } from "../bill/page/simulate";
import type { StackReport } from "../bill/report";
import { dateOf } from "../document/calendar-date";
import { Failure } from "../engine/failure";
import type { Firm, Redundancy } from "../firm/firm";
import { openUsage } from "./cost-files";
import { InputFaults } from "./input-faults";
import { openInputs } from "./inputs";
import { recordHere } from "./record-stacks";
import type { Terminal } from "./terminal";

export interface CostPageOptions {
  readonly environment: string;
  readonly set?: readonly string[];
  readonly usage?: string;
}

/**
 * Writes a bill as an HTML file.
 * @param today number of the day since 1 January 1970
 * @throws Failure `input` when the file cannot be written
 */
export async function writeCostPage(
  file: string,
  report: StackReport,
  options: CostPageOptions,
  language: Language,
  today: number,
  terminal: Terminal,
): Promise<void> {
  const folder = path.join(__dirname, "../bill/page");
  const page = renderPage({
    report,
    variants: await variantsOf(report, options, terminal),
    language,
    today: dateOf(today),
    style: readFileSync(path.join(folder, "page.css"), "utf8"),
    script: bundleScript(path.join(folder, "browser/main.ts")),
  });
  try {
    writeFileSync(file, page);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure("input", `${file} cannot be written: ${reason}`, "name another file");
  }
}

/** Positions of the slider of people: more would take long to reckon. */
const mostPositions = 13;

const redundancies: readonly Redundancy[] = ["local", "zone", "geo"];

/** Bills of the firm's file with other people and copies, each made as the bill itself was. */
async function variantsOf(
  { bill }: StackReport,
  options: CostPageOptions,
  terminal: Terminal,
): Promise<readonly Variant[]> {
  const { firm } = bill.after;
  if (firm === undefined) return [];
  const said = openUsage(options.usage);
  const { record } = recordHere();
  const variants: Variant[] = [];
  for (const redundancy of redundancies) {
    for (const staff of staffAround(firm)) {
      terminal.step(`sliders: ${staff} people, ${redundancy}`);
      const changes = [`people.staff=${staff}`, `data.redundancy=${redundancy}`];
      const inputs = inputsOf(bill.stack, [...(options.set ?? []), ...changes], options);
      if (inputs?.firm === undefined) break;
      const resources = await record(inputs.stack, inputs);
      const side = makeSide({
        source: bill.after.source,
        firm: inputs.firm,
        resources,
        said,
        prices: bill.prices,
        year: bill.year,
      });
      variants.push(makeVariant(side, inputs.firm, bill.prices));
    }
  }
  return variants;
}

/** From a few people fewer to half as many more, in even steps, with the firm's own number among them. */
function staffAround({ people: { staff } }: Firm): readonly number[] {
  const few = Math.max(1, staff - Math.max(4, Math.ceil(staff / 4)));
  const many = Math.min(500, staff + Math.max(8, Math.ceil(staff / 2)));
  const step = Math.max(1, Math.ceil((many - few) / (mostPositions - 1)));
  const first = staff - Math.floor((staff - few) / step) * step;
  return Array.from({ length: Math.floor((many - first) / step) + 1 }, (_, n) => first + n * step);
}

/** Undefined where the firm's file may not say so, such as copies in zones of a region that has none. */
function inputsOf(name: string, changes: readonly string[], { environment }: CostPageOptions) {
  const inputs = openInputs(changes);
  const stack = inputs.resolve(name, environment);
  try {
    return { stack, ...inputs.of(stack) };
  } catch (error) {
    if (error instanceof InputFaults) return undefined;
    throw error;
  }
}
