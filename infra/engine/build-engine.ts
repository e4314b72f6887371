import { spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { repositoryRoot } from "./azure-target";
import { Failure } from "./failure";
import type { Progress } from "./progress";

interface Binary {
  readonly file: string;
  /** Folder of its Go module: each pins its own versions. */
  readonly module: string;
  readonly package: string;
}

const suffix = process.platform === "win32" ? ".exe" : "";

const binaries: readonly Binary[] = [
  {
    file: `pulumi${suffix}`,
    module: "infra/engine/cli",
    package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
  },
  // The language host of today's engine is no Go module that can be fetched; the one inside
  // sdk/v3 v3.60.0 still speaks with it. Only the plain `pulumi` command needs it.
  {
    file: `pulumi-language-nodejs${suffix}`,
    module: "infra/engine/language-host",
    package: "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs",
  },
];

/** Size of each binary, written when a build is whole: a half-made or damaged one does not match. */
const manifestForm = z.record(z.string(), z.number());
type Manifest = z.infer<typeof manifestForm>;

/** The engine built earlier for these very modules, or undefined when there is none that is whole. */
export function builtEngine(cache: string, version: string): string | undefined {
  const folder = buildFolder(cache, version);
  try {
    const manifest = manifestForm.parse(
      JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")),
    );
    const whole = binaries.every(
      ({ file }) => statSync(join(folder, file)).size === manifest[file],
    );
    return whole ? join(folder, `pulumi${suffix}`) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Builds the engine and the Node language host from their pinned Go modules.
 * Works beside the final place and moves in when whole, so it can be interrupted at any moment.
 */
export async function buildEngine(
  go: string,
  cache: string,
  version: string,
  progress: Progress,
): Promise<string> {
  const folder = buildFolder(cache, version);
  const workshop = `${folder}.${randomUUID()}`;
  mkdirSync(workshop, { recursive: true });
  try {
    for (const binary of binaries) await buildBinary(go, binary, version, workshop, progress);
    const manifest: Manifest = Object.fromEntries(
      binaries.map(({ file }) => [file, statSync(join(workshop, file)).size]),
    );
    writeFileSync(join(workshop, "manifest.json"), JSON.stringify(manifest));
    // Somebody else may have been quicker: theirs is the same.
    const other = builtEngine(cache, version);
    if (other !== undefined) return other;
    rmSync(folder, { recursive: true, force: true });
    renameSync(workshop, folder);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  progress.done(`Pulumi engine ${version} built`);
  return join(folder, `pulumi${suffix}`);
}

/** One folder for each set of pinned modules: a change of a version never meets an old build. */
function buildFolder(cache: string, version: string): string {
  const hash = createHash("sha256");
  for (const { module } of binaries) {
    for (const file of ["go.mod", "go.sum"])
      hash.update(readFileSync(join(repositoryRoot, module, file)));
  }
  return join(
    cache,
    `${version}-${process.platform}-${process.arch}-${hash.digest("hex").slice(0, 12)}`,
  );
}

async function buildBinary(
  go: string,
  binary: Binary,
  version: string,
  folder: string,
  progress: Progress,
): Promise<void> {
  const cwd = join(repositoryRoot, binary.module);
  const label = `building ${binary.file}`;
  progress.step(`${label}: fetching its modules`);
  const total = await countPackages(go, cwd, binary.package);
  let compiled = 0;
  let lastWords: string[] = [];
  const flags = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${version}`;
  const code = await runGo(
    go,
    [
      "build",
      "-v",
      "-trimpath",
      "-ldflags",
      flags,
      "-o",
      join(folder, binary.file),
      binary.package,
    ],
    cwd,
    (line) => {
      lastWords = [...lastWords.slice(-9), line];
      compiled += 1;
      progress.step(`${label}: ${Math.min(compiled, total)} of ${total} packages`);
    },
  );
  if (code === 0 && existsSync(join(folder, binary.file))) return;
  throw new Failure(
    "engine",
    `${binary.file} could not be built with ${go}:\n${lastWords.join("\n")}`,
    "install Pulumi, or mend what Go says (Go 1.25 or later, and its modules within reach), and run again",
  );
}

async function countPackages(go: string, cwd: string, packageName: string): Promise<number> {
  let count = 0;
  await runGo(go, ["list", "-deps", packageName], cwd, () => (count += 1));
  return count;
}

function runGo(
  go: string,
  args: readonly string[],
  cwd: string,
  onLine: (line: string) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(go, args, {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      // No C compiler is wanted, and no other Go than the one at hand.
      env: { ...process.env, CGO_ENABLED: "0", GOTOOLCHAIN: "local", GOFLAGS: "-mod=readonly" },
    });
    createInterface({ input: child.stdout }).on("line", onLine);
    createInterface({ input: child.stderr }).on("line", onLine);
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}
