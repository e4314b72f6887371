import type { RegisteredResource } from "../resources/registered";
import { classify } from "./classify";
import { commandFor } from "./command-for";
import { nameOf, type ResourceChange } from "./events";
import { Failure } from "./failure";
import { brokenPromises } from "./kept-promises";
import { dataGivenUp } from "./locked-data";
import { hasLocks, lockedGrants } from "./locked-grants";
import type { Operation } from "./operate";
import { EngineFailed } from "./pulumi-command";
import type { Deployment } from "./state";

/** A state with locks in it, and what the program makes of it. */
export interface LockedDeployment {
  readonly deployment: Deployment;
  /** URNs of what the program registers. */
  readonly registered: ReadonlySet<string>;
  /** What it registers. */
  readonly resources: readonly RegisteredResource[];
}

export async function lockedDeployment(
  { verb, registered }: Operation,
  deployment: Deployment | undefined,
): Promise<LockedDeployment | undefined> {
  const runsProgram = verb === "up" || verb === "preview";
  if (!runsProgram || deployment === undefined || !hasLocks(deployment)) return undefined;
  const resources = await registered();
  return { deployment, registered: new Set(resources.map(({ urn }) => urn)), resources };
}

/** Data goes only with a firm that leaves, or when somebody has taken its lock away by hand. */
export function keepData({ verb, access, progress }: Operation, locked: LockedDeployment): void {
  const lost = dataGivenUp(locked.deployment, locked.registered);
  if (lost.length === 0) return;
  const failure = new Failure(
    "refused",
    `${access.stack} would lose what its locks protect: ${lost.map(({ data }) => nameOf(data.urn)).join(", ")}`,
    `move the data first; then take the lock away by hand, az lock delete --ids ${lost.map(({ lock }) => lock.id).join(" ")}, and run ${commandFor(access, `refresh ${access.stack}`)}`,
  );
  if (verb === "up") throw failure;
  progress.warn(`${failure.message}; up would refuse`);
}

/** What is promised to be kept stays promised: refused by a preview too, which asks Azure nothing. */
export function keepPromises({ access }: Operation, locked: LockedDeployment): void {
  const broken = brokenPromises(locked.deployment, locked.resources);
  if (broken.length === 0) return;
  throw new Failure(
    "refused",
    broken.map(({ urn, why }) => `${access.stack}: ${nameOf(urn)}: ${why}`).join("; "),
    "take the change back: Azure would refuse it; a firm that leaves is another matter: write stage: leaving",
  );
}

/** Takes away what the program no longer gives and a lock would keep; see {@link lockedGrants}. */
export async function withdrawGrants(
  { access, progress, onChange }: Operation,
  { deployment, registered }: LockedDeployment,
): Promise<readonly ResourceChange[]> {
  const found = lockedGrants(deployment, registered);
  if (found === undefined) return [];
  const targets = [...found.grants, ...found.locks].map(({ urn }) => urn);
  const run = await access.pulumi.execute(
    [
      "destroy",
      "--yes",
      "--skip-preview",
      "--suppress-outputs",
      ...targets.flatMap((urn) => ["--target", urn]),
      "--stack",
      access.stack,
    ],
    access,
  );
  if (run.exitCode !== 0) throw classify(new EngineFailed(run), access, []);
  const changes = found.grants.map(({ urn, type }) => ({
    urn,
    type,
    name: nameOf(urn),
    op: "delete" as const,
    properties: [],
  }));
  for (const change of changes) onChange?.(change);
  progress.done("rights inside locks are withdrawn; this deployment puts the locks back");
  return changes;
}
