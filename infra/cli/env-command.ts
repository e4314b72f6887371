import { dirname, delimiter } from "node:path";
import { azureTarget } from "../engine/azure-target";
import { engineEnvironment, prepareProject } from "../engine/environment";
import { ensureEngine } from "../engine/find-engine";
import { exitCodes } from "./exit-codes";
import { installPlugins } from "../embedded-azure/install-plugins";
import { openInputs } from "./inputs";
import type { Terminal } from "./terminal";

export interface EnvironmentOptions {
  readonly embedded?: boolean;
  readonly environment: string;
}

/** Prints shell commands that make plain `pulumi` mean the chosen Azure; for `eval`. */
export async function printEnvironment(
  options: EnvironmentOptions,
  terminal: Terminal,
): Promise<number> {
  const platform = openInputs().platform(options.environment);
  const target = azureTarget(options.embedded === true ? "embedded" : "live");
  const engine = await ensureEngine(terminal);
  prepareProject(target, engine);
  if (target.kind === "embedded") installPlugins(target.pulumiHome, process.execPath);
  const wanted = engineEnvironment(target, platform);
  const path = [target.bin, ...pathFolders(wanted).filter((folder) => folder !== target.bin)];
  for (const line of shellLines({ ...wanted, PATH: path.join(delimiter) }, process.env)) {
    terminal.print(line);
  }
  return exitCodes.done;
}

function pathFolders(environment: NodeJS.ProcessEnv): string[] {
  return (environment["PATH"] ?? "").split(delimiter);
}

/** What must be set and unset to get from one environment to the other. */
export function shellLines(wanted: NodeJS.ProcessEnv, present: NodeJS.ProcessEnv): string[] {
  const set = Object.entries(wanted)
    .filter(([name, value]) => value !== undefined && present[name] !== value)
    .map(([name, value]) => `export ${name}=${shellQuoted(value ?? "")}`);
  const unset = Object.keys(present)
    .filter((name) => wanted[name] === undefined)
    .map((name) => `unset ${name}`);
  return [...set, ...unset];
}

/** One word of a POSIX shell, whatever is in it. */
export function shellQuoted(text: string): string {
  return /^[A-Za-z0-9_./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Folder of the Node everything runs on, for scripts. */
export function printNodePath(terminal: Terminal): number {
  terminal.print(dirname(process.execPath));
  return exitCodes.done;
}
