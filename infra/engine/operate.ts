import type { Inputs } from "@pulumi/pulumi";
import { LocalWorkspace, Stack } from "@pulumi/pulumi/automation";
import type { RegisteredResource } from "../resources/registered";
import { mayDropAliases } from "./alias-guard";
import { classify } from "./classify";
import { commandFor } from "./command-for";
import { dependentStacks } from "./dependents";
import { findEntraObject } from "./entra-lookup";
import { nameOf, OperationEvents, type ExistingResource, type ResourceChange } from "./events";
import { Failure } from "./failure";
import { clearJournal, readJournal, writeJournal, type JournalEntry } from "./journal";
import { isLocked, removeStaleLocks } from "./locks";
import type { Progress } from "./progress";
import { EngineFailed } from "./pulumi-command";
import { keepData, keepPromises, lockedDeployment, withdrawGrants } from "./under-locks";
import { adopt, recover } from "./recover";
import { mendStateFiles } from "./state-files";
import { readDeployment, stateFolder, type Deployment, type StackAccess } from "./state";

export type Verb = "preview" | "up" | "refresh" | "destroy";

export interface Operation {
  readonly verb: Verb;
  readonly access: StackAccess;
  /** File of the note about an operation under way. */
  readonly journal: string;
  /** The program; `dropAliases` tells it whether the state allows that. */
  readonly program: (options: { dropAliases: boolean }) => Promise<Inputs>;
  /** What the program registers, without the engine. */
  readonly registered: () => Promise<readonly RegisteredResource[]>;
  /** URNs in the state of what is made anew, though the program has not changed: what it gave may be over. */
  readonly renewed: (deployment: Deployment) => readonly string[];
  /** Secrets provider of a stack that is made now; undefined: by passphrase. */
  readonly secretsProvider: string | undefined;
  /** Changes are an error. */
  readonly expectNoChanges: boolean;
  /** What Azure has already under the stack's own ids is taken over, as after an interruption. */
  readonly adopt: boolean;
  /** Aborting it ends the operation cleanly. */
  readonly signal: AbortSignal;
  readonly progress: Progress;
  readonly onChange?: (change: ResourceChange) => void;
  /** Told what the stack holds before anything is done; undefined when there is no such stack. */
  readonly onState?: (deployment: Deployment | undefined) => void;
}

export interface OperationResult {
  readonly stack: string;
  readonly verb: Verb;
  /** Resources by what happened to them: `create`, `update`, `same`, ... */
  readonly counts: Readonly<Record<string, number>>;
  readonly changes: readonly ResourceChange[];
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly warnings: readonly string[];
  /** Resources of an interrupted run that were looked for first. */
  readonly recovered: readonly string[];
}

/**
 * Does one thing to one stack, through the Automation API with the program in this process.
 * First mends what an interrupted operation left, so that it can always be run again.
 *
 * @throws Failure that says what to do
 */
export async function operate(operation: Operation): Promise<OperationResult> {
  const { verb, access, progress } = operation;
  const changesAzure = verb !== "preview";
  const folder = stateFolder(access.backend);
  if (folder !== undefined) {
    const removed = removeStaleLocks(folder, access.stack);
    if (removed > 0) {
      progress.warn(`removed the lock that an interrupted operation left on ${access.stack}`);
    }
    if (!isLocked(folder, access.stack)) mendStateFiles(folder, access.stack);
  }
  let deployment = await readDeployment(access);
  const interruption = changesAzure ? readJournal(operation.journal) : undefined;
  const wasInterrupted =
    interruption !== undefined || (deployment?.pendingOperations.length ?? 0) > 0;
  let recovered: readonly string[] = [];
  if (deployment !== undefined && changesAzure) {
    recovered = await finishInterrupted(operation, deployment, interruption);
    if (recovered.length > 0) deployment = await readDeployment(access);
  }
  operation.onState?.(deployment);
  if (deployment === undefined) await makeStack(operation);
  if (verb === "destroy") await refuseWithDependents(access);
  const locked = await lockedDeployment(operation, deployment);
  if (locked !== undefined) {
    keepData(operation, locked);
    keepPromises(operation, locked);
  }

  if (changesAzure) {
    writeJournal(operation.journal, { pid: process.pid, verb, uncertain: [], ended: false });
  }
  const withdrawn =
    verb === "up" && locked !== undefined ? await withdrawGrants(operation, locked) : [];
  const events = await runToTheEnd(operation, deployment, wasInterrupted);
  if (changesAzure) clearJournal(operation.journal);
  return {
    stack: access.stack,
    verb,
    counts:
      withdrawn.length === 0
        ? events.counts
        : { ...events.counts, delete: (events.counts["delete"] ?? 0) + withdrawn.length },
    changes: [...withdrawn, ...events.changes],
    outputs: events.outputs,
    warnings: events.warnings,
    recovered,
  };
}

/**
 * Runs the engine. After an interruption Azure may hold what neither the state nor a name gives
 * away, such as a membership: Azure itself names its id when it is made again, and it is taken over.
 * So is what somebody recovered by hand, when the operation says so.
 */
