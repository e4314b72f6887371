import * as pulumi from "@pulumi/pulumi";
import * as debuggable from "@pulumi/pulumi/runtime/debuggable";
import * as rpc from "@pulumi/pulumi/runtime/rpc";
import * as runtimeState from "@pulumi/pulumi/runtime/state";
import { lateOutputs, type Resolver } from "./late-outputs";

// What Pulumi does for whoever looks for a fault, and for outputs that nobody reads, is more than half of the
// time of a program that is only recorded. Here it is left out for such programs, and for no others of the process.
// pulumi/pulumi v3.270.0, sdk/nodejs: resource.ts `callsites`, runtime/debuggable.ts `debuggablePromise`,
// runtime/rpc.ts `transferProperties`.

interface LocalStores {
  readonly withLocalStorage: <T>(callback: () => T) => T;
  /** Undefined outside of `withLocalStorage`. */
  readonly getLocalStore: () => object | undefined;
}
// Pulumi's own way to keep several programs of one process apart.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- exported, but not in its types
export const { withLocalStorage, getLocalStore } = runtimeState as unknown as LocalStores;

const quiet = new WeakSet<object>();

/** Makes the program quiet that runs in the store at hand. */
export function quietenProgram(): void {
  const store = getLocalStore();
  if (store !== undefined) quiet.add(store);
}

function isQuiet(): boolean {
  const store = getLocalStore();
  return store !== undefined && quiet.has(store);
}

/** Watches that a promise is settled some day, and remembers where it was made. */
interface Watching {
  debuggablePromise: <T>(promise: Promise<T>, context: unknown) => Promise<T>;
}
/** Remembers where a resource was made. */
interface Tracing {
  callsites: () => readonly unknown[];
}
/** Puts an output on a resource for each of its properties. */
interface Transferring {
  transferProperties: (
    onto: pulumi.Resource,
    label: string,
    properties: object,
  ) => Record<string, Resolver>;
}
/* oxlint-disable typescript/no-unsafe-type-assertion -- internal: there, but not in the types */
const watching = debuggable as unknown as Watching;
const tracing = pulumi.Resource as unknown as Tracing;
const transferring = rpc as unknown as Transferring;
/* oxlint-enable typescript/no-unsafe-type-assertion */

const { debuggablePromise } = watching;
watching.debuggablePromise = (promise, context) =>
  isQuiet() ? promise : debuggablePromise(promise, context);

const { callsites } = tracing;
tracing.callsites = () => (isQuiet() ? [] : callsites());

const { transferProperties } = transferring;
transferring.transferProperties = (onto, label, properties) =>
  isQuiet()
    ? lateOutputs(onto, Object.keys(properties))
    : transferProperties(onto, label, properties);
