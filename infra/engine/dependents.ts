import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { EngineFailed } from "./pulumi-command";
import { readDeployment, stateFolder, type StackAccess } from "./state";

const listed = z.array(z.object({ name: z.string(), resourceCount: z.number().nullish() }));

/**
 * Stacks that live on this one and still have resources: the firms of a platform, the sites of a
 * firm. Destroying it would take the ground from under them, and stop half-way.
 */
export async function dependentStacks(access: StackAccess): Promise<readonly string[]> {
  const below = (name: string) => name.startsWith(`${access.stack}.`);
  const folder = stateFolder(access.backend);
  if (folder === undefined) {
    const run = await access.pulumi.execute(["stack", "ls", "--json"], access);
    if (run.exitCode !== 0) throw new EngineFailed(run);
    return listed
      .parse(JSON.parse(run.stdout))
      .filter(({ name, resourceCount }) => below(name) && (resourceCount ?? 1) > 0)
      .map(({ name }) => name);
  }
  const stacks = join(folder, ".pulumi", "stacks", "cabinet");
  const names = existsSync(stacks)
    ? readdirSync(stacks).flatMap((file) => /^(.+)\.json$/.exec(file)?.slice(1, 2) ?? [])
    : [];
  const deployments = await Promise.all(
    names.filter(below).map(async (stack) => {
      const deployment = await readDeployment({ ...access, stack });
      return (deployment?.resources.length ?? 0) > 0 ? [stack] : [];
    }),
  );
  return deployments.flat().toSorted();
}
