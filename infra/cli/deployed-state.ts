import { azureTarget, type AzureTarget } from "../engine/azure-target";
import { engineEnvironment } from "../engine/environment";
import { readDeployment, readStateFile, stateFolder, type Deployment } from "../engine/state";
import type { Platform } from "../platform/platform";
import type { NamedStack } from "./inputs";
import { Terminal } from "./terminal";

/** A stack's state; undefined when nothing is deployed under its name. @throws Failure */
export async function deployedState(
  stack: NamedStack,
  platform: Platform,
  embedded: boolean,
): Promise<Deployment | undefined> {
  const target = azureTarget(embedded ? "embedded" : "live");
  const environment = engineEnvironment(target, platform);
  const backend = environment["PULUMI_BACKEND_URL"] ?? "";
  const folder = stateFolder(backend);
  return folder === undefined
    ? readThroughEngine(stack, target, backend, environment)
    : readStateFile(folder, stack.text);
}

/** Loaded only where an engine is needed: a remote backend has its own ways and credentials. */
async function readThroughEngine(
  stack: NamedStack,
  { kind, project }: AzureTarget,
  backend: string,
  environment: NodeJS.ProcessEnv,
): ReturnType<typeof readDeployment> {
  const { ensureEngine }: typeof import("../engine/find-engine") = require("../engine/find-engine");
  const {
    PulumiProcess,
  }: typeof import("../engine/pulumi-command") = require("../engine/pulumi-command");
  const engine = await ensureEngine(new Terminal());
  const pulumi = new PulumiProcess(engine, environment, () => undefined);
  return readDeployment({ azure: kind, stack: stack.text, pulumi, cwd: project, backend });
}
