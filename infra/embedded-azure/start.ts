import { providerOf } from "./packages/provider-of";
import type { Backend } from "./provider/backend";
import { Log } from "./provider/log";
import { serve } from "./provider/server";
import { endWithParent } from "./provider/lifetime";
import type { Served } from "./provider/served";
import type { PackageName } from "./sdk/packages";
import { Store } from "./store/store";
import { Refusal } from "./values/refusal";

/** Names the file the embedded Azure keeps everything in. */
export const storeVariable = "CABINET_AZURE_STORE";

/**
 * Serves one package as a provider process that an engine has started: prints the port, and ends
 * with the engine.
 */
export async function startProvider(packageName: PackageName): Promise<void> {
  const { port, isCancelled } = await servePackage(packageName, backends());
  process.stdout.write(`${port}\n`);
  // An engine winding down asks for Cancel first and interrupts then.
  endWithParent(process.ppid, isCancelled);
}

/**
 * Serves all packages in this process, for engines that attach by `PULUMI_DEBUG_PROVIDERS`.
 *
 * @returns the port of each package.
 */
export async function startProviders(): Promise<Readonly<Record<PackageName, number>>> {
  const open = backends();
  const [native, random, directory] = await Promise.all([
    servePackage("azure-native", open),
    servePackage("random", open),
    servePackage("azuread", open),
  ]);
  return { "azure-native": native.port, random: random.port, azuread: directory.port };
}

type Backends = (packageName: PackageName) => Backend;

function servePackage(packageName: PackageName, open: Backends): Promise<Served> {
  const path = process.env[storeVariable];
  const log = new Log(path === undefined ? undefined : `${path}.log`);
  return serve(packageName, () => open(packageName), log);
}

/** One store for all packages of a process, opened when the first engine needs it. */
function backends(): Backends {
  let store: Store | undefined;
  return (packageName) => {
    store ??= openStore();
    return { store, provider: providerOf(packageName, store) };
  };
}

function openStore(): Store {
  const path = process.env[storeVariable];
  if (path === undefined || path === "")
    throw new Refusal(`${storeVariable} must name the file the embedded Azure keeps its state in`);
  try {
    return Store.open(path);
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}
