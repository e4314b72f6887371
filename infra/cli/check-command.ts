import pc from "picocolors";
import { formatFault } from "../document/fault";
import { explainFirm } from "../firm/explain";
import type { Firm } from "../firm/firm";
import { recoveryPoints } from "../firm/recovery-points";
import { rehearsalPlan } from "../firm/rehearsal";
import { sizeSessionHosts } from "../firm/sizing";
import { refuses, type Verdict } from "../rules/judge";
import { exitCodes } from "./exit-codes";
import { sayVerdict } from "./guardrails-refused";
import { inOrder } from "./in-order";
import { InputFaults } from "./input-faults";
import { openInputs, type Inputs, type NamedStack } from "./inputs";
import { lineWidth, wrap } from "./cost-text";
import type { Terminal } from "./terminal";

export interface CheckOptions {
  readonly environment: string;
  readonly explain?: boolean;
  readonly json?: boolean;
  readonly set?: readonly string[];
}

/** The platform, a firm whose file is right, or its office, and what the guardrails say of it. */
interface Checked {
  readonly stack: NamedStack;
  /** Undefined for the platform. */
  readonly firm: Firm | undefined;
  readonly verdict: Verdict;
}

/**
 * Reads files and says what is wrong in them, then holds what they would deploy against the guardrails; touches nothing
 * and asks nobody.
 */
export async function runCheck(
  names: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const inputs = openInputs(options.set);
  const stacks =
    names.length === 0
      ? everyStack(inputs, options, terminal)
      : namedStacks(names, inputs, options, terminal);
  const checked: Checked[] = [];
  for await (const one of judgeEach(stacks, inputs, options)) {
    checked.push(one);
    if (options.json === true) continue;
    terminal.print(render(one));
    if (options.explain === true) explain(one, inputs, options, terminal);
    sayVerdict(one.verdict, terminal);
  }
  if (options.json === true) printDocument(checked, terminal);
  return checked.some(({ verdict }) => refuses(verdict)) ? exitCodes.refused : exitCodes.done;
}

type ReadStack = Omit<Checked, "verdict">;

/** Recording takes Pulumi, half a second to load: only once the files are right. */
async function* judgeEach(
  stacks: readonly ReadStack[],
  inputs: Inputs,
  { environment }: CheckOptions,
): AsyncGenerator<Checked> {
  const { recorderFor }: typeof import("./record-stacks") = require("./record-stacks");
  const { judgeStack }: typeof import("./judge-stack") = require("./judge-stack");
  const platform = inputs.platform(environment);
  const recorder = recorderFor(stacks.length);
  const judge = async ({ stack, firm }: ReadStack): Promise<Checked> => {
    const resources = await recorder.record(stack, { platform, firm });
    return { stack, firm, verdict: judgeStack(stack, { platform, firm }, resources) };
  };
  try {
    yield* inOrder(stacks, judge, recorder.atOnce);
  } finally {
    await recorder.close();
  }
}

function everyStack(
  inputs: Inputs,
  { environment }: CheckOptions,
  terminal: Terminal,
): readonly ReadStack[] {
  const entries = inputs.firms(environment);
  for (const { warnings } of entries)
    for (const warning of warnings) terminal.warn(formatFault(warning));
  const faults = entries.flatMap(({ reading }) => (reading.ok ? [] : reading.faults));
  if (faults.length > 0) throw new InputFaults(faults);
  return [
    { stack: inputs.resolve(environment, environment), firm: undefined },
    ...entries.flatMap(({ key, reading }) =>
      reading.ok
        ? [key, ...reading.value.sites.map((site) => `${environment}.${key}.${site.key}`)].map(
            (name) => ({ stack: inputs.resolve(name, environment), firm: reading.value }),
          )
        : [],
    ),
  ];
}

function namedStacks(
  names: readonly string[],
  inputs: Inputs,
  { environment }: CheckOptions,
  terminal: Terminal,
): readonly ReadStack[] {
  const faults: InputFaults[] = [];
  const stacks = names.flatMap((name) => {
    try {
      const stack = inputs.resolve(name, environment);
      const { firm, warnings } = inputs.of(stack);
      for (const warning of warnings) terminal.warn(warning);
      return [{ stack, firm }];
    } catch (error) {
      if (!(error instanceof InputFaults)) throw error;
      faults.push(error);
      return [];
    }
  });
  if (faults.length > 0) throw new InputFaults(faults.flatMap((fault) => fault.faults));
  return stacks;
}

function printDocument(checked: readonly Checked[], terminal: Terminal): void {
  const document = {
    format: "cabinet/check@1",
    firms: checked.flatMap(({ stack, firm }) =>
      firm === undefined || stack.kind === "site" ? [] : [describeFirm(firm)],
    ),
    guardrails: checked.map(({ stack, verdict }) => ({ stack: stack.text, ...verdict })),
  };
  terminal.print(JSON.stringify(document, null, 2));
}

function describeFirm(firm: Firm): object {
  const hosts = sizeSessionHosts(firm.people, firm.sessions);
  const { key, name, region, stage } = firm;
  return {
    key,
    name,
    region,
    stage,
    hosts,
    recoveryPoints: recoveryPoints(firm),
    rehearsal: rehearsalPlan(firm),
  };
}

function explain(
  { stack, firm }: Checked,
  inputs: Inputs,
  { environment }: CheckOptions,
  terminal: Terminal,
): void {
  if (firm === undefined || stack.kind === "site") return;
  const { today } = inputs.platform(environment);
  for (const line of explainFirm(firm, today)) terminal.print(asDetail(line));
}

function render({ stack, firm, verdict }: Checked): string {
  const mark = refuses(verdict) ? pc.red("✗") : pc.green("✓");
  if (firm === undefined) return `${mark} ${pc.bold(stack.text)}  the platform`;
  if (stack.kind === "site") return `${mark} ${pc.bold(stack.text)}  an office of ${firm.name}`;
  const hosts = sizeSessionHosts(firm.people, firm.sessions);
  const summary = `${mark} ${pc.bold(firm.key)}  ${firm.name}: ${firm.people.staff} people, ${hosts.count} × ${hosts.size}, ${firm.stage}`;
  // What may be lost is nobody's detail.
  const backups = [...recoveryPoints(firm), rehearsalPlan(firm)];
  return [summary, ...backups.map(({ en }) => asDetail(en))].join("\n");
}

/** Lines of a table fit, and keep their columns. */
function asDetail(line: string): string {
  const whole = `    ${line}`;
  return whole.length <= lineWidth ? whole : wrap(line, "    ").join("\n");
}
