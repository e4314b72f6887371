import * as pulumi from "@pulumi/pulumi";
import type { Stage } from "../firm/firm";
import { formatStackName } from "../firm/stack-name";
import type { StackDefinition } from "./definition";

/**
 * Lets a firm go live only once its data was verified. What was deployed before is the stack's own
 * output `stage`, so plain `pulumi` is held up by it as well; an interrupted deployment changes it
 * as little as a preview does.
 *
 * @throws pulumi.RunError that says what to write instead; before anything is registered
 */
export async function passStageGate(definition: StackDefinition): Promise<void> {
  if (definition.kind !== "firm" || definition.firm.stage !== "live") return;
  const stack = formatStackName(definition.name);
  const path = `${pulumi.getOrganization()}/${pulumi.getProject()}/${stack}`;
  const before = await new pulumi.StackReference(path).getOutputValue("stage");
  const refusal = refuseLive(stack, before);
  if (refusal !== undefined) throw new pulumi.RunError(refusal);
}

const goLiveFrom: readonly unknown[] = ["verified", "live"] satisfies readonly Stage[];

/**
 * Why a firm cannot be live yet, or undefined where it can.
 *
 * @param before Stage that was deployed last; undefined where none was.
 */
export function refuseLive(stack: string, before: unknown): string | undefined {
  if (goLiveFrom.includes(before)) return undefined;
  const met = typeof before === "string" ? `its stage is ${before}` : "it was never deployed";
  return `${stack} cannot go live: its data was not verified, for ${met}; write stage: verified, deploy, have the firm accept its data, and then write stage: live`;
}
