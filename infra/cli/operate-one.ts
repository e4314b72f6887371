import pc from "picocolors";
import type { AzureTarget } from "../engine/azure-target";
import { engineEnvironment, prepareProject } from "../engine/environment";
import type { ResourceChange } from "../engine/events";
import { Failure } from "../engine/failure";
import { ensureEngine } from "../engine/find-engine";
import { journalFile } from "../engine/journal";
import { operate, type OperationResult, type Verb } from "../engine/operate";
import { PulumiProcess } from "../engine/pulumi-command";
import { installPlugins } from "../embedded-azure/install-plugins";
import type { Deployment } from "../engine/state";
import { unusedTokens } from "../stacks/registration-tokens";
import type { EmbeddedProviders } from "./embedded-providers";
import type { NamedStack, StackInputs } from "./inputs";
import type { OperationOptions } from "./operation-command";
import { renderChange } from "./render-changes";
import { tellRemains } from "./tell-remains";
import type { Terminal } from "./terminal";

/** Does one thing to one stack, and shows each change as it comes. */
export async function operateOne(
  verb: Verb,
  stack: NamedStack,
  inputs: StackInputs,
  target: AzureTarget,
  providers: EmbeddedProviders | undefined,
  options: OperationOptions,
  terminal: Terminal,
  onState: (deployment: Deployment | undefined) => void,
): Promise<OperationResult> {
  const engine = await ensureEngine(terminal);
  prepareProject(target, engine);
  if (target.kind === "embedded") installPlugins(target.pulumiHome, process.execPath);
  const environment: NodeJS.ProcessEnv = {
    ...engineEnvironment(target, inputs.platform),
    ...(providers && { PULUMI_DEBUG_PROVIDERS: await providers.debugProviders }),
  };
  if (verb === "up") await refuseBreaches(stack, inputs);
  tellRemains(verb, stack, inputs, terminal);
  const { signal, release } = listenForEnd(terminal);
  terminal.step(`${verb} ${stack.text}`);
  const traces = Error.stackTraceLimit;
  // Pulumi takes a trace for every promise it makes: a fifth of a preview's time.
  if (process.env["CABINET_DEBUG"] === undefined) Error.stackTraceLimit = 0;
  try {
    return await operate({
      verb,
      access: {
        azure: target.kind,
        stack: stack.text,
        pulumi: new PulumiProcess(engine, environment, () => void loadStacks()),
        cwd: target.project,
        backend: environment["PULUMI_BACKEND_URL"] ?? "",
      },
      journal: journalFile(target, stack.text),
      program: (programOptions) =>
        loadStacks().stackProgram(stack, inputs, programOptions, (definition, resources) =>
          loadBill().costOutputs(definition, resources),
        ),
      registered: async () => (await loadStacks().recordStack(stack, inputs)).resources,
      renewed: ({ resources }) => unusedTokens(resources),
      secretsProvider: secretsProviderOf(stack, inputs, target),
      expectNoChanges: options.expectNoChanges === true,
      adopt: options.adopt === true,
      signal,
      progress: terminal,
      onState,
      onChange: (change) => showChange(change, verb, options, terminal),
    });
  } catch (error) {
    Error.stackTraceLimit = traces;
    if (error instanceof Failure && error.kind === "failed") await throwOwnFault(stack, inputs);
    throw error;
  } finally {
    Error.stackTraceLimit = traces;
    release();
  }
}

/** A fault of the program itself shows without an engine too, and then with its trace. */
async function throwOwnFault(stack: NamedStack, inputs: StackInputs): Promise<void> {
  await loadStacks().recordStack(stack, inputs);
}

/** Before anything is made. @throws GuardrailsRefused */
async function refuseBreaches(stack: NamedStack, inputs: StackInputs): Promise<void> {
  const judging: typeof import("./judge-stack") = require("./judge-stack");
  await judging.refuseBreaches(stack, inputs);
}

/** Loaded while the engine starts: the components and Azure's classes take a tenth of a second. */
function loadStacks(): typeof import("../stacks/program") {
  return require("../stacks/program");
}

/** Loaded while the engine works. */
function loadBill(): typeof import("../bill/outputs") {
  return require("../bill/outputs");
}

/** A key of the firm's own where the platform names key vaults; the embedded Azure has a fixed passphrase. */
function secretsProviderOf(
  stack: NamedStack,
  { platform }: StackInputs,
  target: AzureTarget,
): string | undefined {
  if (target.kind === "embedded" || platform.secretsProvider.kind === "passphrase")
    return undefined;
  const owner = stack.kind === "platform" ? stack.environment : stack.firm;
  return platform.secretsProvider.urlPattern.replaceAll("{firm}", owner);
}

/** Ctrl-C, or a pipeline that ends the job: the engine finishes what is under way and stops. */
function listenForEnd(terminal: Terminal): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const end = () => {
    terminal.warn("ending: waiting for what is under way");
    controller.abort();
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  return {
    signal: controller.signal,
    release: () => {
      process.off("SIGINT", end);
      process.off("SIGTERM", end);
    },
  };
}

function showChange(
  change: ResourceChange,
  verb: Verb,
  options: OperationOptions,
  terminal: Terminal,
): void {
  if (options.json === true) return;
  if (verb === "preview" || verb === "refresh") terminal.print(renderChange(change));
  else terminal.step(`${verb}: ${change.op} ${pc.bold(change.name)}`);
}
