import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import pc from "picocolors";
import { z } from "zod";
import type { Language } from "../bill/language";
import type { OperationResult, Verb } from "../engine/operate";
import { exitCodes } from "./exit-codes";
import { azureTarget, type AzureKind, type AzureTarget } from "../engine/azure-target";
import { checkLive } from "../engine/environment";
import { commandFor } from "../engine/command-for";
import { Failure } from "../engine/failure";
import { messageOf } from "../embedded-azure/values/refusal";
import { findOnPath } from "../engine/find-engine";
import type { Deployment } from "../engine/state";
import type { Platform } from "../platform/platform";
import { refuses, type Verdict } from "../rules/judge";
import type { PreviewCost } from "./cost-preview";
import { startEmbeddedProviders } from "./embedded-providers";
import { sayVerdict } from "./guardrails-refused";
import { openInputs, type NamedStack } from "./inputs";
import { orderStacks } from "./order-stacks";
import { renderSummary } from "./render-changes";
import { errorDocument, reportError } from "./report-error";
import type { Terminal } from "./terminal";

export interface OperationOptions {
  readonly embedded?: boolean;
  readonly environment: string;
  readonly json?: boolean;
  readonly expectNoChanges?: boolean;
  /** Of an up: takes over what Azure has already under the stack's own ids. */
  readonly adopt?: boolean;
  readonly set?: readonly string[];
  readonly yes?: boolean;
  /** Of a preview, `10%`: a month that grows by more refuses. */
  readonly maxIncrease?: string;
  /** Of a preview, what the bill at its end is written in. @default en */
  readonly lang?: Language;
  /** File with a plan of faults for the embedded Azure. */
  readonly faults?: string;
}

/** What `--json` prints: one document, whatever happened. */
interface OperationDocument {
  readonly format: "cabinet/operation@1";
  readonly azure: AzureKind;
  readonly verb: Verb;
  /** Of several stacks, what the process of each printed. */
  readonly stacks: readonly unknown[];
}

const partialDocument = z.object({ stacks: z.array(z.unknown()) });

type StackOutcome =
  | (OperationResult & { readonly outcome: "done" })
  | { readonly outcome: "failed"; readonly stack: string; readonly error: object }
  | { readonly outcome: "skipped"; readonly stack: string; readonly because: string };

/** Does one thing to several stacks in their order; each in a process of its own. */
export async function runOperations(
  verb: Verb,
  names: readonly string[],
  options: OperationOptions,
  terminal: Terminal,
): Promise<number> {
  checkIncrease(options);
  if (options.faults !== undefined) checkFaults(options.faults, options);
  const inputs = openInputs(options.set);
  const stacks = orderStacks(
    names.map((name) => inputs.resolve(name, options.environment)),
    verb,
  );
  // The process that does one of many has been announced already.
  const announced = process.env["CABINET_PART_OF_MANY"] !== undefined;
  if (options.json !== true && !announced) terminal.note(headline(options));
  const [first, ...others] = stacks;
  if (first !== undefined && others.length === 0) return runOne(verb, first, options, terminal);
  return runEach(verb, stacks, options, terminal);
}

/** A limit that cannot be read is refused before anything is done. */
function checkIncrease({ maxIncrease }: OperationOptions): void {
  if (maxIncrease === undefined) return;
  const { percentOf }: typeof import("./cost-guard") = require("./cost-guard");
  percentOf(maxIncrease);
}

/** A plan that cannot be read is refused before anything begins. */
function checkFaults(file: string, { embedded }: OperationOptions): void {
  if (embedded !== true)
    throw new Failure(
      "input",
      "--faults needs --embedded",
      "faults happen on the embedded Azure only",
    );
  const {
    readFaultPlan,
  }: typeof import("../embedded-azure/faults/read-plan") = require("../embedded-azure/faults/read-plan");
  try {
    readFaultPlan(file);
  } catch (error) {
    throw new Failure(
      "input",
      messageOf(error),
      "the form of the file is in the README, at the end of The embedded Azure",
    );
  }
}

