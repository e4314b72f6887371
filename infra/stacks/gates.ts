import * as pulumi from "@pulumi/pulumi";
import { formatStackName } from "../firm/stack-name";
import { isRecord } from "../resources/property-values";
import type { StackDefinition } from "./definition";
import { refuseRedundancy } from "./redundancy-gate";
import { refuseLive } from "./stage-gate";

/**
 * Refuses what a firm's file may say and its deployed stack does not allow. What was deployed before
 * is in the stack's own outputs, so plain `pulumi` is held up as well; an interrupted deployment
 * changes them as little as a preview does.
 *
 * @throws pulumi.RunError that says what to write instead; before anything is registered
 */
export async function passGates(definition: StackDefinition): Promise<void> {
  if (definition.kind !== "firm") return;
  const { firm } = definition;
  const stack = formatStackName(definition.name);
  const path = `${pulumi.getOrganization()}/${pulumi.getProject()}/${stack}`;
  const { stage, backupRedundancy: redundancy } = await outputsOf(path);
  const refusal =
    (firm.stage === "live" ? refuseLive(stack, stage) : undefined) ??
    refuseRedundancy(stack, redundancy, firm.data.redundancy);
  if (refusal !== undefined) throw new pulumi.RunError(refusal);
}

/**
 * Outputs of the last deployment; none where there was none. Asked, not referred to: a reference to the stack itself
 * would be in its state, and each refresh would report it as changed.
 */
async function outputsOf(path: string): Promise<Readonly<Record<string, unknown>>> {
  const answer: unknown = await pulumi.runtime.invoke("pulumi:pulumi:readStackOutputs", {
    name: path,
  });
  const outputs = isRecord(answer) ? answer["outputs"] : undefined;
  return isRecord(outputs) ? outputs : {};
}
