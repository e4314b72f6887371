import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";

import { digest } from "../../../infra/embedded-azure/arm/digest";
import { Driver } from "../support/driver";
import type { ProviderProcess } from "../support/process";
import { end, startProcess } from "../support/process";

// Processes killed in the middle of their writes: a few each time, more where somebody asks.
const kills = Number(process.env["CABINET_KILLS"] ?? 12);
const seed = process.env["CABINET_SEED"] ?? "1";

const subscription = "6f1d2c3b-0000-4000-8000-000000000001";
const groupToken = "azure-native:resources:ResourceGroup";
const zoneToken = "azure-native:privatedns:PrivateZone";
const group = (name: string) => ({ resourceGroupName: name, location: "francecentral" });

/** Writes one process is asked for, far more than it gets to do. */
const writes = 200;
/** Number below 1 that is the same in every run with one seed. */
const fraction = (kill: number, purpose: string) => digest(`${seed} ${kill} ${purpose}`) / 2 ** 48;

let folder: string;
let path: string;
const living: ProviderProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "azure-"));
  path = join(folder, "azure.db");
});
afterEach(async () => {
  for (const { child } of living.splice(0)) await end(child, "SIGKILL");
  rmSync(folder, { recursive: true });
});

async function start() {
  const started = await startProcess("azure-native", path);
  living.push(started);
  return { started, driver: await Driver.configured(started.port, subscription) };
}

test(
  `a store is whole after ${kills} kills, and has all that was answered`,
  async () => {
    const answered: string[] = [];
    const states = new Set<unknown>();
    const survivor = await start();
    await survivor.driver.create(groupToken, group("rg"));
    let next = start();
    for (let kill = 0; kill < kills; kill++) {
      const { started, driver } = await next;
      if (kill + 1 < kills) next = start();
      const before = answered.length;
      const work = Promise.all(
        Array.from({ length: writes }, async (_, index) => {
          const { id } = await driver.create(zoneToken, {
            ...group("rg"),
            privateZoneName: `z${kill}-${index}.example`,
            tags: { long: "x".repeat(2000) },
          });
          answered.push(id);
        }),
      ).catch(() => "killed");
      // After the first answer at the earliest, at some moment of a later write.
      const enough = before + 1 + Math.floor(fraction(kill, "answers") * writes * 0.6);
      while (answered.length < enough) await sleep(0);
      await sleep(fraction(kill, "moment") * 3);
      await end(started.child, "SIGKILL");
      await work;
      driver.close();
      // Whoever lives works on, at once.
      const { id } = await survivor.driver.create(groupToken, group(`after-${kill}`));
      answered.push(id);
      if (kill % 100 === 0) states.add(integrity());
    }
    survivor.driver.close();

    states.add(integrity());
    expect([...states]).toEqual(["ok"]);
    const database = new DatabaseSync(path);
    const count = (sql: string) => Number(database.prepare(sql).get()?.["n"]);
    expect(
      count("SELECT count(*) AS n FROM uses WHERE source NOT IN (SELECT key FROM resources)"),
    ).toBe(0);
    const has = database.prepare("SELECT 1 FROM resources WHERE key = ?");
    expect(answered.filter((id) => has.get(id.toLowerCase()) === undefined)).toEqual([]);
    const made = count("SELECT count(*) AS n FROM resources");
    // Each resource with its event, also where the answer was lost; of many kills, the oldest events are gone.
    const events = count("SELECT count(*) AS n FROM events WHERE operation = 'create'");
    expect(made < 20_000 ? events : made).toBe(made);
    database.close();
    // Some kills must have come in the middle of the work, or this test tested nothing.
    expect(made).toBeGreaterThan(kills * 2);
    expect(made).toBeLessThan(kills * writes);
    if (kills > 100)
      console.log(
        `${kills} kills, seed ${seed}: ${made} resources, ${made - answered.length - 1} of them unanswered`,
      );
  },
  60_000 + kills * 3000,
);

function integrity(): unknown {
  const database = new DatabaseSync(path, { readOnly: true });
  const answer = database.prepare("PRAGMA integrity_check").get()?.["integrity_check"];
  database.close();
  return answer;
}