/** Which Azure is meant: said before anything happens. */
function headline({ embedded }: OperationOptions): string {
  return embedded === true
    ? pc.dim("Azure: embedded (simulated on this machine; nothing is deployed, nothing is paid)")
    : pc.bold("Azure: live");
}

async function runOne(
  verb: Verb,
  stack: NamedStack,
  options: OperationOptions,
  terminal: Terminal,
): Promise<number> {
  const json = options.json === true;
  try {
    let held: Deployment | undefined;
    const result = await prepareAndOperate(verb, stack, options, terminal, (deployment) => {
      held = deployment;
    });
    if (!json) terminal.print(renderSummary(result));
    if (verb === "up" && !json) tellSteps(result, options, terminal);
    if (verb !== "preview") {
      if (json) printDocument(verb, options, [{ outcome: "done", ...result }], terminal);
      return exitCodes.done;
    }
    const cost = await priceOf(stack, held, options, terminal);
    const guardrails = await verdictOf(stack, options);
    if (json) {
      const summary = { ...(cost && { cost: cost.summary }), guardrails };
      printDocument(verb, options, [{ outcome: "done", ...result, ...summary }], terminal);
    } else sayVerdict(guardrails, terminal);
    return refuses(guardrails) ? exitCodes.refused : (cost?.exitCode ?? exitCodes.done);
  } catch (error) {
    if (json) {
      const outcome = {
        outcome: "failed" as const,
        stack: stack.text,
        error: errorDocument(error),
      };
      printDocument(verb, options, [outcome], terminal);
    }
    return reportError(error, terminal);
  }
}

/** What Azure cannot hold is done by people: where they read it. */
function tellSteps(
  { stack, outputs }: OperationResult,
  options: OperationOptions,
  terminal: Terminal,
) {
  const steps = outputs["manualSteps"];
  if (!Array.isArray(steps) || steps.length === 0) return;
  const azure = options.embedded === true ? "embedded" : "live";
  const command = commandFor({ azure }, `outputs ${stack} manualSteps`);
  terminal.note(`  left to people: ${steps.length}, see  npx ${command}`);
}

/** Loaded only for a preview; the month before is the one that is deployed. */
async function priceOf(
  stack: NamedStack,
  held: Deployment | undefined,
  options: OperationOptions,
  terminal: Terminal,
): Promise<PreviewCost | undefined> {
  const { previewCost }: typeof import("./cost-preview") = require("./cost-preview");
  return previewCost(stack, held, options, terminal);
}

/** What the guardrails say of what would be deployed. */
async function verdictOf(stack: NamedStack, { set }: OperationOptions): Promise<Verdict> {
  const { judgeRecorded }: typeof import("./judge-stack") = require("./judge-stack");
  return judgeRecorded(stack, openInputs(set).of(stack));
}

async function prepareAndOperate(
  verb: Verb,
  stack: NamedStack,
  options: OperationOptions,
  terminal: Terminal,
  onState: (deployment: Deployment | undefined) => void,
): Promise<OperationResult> {
  const inputs = openInputs(options.set).of(stack);
  for (const warning of inputs.warnings) terminal.warn(warning);
  const target = azureTarget(options.embedded === true ? "embedded" : "live");
  checkTarget(verb, stack, inputs.platform, target, options);
  const providers =
    target.kind === "embedded" ? startEmbeddedProviders(target, options.faults) : undefined;
  try {
    // Loaded only now: Pulumi takes half a second, in which the files are refused or the embedded
    // Azure starts.
    const { operateOne }: typeof import("./operate-one") = require("./operate-one");
    return await operateOne(verb, stack, inputs, target, providers, options, terminal, onState);
  } finally {
    providers?.stop();
  }
}

