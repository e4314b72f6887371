import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { AzureTarget } from "../engine/azure-target";
import { faultsVariable, storeVariable } from "../embedded-azure/start";

const ports = z.record(z.string(), z.number());

/** The embedded Azure as one process that serves all packages. */
export interface EmbeddedProviders {
  /** `PULUMI_DEBUG_PROVIDERS`: makes an engine attach instead of starting a process for each provider. */
  readonly debugProviders: Promise<string>;
  readonly stop: () => void;
}

/**
 * Starts the embedded Azure before the engine asks for it: four processes less, and it is up by
 * the time the program is loaded. It ends with this process at the latest.
 *
 * @param faults file with a plan of what is to go wrong; default: what `CABINET_AZURE_FAULTS` names
 */
export function startEmbeddedProviders(target: AzureTarget, faults?: string): EmbeddedProviders {
  const child = spawn(
    process.execPath,
    [join(__dirname, "run-ts.js"), join(__dirname, "../embedded-azure/main.ts"), "all"],
    {
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        ...process.env,
        [storeVariable]: target.azureStore,
        ...(faults !== undefined && { [faultsVariable]: resolve(faults) }),
      },
    },
  );
  const firstLine = once(createInterface({ input: child.stdout }), "line");
  const died = once(child, "exit").then(([code]) => {
    throw new Error(`the embedded Azure ended with ${String(code)} before it was asked anything`);
  });
  const debugProviders = Promise.race([firstLine, died]).then(([line]) =>
    Object.entries(ports.parse(JSON.parse(String(line))))
      .map(([name, port]) => `${name}:${port}`)
      .join(","),
  );
  // Whoever waits for the ports hears of a failure; nobody else needs to.
  died.catch(() => {});
  debugProviders.catch(() => {});
  return { debugProviders, stop: () => child.kill("SIGTERM") };
}
