import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { packageNames, sdkPackage } from "./sdk/packages";

const repository = resolve(__dirname, "../..");

/**
 * Puts the embedded Azure where an engine looks for the providers of azure-native, random and
 * azuread, in the very versions of the installed SDKs. What is there already stays as it is.
 *
 * @param pulumiHome the engine's `PULUMI_HOME`; it must be one of this project's own, for the genuine
 *   providers live in the same places.
 * @param nodePath the Node the providers run on.
 */
export function installPlugins(pulumiHome: string, nodePath: string): void {
  for (const name of packageNames) {
    const folder = join(pulumiHome, "plugins", `resource-${name}-v${sdkPackage(name).version}`);
    mkdirSync(folder, { recursive: true });
    writeScript(
      join(folder, `pulumi-resource-${name}`),
      [
        "#!/bin/sh",
        `exec ${[
          nodePath,
          join(repository, "infra/cli/run-ts.js"),
          join(repository, "infra/embedded-azure/main.ts"),
          name,
        ]
          .map(quoted)
          .join(" ")} "$@"`,
        "",
      ].join("\n"),
    );
  }
}

/** Renamed into place, so that an engine starting right now never runs half a script. */
function writeScript(path: string, text: string): void {
  if (textAt(path) === text) return;
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, text, { mode: 0o755 });
  renameSync(partial, path);
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** One word of a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
