import type { Terminal } from "../../infra/cli/terminal";
import { median, type Run } from "./measure";

/** A line for what was run several times. */
export function report(terminal: Terminal, label: string, runs: readonly Run[]): void {
  const seconds = medianSeconds(runs).toFixed(2);
  const peak = median(runs.map((run) => run.peakMiB)).toFixed(0);
  terminal.print(
    `${label.padEnd(34)} ${seconds.padStart(6)} s  ${peak.padStart(5)} MiB in all processes`,
  );
}

export const medianSeconds = (runs: readonly Run[]): number =>
  median(runs.map((run) => run.seconds));

/** Seconds since a reading of `process.hrtime.bigint`. */
export const secondsSince = (began: bigint): number =>
  Number(process.hrtime.bigint() - began) / 1e9;
