import { execFile } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import * as semver from "semver";
import { engineCache, repositoryRoot } from "./azure-target";
import { buildEngine, builtEngine } from "./build-engine";
import { Failure } from "./failure";
import type { Progress } from "./progress";

const run = promisify(execFile);

/** A Pulumi engine that can be started. */
export interface Engine {
  readonly binary: string;
  readonly version: string;
  readonly origin: "path" | "built" | "installed";
}

/**
 * The oldest engine that will do: the exit codes are stable since 3.227.0 and a preview-only
 * refresh takes no lock since 3.229.0 (pulumi/pulumi CHANGELOG).
 */
export const oldestEngine = "3.229.0";

/** The engine built or installed here: the version the Go module pins. */
export function pinnedEngineVersion(root = repositoryRoot): string {
  const goMod = readFileSync(join(root, "infra/engine/cli/go.mod"), "utf8");
  const found = /github\.com\/pulumi\/pulumi\/pkg\/v3 v(\S+)/.exec(goMod)?.[1];
  if (found === undefined) throw new Error("infra/engine/cli/go.mod pins no pulumi/pkg/v3");
  return found;
}

/**
 * Finds an engine or makes one: on the PATH if new enough, else built from the pinned Go modules,
 * else installed by the Automation API.
 *
 * @throws Failure of kind `engine` when there is no way on this machine.
 */
export async function ensureEngine(
  progress: Progress,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Engine> {
  const onPath = await engineOnPath(progress, environment);
  if (onPath !== undefined) return onPath;
  const cache = engineCache();
  const version = pinnedEngineVersion();
  const built = builtEngine(cache, version);
  if (built !== undefined) return { binary: built, version, origin: "built" };
  const go = findOnPath("go", environment);
  if (go !== undefined) {
    return { binary: await buildEngine(go, cache, version, progress), version, origin: "built" };
  }
  try {
    // Loaded only where it is needed: it brings the whole Automation API.
    const { installEngine }: typeof import("./install-engine") = require("./install-engine");
    return { binary: await installEngine(cache, version, progress), version, origin: "installed" };
  } catch (error) {
    throw new Failure(
      "engine",
      `there is no Pulumi engine: none on the PATH (${oldestEngine} or later), no Go to build one, ` +
        `and it could not be installed (${error instanceof Error ? error.message.split("\n")[0] : String(error)})`,
      "install Pulumi or Go 1.25 and run again",
    );
  }
}

async function engineOnPath(
  progress: Progress,
  environment: NodeJS.ProcessEnv,
): Promise<Engine | undefined> {
  const binary = findOnPath("pulumi", environment);
  // The wrapper that `cabinet env` puts on the PATH leads to an engine; it is not one.
  if (binary === undefined || existsSync(join(dirname(binary), ".cabinet-wrapper"))) {
    return undefined;
  }
  const { stdout } = await run(binary, ["version"], {
    env: { ...environment, PULUMI_SKIP_UPDATE_CHECK: "true" },
  }).catch(() => ({ stdout: "" }));
  const version = semver.parse(stdout.trim())?.version;
  if (version !== undefined && semver.gte(version, oldestEngine)) {
    return { binary, version, origin: "path" };
  }
  progress.warn(
    `${binary} is ${version ?? "no working Pulumi"}; ${oldestEngine} or later is needed, so it is passed over`,
  );
  return undefined;
}

/** The first executable file of that name on the PATH. */
export function findOnPath(name: string, environment: NodeJS.ProcessEnv): string | undefined {
  const file = process.platform === "win32" ? `${name}.exe` : name;
  for (const folder of (environment["PATH"] ?? "").split(delimiter)) {
    const candidate = join(folder, file);
    try {
      accessSync(candidate, constants.X_OK);
      if (statSync(candidate).isFile()) return candidate;
    } catch {
      continue;
    }
  }
  return undefined;
}
