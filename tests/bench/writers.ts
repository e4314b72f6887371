import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Store } from "../../infra/embedded-azure/store/store";
import { Driver } from "../embedded-azure/support/driver";
import { end, startProcess } from "../embedded-azure/support/process";
import type { Terminal } from "../../infra/cli/terminal";
import { median } from "./measure";
import { secondsSince } from "./report";

const group = "azure-native:resources:ResourceGroup";
const zone = "azure-native:privatedns:PrivateZone";
const subscription = "6f1d2c3b-0000-4000-8000-00000000000c";
const location = "francecentral";
const count = 1000;

/** One store, two processes that write to it and one that reads, against one that does either alone. */
export async function benchWriters(terminal: Terminal): Promise<void> {
  terminal.step("two writers and a reader at one store");
  const folder = mkdtempSync(join(tmpdir(), "cabinet-bench-writers-"));
  const path = join(folder, "azure.sqlite");
  const processes = [];
  for (let number = 0; number < 3; number += 1)
    processes.push(await startProcess("azure-native", path));
  try {
    const [one, two, reader] = await Promise.all(
      processes.map(({ port }) => Driver.configured(port, subscription)),
    );
    if (one === undefined || two === undefined || reader === undefined) throw new Error("three");
    await one.create(group, { resourceGroupName: "bench", location });
    // The first calls of a process are its slowest.
    await Promise.all([write(one, "warm-one"), write(two, "warm-two"), readWhile(reader, 500)]);

    const alone = await write(one, "alone");
    const readAlone = median(await readWhile(reader, 1000));
    let writing = true;
    const reading = readWhile(reader, () => writing);
    const both = await Promise.all([write(one, "one"), write(two, "two")]);
    writing = false;
    const readBeside = await reading;

    const rate = (seconds: number, writes = count) => writes / seconds;
    const together = rate(Math.max(...both), 2 * count);
    const milliseconds = (seconds: number) => `${(seconds * 1000).toFixed(2)} ms`;
    terminal.print(
      `one writer ${rate(alone).toFixed(0)} a second; two beside a reader ${together.toFixed(0)} together, ` +
        `${(together / rate(alone)).toFixed(2)} × as many`,
    );
    terminal.print(
      `one read, median: ${milliseconds(readAlone)}; beside two writers ${milliseconds(median(readBeside))}, ` +
        `${(median(readBeside) / readAlone).toFixed(2)} × the time, over ${readBeside.length} reads`,
    );
    for (const driver of [one, two, reader]) driver.close();
    terminal.print(`lost: ${5 * count - written(path)} of ${5 * count} writes`);
  } finally {
    for (const { child } of processes) await end(child, "SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds for the writes of one process, four at a time as an engine sends them. */
async function write(driver: Driver, name: string): Promise<number> {
  const began = process.hrtime.bigint();
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const privateZoneName = `${name}-${(next += 1)}.example`;
      await driver.create(zone, {
        resourceGroupName: "bench",
        privateZoneName,
        location: "global",
      });
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return secondsSince(began);
}

/** Seconds of each read, so many or as long as. */
async function readWhile(driver: Driver, many: number | (() => boolean)): Promise<number[]> {
  const id = `/subscriptions/${subscription}/resourceGroups/bench`;
  const times: number[] = [];
  while (typeof many === "number" ? times.length < many : many()) {
    const began = process.hrtime.bigint();
    await driver.read(group, id);
    times.push(secondsSince(began));
  }
  return times;
}

function written(path: string): number {
  const store = Store.open(path);
  const zones = store.resources.ofType("Microsoft.Network/privateDnsZones").length;
  store.close();
  return zones;
}
