import { existsSync } from "node:fs";
import { restoreServer, type RestoredServer } from "../embedded-azure/backup/restore-server";
import { restoreShare, type Restored } from "../embedded-azure/backup/restore-share";
import { worldIn } from "../embedded-azure/arm/world-in";
import { Store } from "../embedded-azure/store/store";
import { azureTarget } from "../engine/azure-target";
import { Failure } from "../engine/failure";
import { protectedServers, type ProtectedServer } from "../resources/protected-servers";
import { protectedShares, type ProtectedShare } from "../resources/protected-shares";
import { recordStack } from "../stacks/program";
import { exitCodes } from "./exit-codes";
import { openInputs } from "./inputs";
import { rememberPlatforms } from "./remember-platforms";
import { az, restoreCalls, shellLine } from "./restore-az";
import { runServerSteps, serverLines, serverSteps } from "./restore-server-az";
import type { Terminal } from "./terminal";

export interface RestoreOptions {
  readonly embedded?: boolean;
  readonly environment: string;
  readonly json?: boolean;
  readonly yes?: boolean;
}

/** What became of one share, or of the data of one server; times as Azure writes them. */
interface Report {
  readonly stack: string;
  /** Name of the share, or of the machine. */
  readonly what: string;
  readonly kind: "share" | "server";
  readonly outcome: "restored" | "empty" | "there" | "unprotected" | "started" | "exchanged";
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
  readonly servers: readonly ProtectedServer[];
}

/**
 * Has the shares and file servers of firms back from their copies: on the embedded Azure those that were lost, on the
 * live one every share and server that is in a vault, over whatever stands in it.
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
      "nothing was done: these are the calls that --yes makes, which overwrite what is in shares and on servers",
    );
    return exitCodes.done;
  }
  const reports =
    options.embedded === true
      ? restoreEmbedded(jobs)
      : jobs.flatMap((job) => [
          ...job.shares.map((share) => restoreLive(job, share, terminal)),
          ...job.servers.map((server) => restoreServerLive(job, server, terminal)),
        ]);
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
    jobs.push({
      stack: stack.text,
      subscription: firm.subscription,
      shares: protectedShares(resources),
      servers: protectedServers(resources),
    });
  }
  return jobs;
}

function restoreEmbedded(jobs: readonly Job[]): readonly Report[] {
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

/** Simulated: see `restoreShare` and `restoreServer`. */
function restoreInStore(store: Store, jobs: readonly Job[], now: Date): readonly Report[] {
  return jobs.flatMap(({ stack, shares, servers }) => [
    ...shares.map(({ itemId, share }) =>
      told({ stack, what: share, kind: "share" }, restoreShare(store, itemId, now)),
    ),
    ...servers.map(({ itemId, machine }) =>
      told({ stack, what: machine, kind: "server" }, restoreServer(store, itemId, now)),
    ),
  ]);
}

function told(
  of: Pick<Report, "stack" | "what" | "kind">,
  restored: Restored | RestoredServer,
): Report {
  const report = { ...of, outcome: restored.kind };
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
}

function restoreServerLive(
  { stack, subscription }: Job,
  server: ProtectedServer,
  terminal: Terminal,
): Report {
  terminal.step(`restore ${stack} ${server.machine}`);
  const asOf = runServerSteps(serverSteps(server, subscription));
  if (asOf === undefined)
    throw new Failure(
      "missing",
      `the vault of ${stack} holds no copy of ${server.machine}`,
      "look there: az backup recoverypoint list",
    );
  return { stack, what: server.machine, kind: "server", outcome: "exchanged", asOf };
}

function restoreLive(
  { stack, subscription }: Job,
  share: ProtectedShare,
  terminal: Terminal,
): Report {
  const calls = restoreCalls(share, subscription);
  const of = { stack, what: share.share, kind: "share" } as const;
  terminal.step(`restore ${stack} ${share.share}`);
  az(calls.makeShare);
  if (!share.inVault) return { ...of, outcome: "empty" };
  const [point = "", asOf = ""] = az(calls.lastPoint).split("\t");
  if (point === "")
    throw new Failure(
      "missing",
      `the vault of ${stack} holds no copy of ${share.share}`,
      `look there: ${shellLine(calls.lastPoint)}`,
    );
  az(calls.restore(point));
  return { ...of, outcome: "started", asOf };
}

function printCalls({ stack, subscription, shares, servers }: Job, terminal: Terminal): void {
  terminal.print(`# ${stack}`);
  for (const share of shares) {
    const { makeShare, lastPoint, restore } = restoreCalls(share, subscription);
    terminal.print(shellLine(makeShare));
    if (!share.inVault) continue;
    terminal.print(`RP=$(${shellLine(lastPoint)} | cut -f1)`);
    terminal.print(shellLine(restore("RP")).replace("--rp-name RP", '--rp-name "$RP"'));
  }
  for (const server of servers)
    for (const line of serverLines(serverSteps(server, subscription))) terminal.print(line);
}

function printReports(
  reports: readonly Report[],
  { json, embedded }: RestoreOptions,
  terminal: Terminal,
): void {
  const known = reports.flatMap(({ hoursLost }) => hoursLost ?? []);
  const mostHoursLost = known.length === 0 ? undefined : Math.max(...known);
  if (json === true) {
    const azure = embedded === true ? "embedded" : "live";
    const document = {
      format: "cabinet/restore@1",
      azure,
      mostHoursLost,
      shares: reports.filter(({ kind }) => kind === "share").map(named),
      servers: reports.filter(({ kind }) => kind === "server").map(named),
    };
    terminal.print(JSON.stringify(document, null, 2));
    return;
  }
  for (const report of reports)
    terminal.print(`${report.stack} ${report.what}: ${sentence(report)}`);
  if (mostHoursLost !== undefined)
    terminal.print(`lost at most: the work of ${mostHoursLost} hours`);
}

/** A report as the document has it: under the name of what it is about. */
function named(report: Report): object {
  const { what, kind, ...rest } = report;
  return { ...rest, [kind]: what };
}

function sentence({ kind, outcome, asOf = "", lostAt = "", hoursLost = 0 }: Report): string {
  switch (outcome) {
    case "restored":
      return `restored as of ${asOf}; lost at ${lostAt}: the work of ${hoursLost} hours at most`;
    case "empty":
      return kind === "share"
        ? "there again, empty: the vault holds no copy of it"
        : "cannot be had back: no copy of it was made yet";
    case "there":
      return "is there, and was left as it is";
    case "unprotected":
      return "no backup knows it: deploy the firm first";
    case "exchanged":
      return `runs with its data as of ${asOf}; what was written after that is lost. Its lock comes back with: cabinet up; what was on it before is a snapshot in the group that ends in -restored, which is yours to delete`;
    case "started":
      return `is being restored as of ${asOf}; what was written after that is lost: az backup job list shows its end`;
  }
}