function checkTarget(
  verb: Verb,
  stack: NamedStack,
  platform: Platform,
  target: AzureTarget,
  options: OperationOptions,
): void {
  mkdirSync(target.home, { recursive: true });
  if (target.kind === "embedded") return;
  checkLive(platform, process.env, () => findOnPath("az", process.env) !== undefined);
  if (verb === "destroy" && options.yes !== true) {
    throw new Failure(
      "input",
      `${stack.text} is live: destroying it removes a firm's desktops and files`,
      `if that is what you want: cabinet destroy ${stack.text} --yes`,
    );
  }
}

/**
 * One process a stack: what one program leaves in memory never meets another, and the first
 * failure stops only what needs the failed stack.
 */
async function runEach(
  verb: Verb,
  stacks: readonly NamedStack[],
  options: OperationOptions,
  terminal: Terminal,
): Promise<number> {
  const outcomes: unknown[] = [];
  const failed: NamedStack[] = [];
  let exitCode: number = exitCodes.done;
  for (const stack of stacks) {
    const needed = failed.find((other) => needs(verb, stack, other));
    if (needed !== undefined) {
      const because = `${needed.text} failed`;
      terminal.warn(`${stack.text} is skipped: ${because}`);
      const skipped: StackOutcome = { outcome: "skipped", stack: stack.text, because };
      outcomes.push(skipped);
      continue;
    }
    const { code, stdout } = await runProcess(verb, stack, options);
    if (options.json === true) {
      outcomes.push(...partialDocument.parse(JSON.parse(stdout)).stacks);
    }
    if (code === exitCodes.done) continue;
    failed.push(stack);
    if (exitCode === exitCodes.done) exitCode = code;
    if (code === exitCodes.cancelled) break;
  }
  if (options.json === true) printDocument(verb, options, outcomes, terminal);
  return exitCode;
}

/** A stack needs those above it to be made, and those below it to be gone before it goes. */
function needs(verb: Verb, stack: NamedStack, other: NamedStack): boolean {
  return verb === "destroy"
    ? other.text.startsWith(`${stack.text}.`)
    : stack.text.startsWith(`${other.text}.`);
}

function runProcess(
  verb: Verb,
  stack: NamedStack,
  options: OperationOptions,
): Promise<{ code: number; stdout: string }> {
  const args = [
    join(__dirname, "run-ts.js"),
    join(__dirname, "main.ts"),
    verb,
    stack.text,
    ...(options.embedded === true ? ["--embedded"] : []),
    ...(options.json === true ? ["--json"] : []),
    ...(options.expectNoChanges === true ? ["--expect-no-changes"] : []),
    ...(options.adopt === true ? ["--adopt"] : []),
    ...(options.yes === true ? ["--yes"] : []),
    ...(options.maxIncrease === undefined ? [] : ["--max-increase", options.maxIncrease]),
    ...(options.lang === undefined ? [] : ["--lang", options.lang]),
    ...(options.set ?? []).flatMap((change) => ["--set", change]),
    ...(options.faults === undefined ? [] : ["--faults", options.faults]),
  ];
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", options.json === true ? "pipe" : "inherit", "inherit"],
    env: { ...process.env, CABINET_PART_OF_MANY: "true" },
  });
  let stdout = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  // Ctrl-C reaches the child by itself; this process waits for it to end cleanly.
  const stop = () => child.kill("SIGTERM");
  process.on("SIGINT", ignore);
  process.on("SIGTERM", stop);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      process.off("SIGINT", ignore);
      process.off("SIGTERM", stop);
      resolve({ code: code ?? exitCodes.failed, stdout });
    });
  });
}

function ignore(): void {}

function printDocument(
  verb: Verb,
  { embedded }: OperationOptions,
  stacks: readonly unknown[],
  terminal: Terminal,
): void {
  const document: OperationDocument = {
    format: "cabinet/operation@1",
    azure: embedded === true ? "embedded" : "live",
    verb,
    stacks,
  };
  terminal.print(JSON.stringify(document, null, 2));
}
