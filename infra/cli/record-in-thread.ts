import { parentPort } from "node:worker_threads";
import { recordHere } from "./record-stacks";
import type { RecordingAnswer, RecordingRequest } from "./recording-thread";

// What a RecordingThread runs: records what it is asked for, one stack after the other.
const { record } = recordHere();
let last: Promise<void> = Promise.resolve();

parentPort?.on("message", ({ stack, inputs }: RecordingRequest) => {
  last = last.then(async () => {
    const answer: RecordingAnswer = await record(stack, inputs).then(
      (resources) => ({ kind: "recorded", resources }),
      (error: unknown) => ({ kind: "failed", error }),
    );
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort?.postMessage(answer);
  });
});
