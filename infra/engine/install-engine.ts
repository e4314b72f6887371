import { join } from "node:path";
import { PulumiCommand } from "@pulumi/pulumi/automation";
import { SemVer } from "semver";
import type { Progress } from "./progress";

/** Lets the Automation API fetch the engine; needs the internet. Returns the binary. */
export async function installEngine(
  cache: string,
  version: string,
  progress: Progress,
): Promise<string> {
  progress.step(`installing the Pulumi engine ${version}`);
  const installed = await PulumiCommand.install({
    version: new SemVer(version),
    root: join(cache, `installed-${version}`),
  });
  progress.done(`Pulumi engine ${version} installed`);
  return installed.command;
}
