import pc from "picocolors";
import { commandFor } from "../engine/command-for";
import { Failure } from "../engine/failure";
import { toPlainRecord } from "../resources/property-values";
import { lineWidth } from "./cost-text";
import { deployedState } from "./deployed-state";
import { exitCodes } from "./exit-codes";
import { openInputs } from "./inputs";
import type { Terminal } from "./terminal";

export interface OutputsOptions {
  readonly embedded?: boolean;
  readonly environment: string;
  readonly json?: boolean;
}

/**
 * What a deployed stack says: all outputs, a line each, or one whole. Secrets are named, never shown.
 *
 * @throws Failure where there is no such stack or output
 */
export async function runOutputs(
  name: string,
  output: string | undefined,
  options: OutputsOptions,
  terminal: Terminal,
): Promise<number> {
  const inputs = openInputs();
  const stack = inputs.resolve(name, options.environment);
  const embedded = options.embedded === true;
  const state = await deployedState(stack, inputs.of(stack).platform, embedded);
  const root = state?.resources.find(({ type }) => type === "pulumi:pulumi:Stack");
  if (root === undefined)
    throw new Failure(
      "missing",
      `there is no stack ${stack.text}`,
      `deploy it first: ${commandFor({ azure: embedded ? "embedded" : "live" }, `up ${stack.text}`)}`,
    );
  const outputs = toPlainRecord(root.outputs ?? {});
  if (output === undefined) {
    if (options.json === true) terminal.print(JSON.stringify(outputs, null, 2));
    else for (const line of table(outputs)) terminal.print(line);
    return exitCodes.done;
  }
  const value = outputs[output];
  if (value === undefined)
    throw new Failure(
      "input",
      `${stack.text} has no output "${output}"`,
      `it has ${Object.keys(outputs).toSorted().join(", ")}`,
    );
  terminal.print(options.json === true ? JSON.stringify(value, null, 2) : whole(value));
  return exitCodes.done;
}

function table(outputs: Readonly<Record<string, unknown>>): readonly string[] {
  const names = Object.keys(outputs).toSorted();
  const column = Math.max(...names.map((name) => name.length));
  return names.map((name) => {
    const text = inShort(outputs[name]).replaceAll(/\s+/g, " ");
    const room = lineWidth - column - 2;
    const shown = text.length > room ? `${text.slice(0, room - 1)}…` : text;
    return `${pc.bold(name.padEnd(column))}  ${shown}`;
  });
}

/** A text as it is, a list of texts one a line, everything else as JSON. */
function whole(plain: unknown): string {
  if (typeof plain === "string") return plain;
  if (Array.isArray(plain) && plain.every((one) => typeof one === "string"))
    return plain.map((one) => `- ${one}`).join("\n");
  return JSON.stringify(plain, null, 2);
}

function inShort(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
