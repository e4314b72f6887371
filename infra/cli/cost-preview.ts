import { judge } from "../bill/guard";
import type { Language } from "../bill/language";
import { compareOffice, summaryOf, type CostSummary } from "../bill/report";
import { exportDocument, type Deployment } from "../engine/state";
import { resourcesOfExport } from "../resources/stack-export";
import { bill, billsOfStacks } from "./cost-bill";
import { openOnPremise } from "./cost-files";
import { exitCodeOfAll, percentOf, sayVerdicts } from "./cost-guard";
import { officesMonth } from "./cost-offices";
import { renderSummary } from "./cost-table";
import { openInputs, type NamedStack } from "./inputs";
import type { Terminal } from "./terminal";

export interface PreviewCost {
  readonly summary: CostSummary;
  readonly exitCode: number;
}

/** The end of a firm's preview: the month as deployed and after; undefined for other stacks. */
export async function previewCost(
  stack: NamedStack,
  held: Deployment | undefined,
  options: {
    readonly set?: readonly string[];
    readonly json?: boolean;
    readonly maxIncrease?: string;
    /** @default en */
    readonly lang?: Language;
  },
  terminal: Terminal,
): Promise<PreviewCost | undefined> {
  if (stack.kind !== "firm") return undefined;
  const maxIncrease = percentOf(options.maxIncrease);
  const deployed = held === undefined ? [] : resourcesOfExport(exportDocument(held));
  const one = await bill(stack, { set: options.set ?? [], against: "deployed", deployed });
  if (options.json !== true) {
    const inputs = openInputs(options.set);
    const offices = await officesMonth(stack, one.after.firm, inputs, billsOfStacks({}, inputs.of));
    const years = compareOffice(openOnPremise(), one.after, offices);
    terminal.print(renderSummary(one, years, options.lang ?? "en"));
  }
  const verdicts = judge(one, maxIncrease);
  sayVerdicts(verdicts, terminal);
  return { summary: summaryOf(one), exitCode: exitCodeOfAll(verdicts) };
}
