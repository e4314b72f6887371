import { existsSync } from "node:fs";
import { restoreShare } from "../embedded-azure/backup/restore-share";
import { worldIn } from "../embedded-azure/arm/world-in";
import { Store } from "../embedded-azure/store/store";
import { azureTarget } from "../engine/azure-target";
import { Failure } from "../engine/failure";
import { protectedShares, type ProtectedShare } from "../resources/protected-shares";
import { recordStack } from "../stacks/program";
import { exitCodes } from "./exit-codes";
import { openInputs } from "./inputs";
import { rememberPlatforms } from "./remember-platforms";
import { az, restoreCalls, shellLine } from "./restore-az";
import type { Terminal } from "./terminal";

export interface RestoreOptions {
  readonly embedded?: boolean;
  readonly environment: string;
  readonly json?: boolean;
  readonly yes?: boolean;
}

/** What became of one share; times as Azure writes them. */
interface ShareReport {
  readonly stack: string;
  readonly share: string;
  readonly outcome: "restored" | "empty" | "there" | "unprotected" | "started";
  /** Time of the copy it was filled from. */
  readonly asOf?: string;
  readonly lostAt?: string;
  /** Hours of work that are lost at most. */
  readonly hoursLost?: number;
}

interface Job {
  readonly stack: string;
  readonly subscription: string;
  readonly shares: readonly ProtectedShare[];
}

/**
 * Has the shares of firms back from their vaults: on the embedded Azure those that are gone, on the
 * live one every share that is in a vault, over whatever stands in it.
 */
export async function runRestore(
  names: readonly string[],
  options: RestoreOptions,
  terminal: Terminal,
): Promise<number> {
  const jobs = await jobsOf(names, options);
  if (options.embedded !== true && options.yes !== true) {
    for (const job of jobs) printCalls(job, terminal);
    terminal.note(
      "nothing was done: these are the calls that --yes makes, which overwrite what is in the shares",
    );
    return exitCodes.done;
  }
  const reports =
    options.embedded === true
      ? restoreEmbedded(jobs)
      : jobs.flatMap((job) => job.shares.map((share) => restoreLive(job, share, terminal)));
  printReports(reports, options, terminal);
  return exitCodes.done;
}

async function jobsOf(
  names: readonly string[],
  { environment }: RestoreOptions,
): Promise<readonly Job[]> {
  const inputs = openInputs();
  const platformOutputs = rememberPlatforms();
  const jobs: Job[] = [];
  for (const name of names) {
    const stack = inputs.resolve(name, environment);
    const { platform, firm } = inputs.of(stack);
    if (stack.kind !== "firm" || firm === undefined)
      throw new Failure("input", `${stack.text} has no shares`, "name a firm");
    const { resources } = await recordStack(stack, { platform, firm }, platformOutputs);
    const shares = protectedShares(resources);
    jobs.push({ stack: stack.text, subscription: firm.subscription, shares });
  }
  return jobs;
}

function restoreEmbedded(jobs: readonly Job[]): readonly ShareReport[] {
  const { azureStore } = azureTarget("embedded");
  if (!existsSync(azureStore))
    throw new Failure("missing", "there is no embedded Azure yet", "deploy something first");
  const store = Store.open(azureStore);
  try {
    return restoreInStore(store, jobs, worldIn(store, "").now);
  } finally {
    store.close();
  }
}

/** Simulated: see `restoreShare`. */
export function restoreInStore(
  store: Store,
  jobs: readonly Job[],
  now: Date,
): readonly ShareReport[] {
  return jobs.flatMap(({ stack, shares }) =>
    shares.map(({ itemId, share }): ShareReport => {
      const restored = restoreShare(store, itemId, now);
      const report = { stack, share, outcome: restored.kind };
      switch (restored.kind) {
        case "there":
        case "unprotected":
          return report;
        case "empty":
          return { ...report, lostAt: restored.lostAt.toISOString() };
        case "restored": {
          const { lostAt, asOf } = restored;
          return {
            ...report,
            asOf: asOf.toISOString(),
            lostAt: lostAt.toISOString(),
            hoursLost: Math.ceil((lostAt.getTime() - asOf.getTime()) / 3_600_000),
          };
        }
      }
    }),
  );
}

function restoreLive(
  { stack, subscription }: Job,
  share: ProtectedShare,
  terminal: Terminal,
): ShareReport {
  const calls = restoreCalls(share, subscription);
  terminal.step(`restore ${stack} ${share.share}`);
  az(calls.makeShare);
  if (!share.inVault) return { stack, share: share.share, outcome: "empty" };
  const [point = "", asOf = ""] = az(calls.lastPoint).split("\t");
  if (point === "")
    throw new Failure(
      "missing",
      `the vault of ${stack} holds no copy of ${share.share}`,
      `look there: ${shellLine(calls.lastPoint)}`,
    );
  az(calls.restore(point));
  return { stack, share: share.share, outcome: "started", asOf };
}

function printCalls({ stack, subscription, shares }: Job, terminal: Terminal): void {
  terminal.print(`# ${stack}`);
  for (const share of shares) {
    const { makeShare, lastPoint, restore } = restoreCalls(share, subscription);
    terminal.print(shellLine(makeShare));
    if (!share.inVault) continue;
    terminal.print(`RP=$(${shellLine(lastPoint)} | cut -f1)`);
    terminal.print(shellLine(restore("RP")).replace("--rp-name RP", '--rp-name "$RP"'));
  }
}

function printReports(
  reports: readonly ShareReport[],
  { json, embedded }: RestoreOptions,
  terminal: Terminal,
): void {
  const known = reports.flatMap(({ hoursLost }) => hoursLost ?? []);
  const mostHoursLost = known.length === 0 ? undefined : Math.max(...known);
  if (json === true) {
    const azure = embedded === true ? "embedded" : "live";
    const document = { format: "cabinet/restore@1", azure, mostHoursLost, shares: reports };
    terminal.print(JSON.stringify(document, null, 2));
    return;
  }
  for (const report of reports) terminal.print(`${report.stack} ${report.share}: ${told(report)}`);
  if (mostHoursLost !== undefined)
    terminal.print(`lost at most: the work of ${mostHoursLost} hours`);
}

function told({ outcome, asOf = "", lostAt = "", hoursLost = 0 }: ShareReport): string {
  switch (outcome) {
    case "restored":
      return `restored as of ${asOf}; lost at ${lostAt}: the work of ${hoursLost} hours at most`;
    case "empty":
      return "there again, empty: the vault holds no copy of it";
    case "there":
      return "is there, and was left as it is";
    case "unprotected":
      return "no backup knows it: deploy the firm first";
    case "started":
      return `is being restored as of ${asOf}; what was written after that is lost: az backup job list shows its end`;
  }
}
