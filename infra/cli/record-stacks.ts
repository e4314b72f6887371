import { availableParallelism } from "node:os";
import type { RegisteredResource } from "../resources/registered";
import type { StackInputs } from "../stacks/definition";
import type { StackName } from "../firm/stack-name";
import { RecordingThread } from "./recording-thread";

/** Records what stacks register, without an engine. */
export interface StackRecorder {
  readonly record: (
    stack: StackName,
    inputs: StackInputs,
  ) => Promise<readonly RegisteredResource[]>;
  /** How many recordings to ask for at a time. */
  readonly atOnce: number;
  readonly close: () => Promise<void>;
}

/** Records in this thread. */
export function recordHere(): StackRecorder {
  // Loaded only here: who records in threads needs no Pulumi of its own.
  const { recordStack }: typeof import("../stacks/program") = require("../stacks/program");
  const {
    rememberPlatforms,
  }: typeof import("./remember-platforms") = require("./remember-platforms");
  const platformOutputs = rememberPlatforms();
  return {
    record: async (stack, { platform, firm }) =>
      (await recordStack(stack, { platform, firm }, platformOutputs)).resources,
    atOnce: 1,
    close: () => Promise.resolve(),
  };
}

/** A thread reads Pulumi anew, which takes as long as it records some forty stacks. */
const worthThreads = 40;

/** More would be quicker still, and each takes its 200 MiB. */
const mostThreads = 4;

/** The way to record so many stacks. */
export function recorderFor(stacks: number, cores = availableParallelism()): StackRecorder {
  const count = Math.min(cores, mostThreads);
  return stacks < worthThreads || count < 2 ? recordHere() : recordInThreads(count);
}

/** Records in threads of this process. A thread that dies fails what it was asked for. */
export function recordInThreads(count: number): StackRecorder {
  const threads = Array.from({ length: count }, () => new RecordingThread());
  return {
    record: (stack, inputs) =>
      threads
        .reduce((idle, other) => (other.waiting < idle.waiting ? other : idle))
        .record({
          stack,
          inputs,
        }),
    // One recorded and one waiting: no thread idles while its last answer is priced.
    atOnce: 2 * count,
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}
