import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import { formatStackName, type StackName } from "./firm/stack-name";

const printed = z.record(z.string(), z.number());

const run = promisify(execFile);

/**
 * The cost outputs of a firm's stack, reckoned by a process of its own beside the engine's work:
 * Pulumi lets no two programs run in one process, and would compile all of the bill anew each time.
 * Without them, and with a warning, when that process fails: no bill keeps a deployment from going on.
 */
export async function costOutputs(definition: {
  readonly kind: StackName["kind"];
  readonly name: StackName;
}): Promise<pulumi.Inputs> {
  if (definition.kind !== "firm") return {};
  const commands = path.join(__dirname, "cli");
  const stack = formatStackName(definition.name);
  try {
    const { stdout } = await run(process.execPath, [
      path.join(commands, "run-ts.js"),
      path.join(commands, "print-cost-outputs.ts"),
      stack,
    ]);
    return printed.parse(JSON.parse(stdout));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await pulumi.log.warn(`the bill of ${stack} could not be reckoned: ${reason}`);
    return {};
  }
}
