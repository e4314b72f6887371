import { spawn } from "node:child_process";
import { delimiter, dirname } from "node:path";
import type { PulumiCommand } from "@pulumi/pulumi/automation";
import { SemVer } from "semver";
import type { Engine } from "./find-engine";

/** What one run of the engine left behind. */
export interface EngineRun {
  /** Exit code of the process; undefined when a signal ended it. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** The engine ended with something else than success. */
export class EngineFailed extends Error {
  constructor(readonly run: EngineRun) {
    super(`pulumi ended with ${run.exitCode ?? "a signal"}: ${run.stderr.trim().slice(-2000)}`);
    this.name = "EngineFailed";
  }
}

/**
 * The `pulumi` command as the Automation API wants it, with what its own lacks:
 * the true exit code (it reports -2 for every failure), a process group of its own so that the
 * terminal's Ctrl-C reaches the engine once and through us (a second SIGINT would make it drop
 * its work), and no process for a question that needs none.
 */
export class PulumiProcess implements PulumiCommand {
  readonly command: string;
  readonly version: SemVer;

  constructor(
    private readonly engine: Engine,
    private readonly environment: NodeJS.ProcessEnv,
    /** Called when the engine runs: it needs half a second before it asks for the program. */
    private readonly whenStarted: () => void = () => {},
  ) {
    this.command = engine.binary;
    this.version = new SemVer(engine.version);
  }

  /** The same engine with other variables. */
  with(environment: NodeJS.ProcessEnv): PulumiProcess {
    const variables = { ...this.environment, ...environment };
    return new PulumiProcess(this.engine, variables, this.whenStarted);
  }

  /** Called by the Automation API. */
  async run(
    args: string[],
    cwd: string,
    additional: Record<string, string>,
    onOutput?: (text: string) => void,
    onError?: (text: string) => void,
    signal?: AbortSignal,
  ): Promise<{ stdout: string; stderr: string; code: number }> {
    const answer = answerWithoutEngine(args);
    if (answer !== undefined) return { stdout: answer, stderr: "", code: 0 };
    const run = await this.with(additional).execute(args, { cwd, onOutput, onError, signal });
    if (run.exitCode !== 0) throw new EngineFailed(run);
    return { stdout: run.stdout, stderr: run.stderr, code: 0 };
  }

  /** Runs the command line itself. */
  async execute(
    args: readonly string[],
    options: {
      cwd: string;
      onOutput?: ((text: string) => void) | undefined;
      onError?: ((text: string) => void) | undefined;
      signal?: AbortSignal | undefined;
    },
  ): Promise<EngineRun> {
    const { cwd, onOutput, onError, signal } = options;
    signal?.throwIfAborted();
    const child = spawn(this.command, [...args, "--non-interactive"], {
      cwd,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...this.environment,
        PULUMI_AUTOMATION_API: "true",
        // The language host and other bundled plugins live beside the engine.
        PATH: `${dirname(this.command)}${delimiter}${this.environment["PATH"] ?? ""}`,
      },
    });
    child.once("spawn", this.whenStarted);
    const interrupt = () => child.kill("SIGINT");
    signal?.addEventListener("abort", interrupt);
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      onOutput?.(text);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      onError?.(text);
    });
    try {
      const exitCode = await new Promise<number | undefined>((resolve, reject) => {
        child.on("error", reject);
        child.on("close", (code) => resolve(code ?? undefined));
      });
      return { exitCode, stdout, stderr };
    } finally {
      signal?.removeEventListener("abort", interrupt);
    }
  }
}

/**
 * Selecting a stack writes a file all processes share, and every operation names its stack anyway.
 * After an update the API asks for outputs and history, three processes of half a second: the
 * outputs come with the events instead.
 */
function answerWithoutEngine(args: readonly string[]): string | undefined {
  if (args[0] !== "stack") return undefined;
  switch (args[1]) {
    case "select":
      return "";
    case "output":
      return "{}";
    case "history":
      return "[]";
    default:
      return undefined;
  }
}
