import { providerOf } from "./packages/provider-of";
import type { FaultPlan } from "./faults/plan";
import type { Backend } from "./provider/backend";
import { Log } from "./provider/log";
import { serve } from "./provider/server";
import { endWithParent } from "./provider/lifetime";
import type { Served } from "./provider/served";
import type { PackageName } from "./sdk/packages";
import { Store } from "./store/store";
import { Refusal, messageOf } from "./values/refusal";

/** Names the file the embedded Azure keeps everything in. */
export const storeVariable = "CABINET_AZURE_STORE";

/** Names a file with a plan of faults; without it nothing goes wrong by itself. */
export const faultsVariable = "CABINET_AZURE_FAULTS";

/**
 * Serves one package as a provider process that an engine has started: prints the port, and ends
 * with the engine.
 */
export async function startProvider(packageName: PackageName): Promise<void> {
  const { port, isCancelled } = await servePackage(packageName, backends().open);
  process.stdout.write(`${port}\n`);
  // An engine winding down asks for Cancel first and interrupts then.
  endWithParent(process.ppid, isCancelled);
}

/** All packages being served by this process. */
export interface RunningProviders {
  /** The port of each package. */
  readonly ports: Readonly<Record<PackageName, number>>;
  /** Ends them at once; the process does not end as long as they run. */
  readonly stop: () => void;
}

/** Serves all packages in this process, for engines that attach by `PULUMI_DEBUG_PROVIDERS`. */
export async function startProviders(): Promise<RunningProviders> {
  const { open, close } = backends();
  const [native, random, directory] = await Promise.all([
    servePackage("azure-native", open),
    servePackage("random", open),
    servePackage("azuread", open),
  ]);
  return {
    ports: { "azure-native": native.port, random: random.port, azuread: directory.port },
    stop: () => {
      for (const served of [native, random, directory]) served.stop();
      close();
    },
  };
}

type Open = (packageName: PackageName) => Backend;

function servePackage(packageName: PackageName, open: Open): Promise<Served> {
  const path = process.env[storeVariable];
  const log = new Log(path === undefined ? undefined : `${path}.log`);
  return serve(packageName, () => open(packageName), log);
}

/** One store for all packages of a process, opened when the first engine needs it. */
function backends(): { readonly open: Open; readonly close: () => void } {
  let opened: { readonly store: Store; readonly faults: FaultPlan | undefined } | undefined;
  return {
    open: (packageName) => {
      opened ??= { faults: plannedFaults(), store: openStore() };
      return { ...opened, provider: providerOf(packageName, opened.store) };
    },
    close: () => opened?.store.close(),
  };
}

/** Read only where there is a plan: to understand one takes as long as to start without. */
function plannedFaults(): FaultPlan | undefined {
  const path = process.env[faultsVariable];
  if (path === undefined || path === "") return undefined;
  const { readFaultPlan }: typeof import("./faults/read-plan") = require("./faults/read-plan");
  return readFaultPlan(path);
}

function openStore(): Store {
  const path = process.env[storeVariable];
  if (path === undefined || path === "")
    throw new Refusal(`${storeVariable} must name the file the embedded Azure keeps its state in`);
  try {
    return Store.open(path);
  } catch (error) {
    throw new Refusal(messageOf(error));
  }
}
