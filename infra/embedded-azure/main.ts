import { endWithParent } from "./provider/lifetime";
import { isPackageName, packageNames } from "./sdk/packages";
import { startProvider, startProviders } from "./start";

/** The process an engine starts for one package, or anybody for all: `main.ts azure-native | random | azuread | all`. */
async function main(name: string): Promise<void> {
  if (isPackageName(name)) {
    await startProvider(name);
    return;
  }
  if (name !== "all") {
    process.stderr.write(`usage: main.ts ${[...packageNames, "all"].join(" | ")}\n`);
    process.exitCode = 2;
    return;
  }
  process.stdout.write(`${JSON.stringify((await startProviders()).ports)}\n`);
  // Engines come and go; whoever started this process ends it.
  endWithParent(process.ppid, () => false);
}

void main(process.argv[2] ?? "");
