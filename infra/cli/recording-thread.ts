import path from "node:path";
import { Worker } from "node:worker_threads";
import type { RegisteredResource } from "../resources/registered";
import type { StackName } from "../firm/stack-name";
import type { StackInputs } from "../stacks/definition";

export interface RecordingRequest {
  readonly stack: StackName;
  readonly inputs: StackInputs;
}

export type RecordingAnswer =
  | { readonly kind: "recorded"; readonly resources: readonly RegisteredResource[] }
  | { readonly kind: "failed"; readonly error: unknown };

interface Waiting {
  readonly resolve: (resources: readonly RegisteredResource[]) => void;
  readonly reject: (error: unknown) => void;
}

// A recording leaves nothing behind, so little is enough; without limits a thread's heap grows to what the machine has.
const limits = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 192 };

/** A thread that records stacks one after the other. */
export class RecordingThread {
  private readonly worker = new Worker(path.join(__dirname, "run-ts.js"), {
    argv: [path.join(__dirname, "record-in-thread.ts")],
    resourceLimits: limits,
  });
  /** Answers come in the order of the requests. */
  private readonly requests: Waiting[] = [];

  constructor() {
    this.worker.on("message", (answer: RecordingAnswer) => {
      const request = this.requests.shift();
      if (answer.kind === "recorded") request?.resolve(answer.resources);
      else request?.reject(answer.error);
    });
    this.worker.on("error", (error) => this.failAll(error));
    this.worker.on("exit", () => this.failAll(new Error("the thread that records has ended")));
  }

  /** How many requests have no answer yet. */
  get waiting(): number {
    return this.requests.length;
  }

  /** Rejects with the error the program threw. */
  record(request: RecordingRequest): Promise<readonly RegisteredResource[]> {
    return new Promise((resolve, reject) => {
      this.requests.push({ resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      this.worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private failAll(error: unknown): void {
    for (const { reject } of this.requests.splice(0)) reject(error);
  }
}
