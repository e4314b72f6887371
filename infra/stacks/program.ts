import * as pulumi from "@pulumi/pulumi";
import { formatFault } from "../document/fault";
import { formatStackName, type StackName } from "../firm/stack-name";
import type { Platform } from "../platform/platform";
import { dropGeneratedAliases } from "../resources/drop-aliases";
import { recordProgram, type Recording } from "../resources/record";
import {
  buildStack,
  defineStack,
  readDefinition,
  type StackDefinition,
  type StackInputs,
} from "./definition";
import { passGates } from "./gates";

/**
 * The program of the stack that plain `pulumi` runs. Files are read, and refused, before anything is
 * registered.
 *
 * @param stackName In full: `prod`, `prod.dupont`, `prod.dupont.meylan`.
 * @param root Top of the work tree.
 * @param furtherOutputs Outputs beside the stack's own.
 * @throws pulumi.RunError with all faults, one a line; Pulumi prints it without a stack trace
 */
export function program(
  stackName: string,
  root: string,
  furtherOutputs: FurtherOutputs = noOutputs,
): () => Promise<pulumi.Inputs> {
  return async () => {
    const definition = readDefinition(stackName, root);
    if (definition.ok) return buildAndTell(definition.value, furtherOutputs);
    throw new pulumi.RunError(definition.faults.map(formatFault).join("\n"));
  };
}

export interface ProgramOptions {
  /** Whether the stack's state never held a resource of an older azure-native: then it is faster. */
  readonly dropAliases: boolean;
}

/** The program of a stack whose files are read already. */
export async function stackProgram(
  name: StackName,
  inputs: StackInputs,
  { dropAliases }: ProgramOptions,
  furtherOutputs: FurtherOutputs = noOutputs,
): Promise<pulumi.Inputs> {
  if (dropAliases) pulumi.runtime.registerStackTransformation(dropGeneratedAliases);
  return buildAndTell(defineStack(name, inputs), furtherOutputs);
}

/** What somebody who knows more than the stack tells of it, from what it registers. */
export type FurtherOutputs = (
  definition: StackDefinition,
  resources: () => Promise<Recording["resources"]>,
) => Promise<pulumi.Inputs>;

const noOutputs: FurtherOutputs = () => Promise.resolve({});

/** What is told beside the stack's own outputs is found out while the engine answers: it takes hardly any time. */
async function buildAndTell(
  definition: StackDefinition,
  furtherOutputs: FurtherOutputs,
): Promise<pulumi.Inputs> {
  await passGates(definition);
  const outputs = buildStack(definition);
  const further = await furtherOutputs(
    definition,
    async () => (await recordDefinition(definition)).resources,
  );
  return { ...outputs, ...further };
}

/** What a platform tells its firms, recorded without an engine. */
export type PlatformRecorder = (platform: Platform) => Promise<Recording["outputs"]>;

/** Records a platform anew each time; who records many firms remembers it. */
export const recordPlatform: PlatformRecorder = async (platform) => {
  const name = { kind: "platform", environment: platform.environment } as const;
  return (await record({ kind: "platform", name, platform }, {})).outputs;
};

/**
 * What a stack registers, without an engine. A firm's stack refers to its platform's outputs, an
 * office's to both, so these are recorded first: all are answered as if everything were new.
 */
export async function recordStack(
  name: StackName,
  inputs: StackInputs,
  platformOutputs: PlatformRecorder = recordPlatform,
): Promise<Recording> {
  return recordDefinition(defineStack(name, inputs), platformOutputs);
}

async function recordDefinition(
  definition: StackDefinition,
  platformOutputs: PlatformRecorder = recordPlatform,
): Promise<Recording> {
  const { platform } = definition;
  if (definition.kind === "platform") return record(definition, {});
  const references = { [platform.environment]: await platformOutputs(platform) };
  if (definition.kind === "firm") return record(definition, references);
  const { environment } = platform;
  const { firm } = definition;
  const name = { kind: "firm", environment, firm: firm.key } as const;
  const { outputs } = await record({ kind: "firm", name, platform, firm }, references);
  return record(definition, { ...references, [formatStackName(name)]: outputs });
}

function record(
  definition: StackDefinition,
  references: Readonly<Record<string, Recording["outputs"]>>,
): Promise<Recording> {
  const { subscription: subscriptionId } =
    definition.kind === "platform" ? definition.platform : definition.firm;
  return recordProgram(formatStackName(definition.name), () => buildStack(definition), {
    subscriptionId,
    references,
  });
}
