import { spawn } from "node:child_process";
import { join } from "node:path";
import { repositoryRoot } from "../engine/azure-target";
import { exitCodes } from "./exit-codes";
import { runSetup } from "./setup";
import type { Terminal } from "./terminal";

/** Sets up and runs every test; what follows `npm test --` goes to jest. */
export async function runTests(args: readonly string[], terminal: Terminal): Promise<number> {
  await runSetup(terminal);
  return runScript([join(repositoryRoot, "node_modules/jest/bin/jest.js"), ...args]);
}

/** Ratios of speed and memory, measured in one run; `parts` of it, or all: see tests/bench. */
export async function runBenchmarks(parts: readonly string[], terminal: Terminal): Promise<number> {
  await runSetup(terminal);
  const bench = join(repositoryRoot, "tests/bench/bench.ts");
  return runScript([join(__dirname, "run-ts.js"), bench, ...parts]);
}

function runScript(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, args, { cwd: repositoryRoot, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? exitCodes.failed));
  });
}
