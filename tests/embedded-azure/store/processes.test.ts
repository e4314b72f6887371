import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { storeVariable } from "../../../infra/embedded-azure/start";
import { Store } from "../../../infra/embedded-azure/store/store";
import { Driver } from "../support/driver";
import type { ProviderProcess } from "../support/process";
import { command, end, firstLine, startProcess } from "../support/process";

const subscription = "6f1d2c3b-0000-4000-8000-000000000001";
const groupToken = "azure-native:resources:ResourceGroup";
const zoneToken = "azure-native:privatedns:PrivateZone";

let folder: string;
let path: string;
const processes: ProviderProcess[] = [];
const drivers: Driver[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "azure-"));
  path = join(folder, "azure.db");
});

afterEach(async () => {
  for (const driver of drivers.splice(0)) driver.close();
  for (const { child } of processes.splice(0)) await end(child, "SIGKILL");
  rmSync(folder, { recursive: true });
});

interface Started {
  readonly process: ProviderProcess;
  readonly driver: Driver;
}

async function start(): Promise<Started> {
  const process = await startProcess("azure-native", path);
  processes.push(process);
  const driver = await Driver.configured(process.port, subscription);
  drivers.push(driver);
  return { process, driver };
}

const group = (name: string) => ({ resourceGroupName: name, location: "francecentral" });

test("processes that open a new store at the same moment all get to work, and lose nothing", async () => {
  const started = await Promise.all([start(), start(), start(), start()]);
  // Each makes groups of its own, and all fight for the same others.
  const rounds = Array.from({ length: 40 }, (_, round) => round);
  const outcomes = await Promise.all(
    started.flatMap(({ driver }, number) =>
      rounds.map(async (round) => {
        const own = await driver.create(groupToken, group(`own-${number}-${round}`));
        const shared = await driver
          .create(groupToken, group(`shared-${round}`))
          .then(() => "made")
          .catch((error: unknown) => String(error));
        return { own: own.id, shared };
      }),
    ),
  );
  const store = Store.open(path);
  expect(store.resources.ofType("Microsoft.Resources/resourceGroups")).toHaveLength(5 * 40);
  for (const { own } of outcomes) expect(store.resources.get(own)).toBeDefined();
  expect(outcomes.filter(({ shared }) => shared === "made")).toHaveLength(40);
  const refused = outcomes.filter(({ shared }) => shared !== "made");
  expect(refused.every(({ shared }) => shared.includes("already existing resource"))).toBe(true);
  expect(new Set(store.events.all().map(({ pid }) => pid)).size).toBe(4);
  store.close();
}, 30_000);

test("while two write and one reads, no write is lost and none is seen half done", async () => {
  const [one, two, reading] = await Promise.all([start(), start(), start()]);
  const rounds = Array.from({ length: 60 }, (_, round) => String(round));
  const wanted = (name: string, round: string) => ({
    ...group(name),
    tags: { first: round, last: round },
  });
  const write = async (name: string, { driver }: Started) => {
    let { id, outputs } = await driver.create(groupToken, wanted(name, "0"));
    for (const round of rounds) {
      outputs = await driver.update(groupToken, id, outputs, wanted(name, round));
      await driver.create(zoneToken, { ...group(name), privateZoneName: `z${round}.example` });
    }
    return id;
  };
  const seen: Record<string, number[]> = { one: [], two: [] };
  const written = new AbortController();
  const read = async () => {
    while (!written.signal.aborted)
      for (const [name, values] of Object.entries(seen)) {
        const id = `/subscriptions/${subscription}/resourceGroups/${name}`;
        const { outputs } = await reading.driver.read(groupToken, id);
        const { tags } = outputs;
        if (tags === undefined) continue;
        const { first, last } = tags as Readonly<Record<string, string>>;
        expect(first).toBe(last);
        values.push(Number(first));
      }
  };
  const reader = read();
  const ids = await Promise.all([write("one", one), write("two", two)]);
  written.abort();
  await reader;
  const store = Store.open(path);
  for (const id of ids) {
    expect(store.resources.get(id)?.body["tags"]).toEqual({ first: "59", last: "59" });
    expect(store.resources.get(id)?.revision).toBe(61);
    expect(store.resources.below(`${id}/providers`)).toHaveLength(60);
  }
  store.close();
  // What was seen only goes on.
  for (const values of Object.values(seen)) {
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect(values.length).toBeGreaterThan(0);
  }
}, 30_000);

describe("a provider process", () => {
  test("goes when its engine is killed", async () => {
    const [node, ...rest] = command;
    const script = `const { spawn } = require("node:child_process");
      const child = spawn(${JSON.stringify(node)}, ${JSON.stringify([...rest, "random"])}, { stdio: ["pipe", "pipe", "inherit"] });
      child.stdout.once("data", () => process.stdout.write(child.pid + "\\n"));`;
    const engine = spawn(node, ["-e", script], {
      env: { ...process.env, [storeVariable]: path },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const pid = Number(await firstLine(engine));
    expect(isAlive(pid)).toBe(true);
    await end(engine, "SIGKILL");
    await until(() => !isAlive(pid));
  });

  test("stays through an interrupt as long as its engine needs it, and goes with one after that", async () => {
    const { process, driver } = await start();
    process.child.kill("SIGINT");
    await driver.create(groupToken, group("still-here"));
    await driver.cancel();
    const gone = once(process.child, "exit");
    process.child.kill("SIGINT");
    expect(await gone).toEqual([0, null]);
  });

  test("serves all packages for engines that attach, and outlives them", async () => {
    const [node, ...rest] = command;
    const child = spawn(node, [...rest, "all"], {
      env: { ...process.env, [storeVariable]: path },
      stdio: ["pipe", "pipe", "inherit"],
    });
    const ports: unknown = JSON.parse(await firstLine(child));
    expect(ports).toEqual({
      "azure-native": expect.any(Number) as number,
      random: expect.any(Number) as number,
      azuread: expect.any(Number) as number,
    });
    await end(child, "SIGKILL");
  });

  test("rejects a package it does not know", async () => {
    const [node, ...rest] = command;
    const child = spawn(node, [...rest, "aws"], { stdio: "ignore" });
    expect(await once(child, "exit")).toEqual([2, null]);
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(1);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
