import { armTemplate } from "../resources/export-arm";
import { recordStack } from "../stacks/program";
import { exitCodes } from "./exit-codes";
import { openInputs } from "./inputs";
import type { Terminal } from "./terminal";

export interface ExportOptions {
  readonly environment: string;
  readonly set?: readonly string[];
}

/** Writes what a stack registers, as recorded without an engine, in a form other tools read. */
export async function runExport(
  form: "arm" | "resources",
  name: string,
  options: ExportOptions,
  terminal: Terminal,
): Promise<number> {
  const inputs = openInputs(options.set);
  const stack = inputs.resolve(name, options.environment);
  const { resources } = await recordStack(stack, inputs.of(stack));
  terminal.print(JSON.stringify(form === "arm" ? armTemplate(resources) : resources, null, 2));
  return exitCodes.done;
}
