import * as pulumi from "@pulumi/pulumi";
import { formatFault } from "../document/fault";
import { formatStackName, type StackName } from "../firm/stack-name";
import { dropGeneratedAliases } from "../resources/drop-aliases";
import { recordProgram, type Recording } from "../resources/record";
import {
  buildStack,
  defineStack,
  readDefinition,
  type StackDefinition,
  type StackInputs,
} from "./definition";

/**
 * The program of the stack that plain `pulumi` runs. Files are read, and refused, before anything is
 * registered.
 *
 * @param stackName In full: `prod`, `prod.dupont`, `prod.dupont.meylan`.
 * @param root Top of the work tree.
 * @throws pulumi.RunError with all faults, one a line; Pulumi prints it without a stack trace
 */
export function program(stackName: string, root: string): () => Promise<pulumi.Inputs> {
  return async () => {
    const definition = readDefinition(stackName, root);
    if (definition.ok) return buildStack(definition.value);
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
): Promise<pulumi.Inputs> {
  if (dropAliases) pulumi.runtime.registerStackTransformation(dropGeneratedAliases);
  return buildStack(defineStack(name, inputs));
}

/**
 * What a stack registers, without an engine. A firm's stack refers to its platform's outputs, so the
 * platform is recorded first: both are answered as if everything were new.
 */
export async function recordStack(name: StackName, inputs: StackInputs): Promise<Recording> {
  const definition = defineStack(name, inputs);
  const { platform } = definition;
  if (definition.kind === "platform") return record(definition, {});
  const { environment } = platform;
  const { outputs } = await record(
    { kind: "platform", name: { kind: "platform", environment }, platform },
    {},
  );
  return record(definition, { [environment]: outputs });
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
