import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Driver } from "../embedded-azure/support/driver";
import { end, startProcess } from "../embedded-azure/support/process";
import type { Terminal } from "../../infra/cli/terminal";
import { median } from "./measure";
import { secondsSince } from "./report";

const group = "azure-native:resources:ResourceGroup";
const address = "azure-native:network:PublicIPAddress";

/** The embedded Azure as a provider: what it takes to start, to be there, and to make a resource over the wire. */
export async function benchProtocol(terminal: Terminal): Promise<void> {
  terminal.step("asking the embedded Azure as an engine does");
  const folder = mkdtempSync(join(tmpdir(), "cabinet-bench-azure-"));
  const store = join(folder, "azure.sqlite");
  const starts: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const began = process.hrtime.bigint();
    const { child } = await startProcess("azure-native", store);
    starts.push(secondsSince(began));
    await end(child, "SIGTERM");
  }
  const { child, port } = await startProcess("azure-native", store);
  try {
    const idle = residentMiB(child.pid ?? 0).toFixed(0);
    terminal.print(`started in ${(median(starts) * 1000).toFixed(0)} ms, idle with ${idle} MiB`);
    await benchCreates(terminal, port);
  } finally {
    await end(child, "SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchCreates(terminal: Terminal, port: number): Promise<void> {
  const driver = await Driver.configured(port, "6f1d2c3b-0000-4000-8000-00000000000b");
  await driver.create(group, { resourceGroupName: "bench", location: "francecentral" });
  const createMs = async (first: number) => {
    const times: number[] = [];
    for (let number = first; number < first + 1000; number += 1) {
      const began = process.hrtime.bigint();
      await make(driver, number);
      times.push(secondsSince(began) * 1000);
    }
    return median(times);
  };
  const few = await createMs(0);
  for (let number = 1000; number < 5000; number += 20)
    await Promise.all(Array.from({ length: 20 }, (_, at) => make(driver, number + at)));
  const many = await createMs(5000);
  driver.close();
  terminal.print(
    `one create, median of 1,000: ${few.toFixed(2)} ms; among 5,000: ${many.toFixed(2)} ms`,
  );
  terminal.print(`  ${(many / few).toFixed(2)} × the time, the store being full`);
}

const make = (driver: Driver, number: number) =>
  driver.create(address, {
    resourceGroupName: "bench",
    publicIpAddressName: `address-${number}`,
    location: "francecentral",
    publicIPAllocationMethod: "Static",
    sku: { name: "Standard" },
  });

function residentMiB(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) / 1024;
}
