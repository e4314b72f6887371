import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

import { storeVariable } from "../../../infra/embedded-azure/start";

const repository = resolve(__dirname, "../../..");

/** How a provider process is started: Node, launcher, program, package. */
export const command = [
  process.execPath,
  resolve(repository, "infra/cli/run-ts.js"),
  resolve(repository, "infra/embedded-azure/main.ts"),
] as const;

/** A provider process as an engine would start it. */
export interface ProviderProcess {
  readonly child: ChildProcess;
  readonly port: number;
}

/** Starts a provider process and waits for its port. */
export async function startProcess(name: string, store: string): Promise<ProviderProcess> {
  const [node, ...rest] = command;
  const child = spawn(node, [...rest, name], {
    env: { ...process.env, [storeVariable]: store },
    stdio: ["pipe", "pipe", "inherit"],
  });
  return { child, port: Number(await firstLine(child)) };
}

/** What a process prints first. */
export async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("the process has no output");
  let text = "";
  for await (const chunk of child.stdout) {
    text += String(chunk);
    if (text.includes("\n")) return text.slice(0, text.indexOf("\n"));
  }
  throw new Error(`the process ended before it printed a line: ${text}`);
}

/** Ends a process and waits until it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}
