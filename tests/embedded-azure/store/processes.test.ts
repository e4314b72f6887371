import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
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

async function start(): Promise<{ readonly process: ProviderProcess; readonly driver: Driver }> {
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

test("a process killed in the middle of its work leaves whole resources, and all it has answered", async () => {
  const answered: string[] = [];
  const { driver: survivor } = await start();
  await survivor.create(groupToken, group("rg"));
  for (let kill = 0; kill < 20; kill++) {
    const { process, driver } = await start();
    const work = Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const { id } = await driver.create(zoneToken, {
          ...group("rg"),
          privateZoneName: `z${kill}-${index}.example`,
          tags: { long: "x".repeat(2000) },
        });
        answered.push(id);
      }),
    ).catch(() => "killed");
    // Now after the first answer, now after the last but a few.
    const enough = answered.length + 1 + kill * 4;
    await until(() => answered.length >= enough);
    await end(process.child, "SIGKILL");
    await work;
    driver.close();
  }
  const database = new DatabaseSync(path);
  expect(database.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
  const count = (sql: string): number => Number(database.prepare(sql).get()?.["n"]);
  expect(
    count("SELECT count(*) AS n FROM uses WHERE source NOT IN (SELECT key FROM resources)"),
  ).toBe(0);
  const made = count("SELECT count(*) AS n FROM events WHERE operation = 'create'");
  expect(count("SELECT count(*) AS n FROM resources")).toBe(made);
  expect(made).toBeGreaterThanOrEqual(answered.length);
  for (const id of answered)
    expect(
      database.prepare("SELECT 1 FROM resources WHERE key = ?").get(id.toLowerCase()),
    ).toBeDefined();
  // Some kills must have come in the middle of the work, or this test tested nothing.
  expect(answered.length).toBeGreaterThan(0);
  expect(answered.length).toBeLessThan(20 * 200);
  database.close();
  const { id } = await survivor.create(groupToken, group("after"));
  expect(id).toMatch(/after$/);
}, 60_000);

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
