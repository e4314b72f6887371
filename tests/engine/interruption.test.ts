import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { processesIn, processTree } from "../support/process-tree";
import { finish, WorkTree } from "../support/work-tree";

// Any process of a deployment may die at any moment; the next `up` finishes the work, and nothing
// is lost, made twice or left locked. The moments are random, and named when one fails.
jest.setTimeout(240_000);

const tree = new WorkTree();
afterAll(() => tree.remove());

type Victim = "cabinet" | "engine" | "provider" | "everything";

/** Names of Entra's objects: an id would hide one made twice. */
function entraNames(): string[] {
  const database = new DatabaseSync(tree.azureStore);
  try {
    return database
      .prepare("SELECT json_extract(body, '$.displayName') AS name FROM objects")
      .all()
      .map(({ name }) => String(name))
      .toSorted();
  } finally {
    database.close();
  }
}

function locks(): string[] {
  const folder = join(tree.folder, ".cabinet/embedded/state/.pulumi/locks");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".json"),
  );
}

async function killDuring(args: readonly string[], victim: Victim, afterMs: number): Promise<void> {
  const child = tree.start(args);
  const finished = finish(child);
  await wait(afterMs);
  for (const { pid } of victims(child.pid ?? 0, victim)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // Ended by itself in this very moment.
    }
  }
  await finished;
  await everythingEnded();
}

function victims(root: number, victim: Victim) {
  const processes = processTree(root);
  switch (victim) {
    case "cabinet":
      return processes.filter(({ pid }) => pid === root);
    case "engine":
      return processes.filter(({ command }) =>
        /\/pulumi (up|destroy|preview|refresh)/.test(command),
      );
    case "provider":
      return processes.filter(({ command }) =>
        /embedded-azure\/main\.ts azure-native/.test(command),
      );
    case "everything":
      return processes;
  }
}

/** No process outlives what it worked for. */
async function everythingEnded(): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (processesIn(tree.folder).length === 0) return;
    await wait(100);
  }
  throw new Error(`still running: ${JSON.stringify(processesIn(tree.folder))}`);
}

async function up(...args: string[]) {
  const result = await tree.run(["up", "petit", "--embedded", ...args]);
  if (result.code !== 0) throw new Error(`up ended with ${String(result.code)}:\n${result.stderr}`);
}

let wholeAzure: string[];
let wholeEntra: string[];

beforeAll(async () => {
  const platform = await tree.run(["up", "prod", "--embedded"]);
  expect(platform.code).toBe(0);
  // Names are free at once: what is destroyed here is deployed again in the next moment.
  const set = await tree.run(["azure", "configure", "softDelete=gone", "--embedded"]);
  expect(set.code).toBe(0);
  await up();
  wholeAzure = tree.azureIds();
  wholeEntra = entraNames();
});

/** Whom a round kills: while destroying, and while deploying. */
const rounds: readonly (readonly [Victim, Victim])[] = [
  ["engine", "provider"],
  ["cabinet", "everything"],
  ["provider", "engine"],
  ["everything", "cabinet"],
];
// Every victim once; `INTERRUPTIONS=40 npm test -- tests/engine/interruption` for a night's run.
const played = Array.from({ length: Number(process.env["INTERRUPTIONS"] ?? 2) }, (_, at) => {
  const [first = "engine", second = "engine"] = rounds[at % rounds.length] ?? [];
  return [at + 1, first, second] as const;
});

test.each(played)(
  "round %i: kill -9 of %s while destroying, of %s while deploying",
  async (_round, first, second) => {
    const moments = [300 + Math.random() * 2500, 300 + Math.random() * 4000].map(Math.round);
    const [destroyMoment = 0, upMoment = 0] = moments;
    await killDuring(["destroy", "petit", "--embedded"], first, destroyMoment);
    const destroyed = await tree.run(["destroy", "petit", "--embedded"]);
    expect([destroyed.stderr, 0, 6]).toContain(destroyed.code);

    await killDuring(["up", "petit", "--embedded"], second, upMoment);
    await up().catch((error: unknown) => {
      throw new Error(`killed ${second} at ${upMoment} ms of up`, { cause: error });
    });
    expect({ moments, azure: tree.azureIds() }).toEqual({ moments, azure: wholeAzure });
    expect({ moments, entra: entraNames() }).toEqual({ moments, entra: wholeEntra });
    await up("--expect-no-changes");
    expect(locks()).toEqual([]);
  },
);

test("Ctrl-C in mid-deployment ends cleanly, with its own exit code and no pending operation", async () => {
  await tree.run(["destroy", "petit", "--embedded"]);
  const left = tree.azureIds().length;
  const child = tree.start(["up", "petit", "--embedded"]);
  const finished = finish(child);
  while (tree.azureIds().length <= left && child.exitCode === null) await wait(50);
  child.kill("SIGINT");
  const { code, stderr } = await finished;
  // It is cancelled; a machine quick enough may be done.
  expect([0, 8]).toContain(code);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(locks()).toEqual([]);
  await up();
  expect(tree.azureIds()).toEqual(wholeAzure);
});
