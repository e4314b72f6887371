import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EngineFailed, type PulumiProcess } from "./pulumi-command";
import { classify } from "./classify";

/** One resource as the state holds it; secrets stay encrypted. */
export interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly custom: boolean;
  readonly id?: string;
  readonly parent?: string;
  readonly provider?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
  /** Marked for deletion: the old half of a replacement. */
  readonly delete?: boolean;
}

export interface PendingOperation {
  readonly type: "creating" | "updating" | "deleting" | "reading" | "importing";
  readonly resource: StateResource;
}

/** A stack's state, as `pulumi stack export` prints it. */
export interface Deployment {
  readonly resources: readonly StateResource[];
  readonly pendingOperations: readonly PendingOperation[];
  /** Everything else of the document, kept for {@link importDeployment}. */
  readonly rest: Readonly<Record<string, unknown>>;
}

interface DeploymentJson {
  readonly resources?: readonly StateResource[];
  readonly pending_operations?: readonly PendingOperation[];
}

/** What an operation needs to reach one stack. */
export interface StackAccess {
  readonly stack: string;
  readonly pulumi: PulumiProcess;
  /** Folder of the Pulumi project. */
  readonly cwd: string;
  /** URL of the backend. */
  readonly backend: string;
}

/** The folder of a `file://` backend; undefined for any other. */
export function stateFolder(backend: string): string | undefined {
  return backend.startsWith("file://") ? backend.slice("file://".length) : undefined;
}

/**
 * Reads a stack's state; undefined when there is no such stack. From a `file://` backend the file
 * is read as it stands, which spares half a second of engine.
 */
export async function readDeployment(access: StackAccess): Promise<Deployment | undefined> {
  const folder = stateFolder(access.backend);
  if (folder !== undefined) {
    const file = join(folder, ".pulumi", "stacks", "cabinet", `${access.stack}.json`);
    if (!existsSync(file)) return undefined;
    const { checkpoint } = JSON.parse(readFileSync(file, "utf8")) as {
      checkpoint: { latest?: DeploymentJson };
    };
    return deploymentOf(checkpoint.latest ?? {});
  }
  const run = await access.pulumi.execute(["stack", "export", "--stack", access.stack], access);
  if (run.exitCode === 0) {
    return deploymentOf((JSON.parse(run.stdout) as { deployment: DeploymentJson }).deployment);
  }
  const failure = classify(new EngineFailed(run), access.stack, []);
  if (failure.kind === "missing") return undefined;
  throw failure;
}

function deploymentOf(json: DeploymentJson): Deployment {
  const { resources = [], pending_operations: pendingOperations = [], ...rest } = json;
  return { resources, pendingOperations, rest };
}

/** The document that `pulumi stack import` takes. */
export function exportDocument(deployment: Deployment): object {
  return {
    version: 3,
    deployment: {
      ...deployment.rest,
      resources: deployment.resources,
      pending_operations: deployment.pendingOperations,
    },
  };
}
