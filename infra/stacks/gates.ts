import * as pulumi from "@pulumi/pulumi";
import { formatStackName } from "../firm/stack-name";
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
  const before = new pulumi.StackReference(path);
  const [stage, redundancy] = await Promise.all([
    before.getOutputValue("stage"),
    before.getOutputValue("backupRedundancy"),
  ]);
  const refusal =
    (firm.stage === "live" ? refuseLive(stack, stage) : undefined) ??
    refuseRedundancy(stack, redundancy, firm.data.redundancy);
  if (refusal !== undefined) throw new pulumi.RunError(refusal);
}
