import { setImmediate } from "node:timers/promises";
import * as pulumi from "@pulumi/pulumi";
import { dropGeneratedAliases } from "./drop-aliases";
import { getLocalStore, quietenProgram, withLocalStorage } from "./quiet-pulumi";
import { RecordingMonitor, type PropertyBag } from "./recording-monitor";
import type { RegisteredResource } from "./registered";

export interface RecordOptions {
  /** Subscription of resources whose provider names none. */
  readonly subscriptionId: string;
  /** Outputs of the stacks the program refers to, by stack name. @default none */
  readonly references?: Readonly<Record<string, PropertyBag>>;
}

export interface Recording {
  /** In order of their URNs. */
  readonly resources: readonly RegisteredResource[];
  /** The stack's outputs as plain JSON, with the markers of `registered.ts`. */
  readonly outputs: PropertyBag;
}

const project = "cabinet";

/**
 * Runs a program in this process, without an engine, and tells what it registers. Several may run
 * at once. Rejects with the error the program threw.
 */
export async function recordProgram(
  stackName: string,
  build: () => Promise<pulumi.Inputs> | pulumi.Inputs,
  options: RecordOptions,
): Promise<Recording> {
  silenceTraces();
  try {
    return await recordOnce(stackName, build, options, quietenProgram);
  } catch {
    // Once more below, with traces: whoever looks for the fault must see where it is.
  } finally {
    restoreTraces();
  }
  return recordOnce(stackName, build, options);
}

// Pulumi takes traces of its own beside those of `quietenProgram`.
const traces = { silencers: 0, limit: 0 };

function silenceTraces(): void {
  if (traces.silencers === 0) {
    traces.limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
  }
  traces.silencers += 1;
}

function restoreTraces(): void {
  traces.silencers -= 1;
  if (traces.silencers === 0) Error.stackTraceLimit = traces.limit;
}

function recordOnce(
  stackName: string,
  build: () => Promise<pulumi.Inputs> | pulumi.Inputs,
  options: RecordOptions,
  prepare = (): void => {},
): Promise<Recording> {
  return withLocalStorage(() =>
    untilFirstFailure(async (fail) => {
      prepare();
      const monitor = new RecordingMonitor({
        stackName,
        project,
        references: {},
        ...options,
        fail,
      });
      pulumi.runtime.setMockOptions(monitor, project, stackName, true, "organization");
      await pulumi.runtime.runInPulumiStack(async () => {
        pulumi.runtime.registerStackTransformation(dropGeneratedAliases);
        try {
          return await build();
        } catch (error) {
          fail(error);
          return {};
        }
      });
      await pulumi.runtime.disconnect();
      // Node tells of rejections that nobody handles only when it has nothing else to do.
      await setImmediate();
      return {
        resources: [...monitor.recorded.values()].toSorted((a, b) => (a.urn < b.urn ? -1 : 1)),
        outputs: monitor.stackOutputs,
      };
    }),
  );
}

type Fail = (reason: unknown) => void;

// What Pulumi cannot register it reports as a rejection that nobody handles. The store in which a
// program runs tells whose rejection it is. Empty when nothing is being recorded.
const failing = new Map<unknown, Fail>();

async function untilFirstFailure<T>(run: (fail: Fail) => Promise<T>): Promise<T> {
  const store = getLocalStore();
  if (failing.size === 0) process.on("unhandledRejection", routeRejection);
  try {
    return await new Promise<T>((resolve, reject) => {
      failing.set(store, reject);
      run(reject).then(resolve, reject);
    });
  } catch (error) {
    // The registrations that wait for the failed one fail next; they say nothing new.
    await setImmediate();
    throw error;
  } finally {
    failing.delete(store);
    if (failing.size === 0) process.off("unhandledRejection", routeRejection);
  }
}

function routeRejection(reason: unknown): void {
  const fail = failing.get(getLocalStore());
  if (fail !== undefined) fail(reason);
  // Somebody else's, and nobody else listens: as if this listener were not here.
  else if (process.listenerCount("unhandledRejection") === 1) throw reason;
}
