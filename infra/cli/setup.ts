import { ensureEngine } from "../engine/find-engine";
import { exitCodes } from "./exit-codes";
import type { Terminal } from "./terminal";

const origins = {
  path: "found on the PATH",
  built: "built from its Go modules",
  installed: "installed",
} as const;

/** Brings what is missing and says what was already there. Dependencies and Node came with launch.js. */
export async function runSetup(terminal: Terminal): Promise<number> {
  const dependencies = process.env["CABINET_DEPENDENCIES"] === "installed" ? "installed" : "there";
  terminal.done(`dependencies ${dependencies}`);
  terminal.done(`Node ${process.versions.node}`);
  const engine = await ensureEngine(terminal);
  terminal.done(`Pulumi engine ${engine.version} ${origins[engine.origin]}: ${engine.binary}`);
  return exitCodes.done;
}
