import { formatStackName, type StackName } from "../firm/stack-name";
import { recordProgram, type Recording } from "../resources/record";
import { buildStack, type StackDefinition } from "./definition";

/**
 * What a stack registers, without an engine. A firm's stack refers to its platform's outputs, so the
 * platform is recorded first: both are answered as if everything were new.
 */
export async function recordStack(definition: StackDefinition): Promise<Recording> {
  const { platform } = definition;
  const record = (one: StackDefinition, references = {}): Promise<Recording> =>
    recordProgram(formatStackName(nameOf(one)), () => buildStack(one), {
      subscription: one.kind === "platform" ? platform.subscription : one.firm.subscription,
      references,
    });
  if (definition.kind === "platform") return record(definition);
  const { outputs } = await record({ kind: "platform", platform });
  return record(definition, { [platform.environment]: outputs });
}

/** The name of the stack that a definition describes. */
export function nameOf(definition: StackDefinition): StackName {
  const { environment } = definition.platform;
  switch (definition.kind) {
    case "platform":
      return { kind: "platform", environment };
    case "firm":
      return { kind: "firm", environment, firm: definition.firm.key };
    case "site":
      return {
        kind: "site",
        environment,
        firm: definition.firm.key,
        site: definition.site.key,
      };
  }
}
