import * as pulumi from "@pulumi/pulumi";
import { formatFault } from "../document/fault";
import { buildStack, readDefinition } from "./definition";

/**
 * The program of one stack. Its files are read, and refused, before anything is registered.
 *
 * @param stackName In full: `prod`, `prod.dupont`, `prod.dupont.meylan`.
 * @param root Top of the work tree.
 * @param changes What-if changes to the firm's file, `people.staff=15`.
 * @throws pulumi.RunError with all faults, one a line; Pulumi prints it without a stack trace
 */
export function program(
  stackName: string,
  root: string,
  changes: readonly string[] = [],
): () => Promise<pulumi.Inputs> {
  return async () => {
    const definition = readDefinition(stackName, root, changes);
    if (definition.ok) return buildStack(definition.value);
    throw new pulumi.RunError(definition.faults.map(formatFault).join("\n"));
  };
}
