import { spawn, type ChildProcess } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";

const root = resolve(__dirname, "../..");

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A work tree of its own in a temporary folder: the tracked files, the installed packages, and
 * nothing deployed. Commands run on the real engine and the embedded Azure.
 */
export class WorkTree {
  readonly folder = mkdtempSync(join(tmpdir(), "cabinet-tree-"));

  constructor() {
    for (const path of [
      "infra",
      "package.json",
      "tsconfig.json",
      "Pulumi.yaml",
      "Pulumi.prod.yaml",
    ]) {
      cpSync(join(root, path), join(this.folder, path), { recursive: true });
    }
    symlinkSync(join(root, "node_modules"), join(this.folder, "node_modules"));
  }

  /** Changes a tracked file. */
  edit(path: string, change: (text: string) => string): void {
    const file = join(this.folder, path);
    const before = readFileSync(file, "utf8");
    const after = change(before);
    if (after === before) throw new Error(`the edit of ${path} changes nothing`);
    writeFileSync(file, after);
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text);
  }

  /** Starts `cabinet` with these arguments; the caller waits, or kills. */
  start(
    args: readonly string[],
    environment: NodeJS.ProcessEnv = {},
    input?: string,
  ): ChildProcess {
    const cli = join(this.folder, "infra/cli");
    const child = spawn(process.execPath, [join(cli, "run-ts.js"), join(cli, "main.ts"), ...args], {
      cwd: this.folder,
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1", ...environment },
    });
    child.stdin?.end(input);
    return child;
  }

  /** Runs `cabinet` to its end, with `input` on its standard input. */
  run(
    args: readonly string[],
    environment: NodeJS.ProcessEnv = {},
    input?: string,
  ): Promise<CommandResult> {
    return finish(this.start(args, environment, input));
  }

  /** Runs `cabinet ... --json` and reads its document. */
  async json(args: readonly string[]): Promise<OperationDocument> {
    const { stdout, stderr } = await this.run([...args, "--json"]);
    try {
      return JSON.parse(stdout) as OperationDocument;
    } catch {
      throw new Error(`no document from cabinet ${args.join(" ")}:\n${stdout}\n${stderr}`);
    }
  }

  get azureStore(): string {
    return join(this.folder, ".cabinet/embedded/azure.sqlite");
  }

  /** Ids of everything in the embedded Azure, in order. */
  azureIds(): string[] {
    if (!existsSync(this.azureStore)) return [];
    const database = new DatabaseSync(this.azureStore);
    try {
      return database
        .prepare("SELECT id FROM resources ORDER BY id")
        .all()
        .map(({ id }) => String(id));
    } finally {
      database.close();
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface OperationDocument {
  readonly format: string;
  readonly azure: string;
  readonly verb: string;
  readonly stacks: readonly {
    readonly outcome: "done" | "failed" | "skipped";
    readonly stack: string;
    readonly counts?: Readonly<Record<string, number>>;
    readonly changes?: readonly {
      readonly op: string;
      readonly type: string;
      readonly name: string;
      readonly properties: readonly { readonly path: string; readonly replaces: boolean }[];
    }[];
    readonly outputs?: Readonly<Record<string, unknown>>;
    readonly recovered?: readonly string[];
    readonly error?: { readonly kind: string; readonly message?: string };
  }[];
}

export function finish(child: ChildProcess): Promise<CommandResult> {
  let stdout = "";
  let stderr = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolveResult, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolveResult({ code, stdout, stderr }));
  });
}
