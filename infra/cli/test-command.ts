import { spawn } from "node:child_process";
import { join } from "node:path";
import { repositoryRoot } from "../engine/azure-target";
import { exitCodes } from "./exit-codes";
import { runSetup } from "./setup";
import type { Terminal } from "./terminal";

/** Sets up and runs every test; what follows `npm test --` goes to jest. */
export async function runTests(args: readonly string[], terminal: Terminal): Promise<number> {
  await runSetup(terminal);
  const jest = join(repositoryRoot, "node_modules", "jest", "bin", "jest.js");
  const child = spawn(process.execPath, [jest, ...args], { cwd: repositoryRoot, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? exitCodes.failed));
  });
}
