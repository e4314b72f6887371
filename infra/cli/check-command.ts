import pc from "picocolors";
import { formatFault } from "../document/fault";
import { explainFirm } from "../firm/explain";
import type { Firm } from "../firm/firm";
import { sizeSessionHosts } from "../firm/sizing";
import { exitCodes } from "./exit-codes";
import { InputFaults } from "./input-faults";
import { openInputs, type Inputs } from "./inputs";
import type { Terminal } from "./terminal";

export interface CheckOptions {
  readonly environment: string;
  readonly explain?: boolean;
  readonly json?: boolean;
  readonly set?: readonly string[];
}

/** Reads files and says what is wrong in them; touches nothing and asks nobody. */
export async function runCheck(
  names: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const inputs = openInputs(options.set);
  const firms =
    names.length === 0
      ? everyFirm(inputs, options, terminal)
      : namedFirms(names, inputs, options, terminal);
  if (options.json === true) {
    const document = { format: "cabinet/check@1", firms: firms.map(describeFirm) };
    terminal.print(JSON.stringify(document, null, 2));
    return exitCodes.done;
  }
  const { today } = inputs.platform(options.environment);
  for (const firm of firms) {
    terminal.print(renderFirm(firm));
    if (options.explain === true)
      for (const line of explainFirm(firm, today)) terminal.print(`    ${line}`);
  }
  if (firms.length === 0) terminal.print("the platform's file is in order");
  return exitCodes.done;
}

function everyFirm(
  inputs: Inputs,
  { environment }: CheckOptions,
  terminal: Terminal,
): readonly Firm[] {
  const entries = inputs.firms(environment);
  for (const { warnings } of entries)
    for (const warning of warnings) terminal.warn(formatFault(warning));
  const faults = entries.flatMap(({ reading }) => (reading.ok ? [] : reading.faults));
  if (faults.length > 0) throw new InputFaults(faults);
  return entries.flatMap(({ reading }) => (reading.ok ? [reading.value] : []));
}

function namedFirms(
  names: readonly string[],
  inputs: Inputs,
  { environment }: CheckOptions,
  terminal: Terminal,
): readonly Firm[] {
  const faults: InputFaults[] = [];
  const firms = names.flatMap((name) => {
    try {
      const { firm, warnings } = inputs.of(inputs.resolve(name, environment));
      for (const warning of warnings) terminal.warn(warning);
      return firm === undefined ? [] : [firm];
    } catch (error) {
      if (!(error instanceof InputFaults)) throw error;
      faults.push(error);
      return [];
    }
  });
  if (faults.length > 0) throw new InputFaults(faults.flatMap((fault) => fault.faults));
  return firms;
}

function describeFirm(firm: Firm): object {
  const hosts = sizeSessionHosts(firm.people, firm.sessions);
  return { key: firm.key, name: firm.name, region: firm.region, stage: firm.stage, hosts };
}

function renderFirm(firm: Firm): string {
  const hosts = sizeSessionHosts(firm.people, firm.sessions);
  return `${pc.green("✓")} ${pc.bold(firm.key)}  ${firm.name}: ${firm.people.staff} people, ${hosts.count} × ${hosts.size}, ${firm.stage}`;
}