async function runToTheEnd(
  operation: Operation,
  deployment: Deployment | undefined,
  wasInterrupted: boolean,
): Promise<OperationEvents> {
  const { verb, access, progress } = operation;
  for (let adoptions = 0; ; adoptions += 1) {
    const events = new OperationEvents(operation.onChange, (warning) => {
      progress.warn(warning);
    });
    try {
      await runEngine(operation, events, deployment);
      return events;
    } catch (error) {
      if (!(error instanceof EngineFailed)) throw error;
      const { alreadyThere, uncertain } = events;
      const mayAdopt = verb === "up" && (wasInterrupted || operation.adopt);
      if (mayAdopt && alreadyThere.length > 0 && adoptions < mostAdoptions) {
        progress.done(`taking over ${alreadyThere.map(({ urn }) => nameOf(urn)).join(", ")}`);
        await adoptExisting(operation, alreadyThere);
        continue;
      }
      if (verb !== "preview") {
        // A failure that Azure has explained leaves nothing to look for.
        if (uncertain.length === 0 && !wasInterrupted) clearJournal(operation.journal);
        else writeJournal(operation.journal, { pid: process.pid, verb, uncertain, ended: true });
      }
      throw classify(error, access, events.errors);
    }
  }
}

/** One is the rule; what each reveals may lead to another: a vault, its keys, what is encrypted with them. */
const mostAdoptions = 6;

async function adoptExisting(
  { access, registered }: Operation,
  existing: readonly ExistingResource[],
): Promise<void> {
  const deployment = await readDeployment(access);
  if (deployment === undefined) return;
  try {
    await adopt({ access, deployment, registered }, existing);
  } catch (error) {
    throw error instanceof EngineFailed ? classify(error, access, []) : error;
  }
}

async function finishInterrupted(
  operation: Operation,
  deployment: Deployment,
  journal: JournalEntry | undefined,
): Promise<readonly string[]> {
  const { access, progress } = operation;
  try {
    const recovery = await recover({
      access,
      deployment,
      journal,
      registered: operation.registered,
      entraObject: (type, displayName) => findEntraObject(access, type, displayName),
    });
    if (recovery === undefined) return [];
    const { candidates } = recovery;
    progress.done(
      `${access.stack} was interrupted: asked Azure about ${candidates.length} unfinished ` +
        `resource${candidates.length === 1 ? "" : "s"}`,
    );
    return candidates;
  } catch (error) {
    throw error instanceof EngineFailed ? classify(error, access, []) : error;
  }
}

async function refuseWithDependents(access: StackAccess): Promise<void> {
  const dependents = await dependentStacks(access);
  if (dependents.length === 0) return;
  const [first = "", ...others] = dependents;
  throw new Failure(
    "refused",
    `${access.stack} carries ${first}${others.length > 0 ? ` and ${others.length} more stacks` : ""}, and cannot go before them`,
    `destroy them with it: ${commandFor(access, `destroy ${[access.stack, ...dependents.slice(0, 3)].join(" ")}`)}${dependents.length > 3 ? " ..." : ""}`,
  );
}

async function makeStack(operation: Operation): Promise<void> {
  const { access, verb, secretsProvider } = operation;
  if (verb === "destroy" || verb === "refresh") {
    throw new Failure(
      "missing",
      `there is no stack ${access.stack}`,
      "nothing is deployed under that name",
    );
  }
  const run = await access.pulumi.execute(
    [
      "stack",
      "init",
      access.stack,
      "--no-select",
      ...(secretsProvider === undefined ? [] : ["--secrets-provider", secretsProvider]),
    ],
    access,
  );
  if (run.exitCode !== 0) throw classify(new EngineFailed(run), access, []);
}

async function runEngine(
  operation: Operation,
  events: OperationEvents,
  deployment: Deployment | undefined,
): Promise<void> {
  const { access, verb, expectNoChanges, signal } = operation;
  const dropAliases = mayDropAliases(deployment);
  const replace = [...(deployment === undefined ? [] : operation.renewed(deployment))];
  const workspace = await LocalWorkspace.create({
    workDir: access.cwd,
    pulumiCommand: access.pulumi,
    program: () => operation.program({ dropAliases }),
  });
  const stack = await Stack.select(access.stack, workspace);
  const options = {
    onEvent: events.listen,
    signal,
    color: "never" as const,
    suppressProgress: true,
    suppressOutputs: true,
    expectNoChanges,
  };
  switch (verb) {
    case "preview":
      await stack.preview({ ...options, replace });
      return;
    case "up":
      await stack.up({ ...options, replace });
      return;
    case "refresh":
      await stack.refresh(options);
      return;
    case "destroy": {
      const { expectNoChanges: _, ...destroyOptions } = options;
      // What Azure will not let go yet keeps only what it stands in.
      await stack.destroy({ ...destroyOptions, continueOnError: true });
      return;
    }
  }
}
