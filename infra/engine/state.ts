import type { AzureKind } from "./azure-target";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { EngineFailed, type PulumiProcess } from "./pulumi-command";
import { classify } from "./classify";

const stateResource = z.looseObject({
  urn: z.string(),
  type: z.string(),
  custom: z.boolean().default(false),
  id: z.string().optional(),
  parent: z.string().optional(),
  provider: z.string().optional(),
  inputs: z.record(z.string(), z.unknown()).optional(),
  outputs: z.record(z.string(), z.unknown()).optional(),
  dependencies: z.array(z.string()).nullish(),
});

const deployment = z.looseObject({
  resources: z.array(stateResource).default([]),
  pending_operations: z
    .array(
      z.looseObject({
        type: z.enum(["creating", "updating", "deleting", "reading", "importing"]),
        resource: stateResource,
      }),
    )
    .nullish(),
});

/** One resource as the state holds it; secrets stay encrypted, and what we do not know stays in. */
export type StateResource = Readonly<z.infer<typeof stateResource>>;

export interface PendingOperation {
  readonly type: "creating" | "updating" | "deleting" | "reading" | "importing";
  readonly resource: StateResource;
}

/** A stack's state, as `pulumi stack export` prints it. */
export interface Deployment {
  readonly resources: readonly StateResource[];
  readonly pendingOperations: readonly PendingOperation[];
  /** Everything else of the document, kept for {@link exportDocument}. */
  readonly rest: Readonly<Record<string, unknown>>;
}

const stateFile = z.object({ checkpoint: z.object({ latest: deployment.nullish() }) });
const exported = z.object({ deployment });

/** What an operation needs to reach one stack. */
export interface StackAccess {
  readonly azure: AzureKind;
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
  if (folder !== undefined) return readStateFile(folder, access.stack);
  const run = await access.pulumi.execute(["stack", "export", "--stack", access.stack], access);
  if (run.exitCode === 0) {
    return deploymentOf(exported.parse(JSON.parse(run.stdout)).deployment);
  }
  const failure = classify(new EngineFailed(run), access, []);
  if (failure.kind === "missing") return undefined;
  throw failure;
}

/** Reads a stack's state from the folder of a `file://` backend; undefined when there is no such stack. */
export function readStateFile(folder: string, stack: string): Deployment | undefined {
  const file = join(folder, ".pulumi", "stacks", "cabinet", `${stack}.json`);
  if (!existsSync(file)) return undefined;
  const { checkpoint } = stateFile.parse(JSON.parse(readFileSync(file, "utf8")));
  return deploymentOf(checkpoint.latest ?? { resources: [] });
}

function deploymentOf(document: z.infer<typeof deployment>): Deployment {
  const { resources, pending_operations: pending, ...rest } = document;
  return { resources, pendingOperations: pending ?? [], rest };
}

/** The document that `pulumi stack import` takes. */
export function exportDocument({ rest, resources, pendingOperations }: Deployment): object {
  return {
    version: 3,
    deployment: { ...rest, resources, pending_operations: pendingOperations },
  };
}
