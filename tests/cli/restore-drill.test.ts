import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { loseShareByHand } from "../../infra/embedded-azure/by-hand/lose-share";
import { removeByHand } from "../../infra/embedded-azure/by-hand/change";
import { worldIn } from "../../infra/embedded-azure/arm/world-in";
import { write } from "../../infra/embedded-azure/arm/write";
import { Store } from "../../infra/embedded-azure/store/store";
import { jsonObject } from "../../infra/embedded-azure/values/property";
import { recoveryPoints } from "../../infra/firm/recovery-points";
import type { RegisteredResource } from "../../infra/resources/registered";
import { readDefinition } from "../../infra/stacks/definition";
import { recordPlatform, recordStack } from "../../infra/stacks/program";
import { WorkTree } from "../support/work-tree";

// The drill: twenty firms lose their shares, as the 1,200 firms of one host did in December 2023, and
// one its file server; the command itself has them back. What backups are about is made without an engine.
Error.stackTraceLimit = 0;
jest.setTimeout(120_000);

const count = 20;
const day = 24 * 3_600_000;
const keys = Array.from({ length: count }, (_, index) => `cabinet${index}`);
const now = Date.now();
const protectedAt = new Date(now - 4 * day);
/** Four hours ago: the running day's copy was not made, or was. */
const lostAt = new Date(now - 4 * 3_600_000);

const tree = new WorkTree();
mkdirSync(dirname(tree.azureStore), { recursive: true });
const store = Store.open(tree.azureStore);
afterAll(() => {
  store.close();
  tree.remove();
});

/** In the order in which it is made. */
const kinds = [
  "resources:ResourceGroup",
  "storage:StorageAccount",
  "storage:FileServiceProperties",
  "storage:FileShare",
  "recoveryservices:Vault",
  "recoveryservices:ProtectionPolicy",
  "recoveryservices:ProtectionContainer",
  "recoveryservices:ProtectedItem",
];

function make(resources: readonly RegisteredResource[], subscription: string): void {
  const before = new Date(protectedAt.getTime());
  for (const kind of kinds)
    for (const { id, inputs } of resources.filter(({ type }) => type === `azure-native:${kind}`)) {
      const { location, properties, kind: accountKind } = inputs;
      const body = jsonObject(
        JSON.parse(JSON.stringify({ location, properties, kind: accountKind })),
      );
      const wish = { id: id ?? "", token: "", body, secretPaths: new Set<string>() };
      store.transaction(() => write(worldIn(store, subscription, before), wish));
    }
}

async function recorded(key: string) {
  const reading = readDefinition(`prod.${key}`, tree.folder);
  if (!reading.ok || reading.value.kind !== "firm") throw new Error(JSON.stringify(reading));
  const { name, platform, firm } = reading.value;
  const outputs = (platformOutputs ??= recordPlatform(platform));
  const { resources } = await recordStack(name, { platform, firm }, () => outputs);
  return { firm, resources };
}
let platformOutputs: ReturnType<typeof recordPlatform> | undefined;

const shareIds: string[] = [];
let machineId = "";

beforeAll(async () => {
  for (const [index, key] of keys.entries()) {
    tree.write(
      `infra/firms/${key}.yaml`,
      `name: Cabinet ${index}
subscription: 7a1d2c3b-0000-4000-8000-${String(index).padStart(12, "0")}
network: 10.64.${100 + index}.0/24
people: { supervisor: chef@cabinet${index}.example, staff: 5 }
`,
    );
    const { firm, resources } = await recorded(key);
    make(resources, firm.subscription);
    for (const { type, id } of resources)
      if (type === "azure-native:storage:FileShare" && id !== undefined) shareIds.push(id);
  }
  const { firm, resources } = await recorded("moreau");
  const server = resources.find(({ name }) => name === "files-vm");
  machineId = server?.id ?? "";
  const common = { token: "", revision: 1, hidden: {}, body: {} };
  store.resources.put(
    { ...common, id: machineId, name: "server", type: "Microsoft.Compute/virtualMachines" },
    [],
  );
  make(resources, firm.subscription);
});

interface Outcome {
  readonly stack: string;
  readonly share?: string;
  readonly server?: string;
  readonly outcome: string;
  readonly asOf?: string;
  readonly lostAt?: string;
  readonly hoursLost?: number;
}

async function restore(...names: readonly string[]): Promise<{
  readonly mostHoursLost?: number;
  readonly shares: readonly Outcome[];
  readonly servers: readonly Outcome[];
}> {
  const { code, stdout, stderr } = await tree.run(["restore", ...names, "--embedded", "--json"]);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Awaited<ReturnType<typeof restore>>;
}

const ids = () => store.resources.all().map(({ id }) => id);

test("rejects deleting a share that is backed up, through Azure's management", () => {
  expect(() => removeByHand(store, shareIds[0] ?? "")).toThrow(/active leases/);
});

test("rejects taking away with a key what no account's key opens", () => {
  const [vault = ""] = ids().filter((id) => /\/vaults\/[^/]+$/.test(id));
  expect(() => loseShareByHand(store, vault, lostAt)).toThrow(/no file share/);
});

test("one command has the shares of twenty firms and a file server back, and says what was lost at most", async () => {
  const before = ids().length;
  for (const id of shareIds) loseShareByHand(store, id, lostAt);
  expect(ids().length).toBe(before - 2 * count);
  const wiped = await tree.run(["azure", "rm", machineId, "--content", "--embedded"]);
  expect(wiped.code).toBe(0);

  const { shares, servers, mostHoursLost = 0 } = await restore(...keys, "moreau");
  const dossiers = shares.filter(
    ({ stack, share }) => share === "dossiers" && stack !== "prod.moreau",
  );
  expect(dossiers.map(({ stack }) => stack)).toEqual(keys.map((key) => `prod.${key}`));
  for (const { outcome, asOf = "", hoursLost = 99, lostAt: lost } of dossiers) {
    expect([outcome, lost]).toEqual(["restored", lostAt.toISOString()]);
    // The last of a day: the vault takes one copy a day.
    expect(asOf).toMatch(/T23:00:00\.000Z$/);
    expect(hoursLost).toBe(Math.ceil((lostAt.getTime() - Date.parse(asOf)) / 3_600_000));
    expect(hoursLost).toBeLessThanOrEqual(24);
  }
  // Profiles are in no vault: sessions build them anew.
  const profiles = shares.filter(
    ({ stack, share }) => share === "profiles" && stack !== "prod.moreau",
  );
  expect(new Set(profiles.map(({ outcome }) => outcome))).toEqual(new Set(["empty"]));
  for (const id of shareIds) expect(ids()).toContain(id);
  // A server's snapshots are out of its administrator's reach.
  expect(servers).toMatchObject([{ stack: "prod.moreau", outcome: "restored" }]);
  expect(servers[0]?.hoursLost).toBeLessThanOrEqual(4);
  expect(mostHoursLost).toBe(Math.max(...dossiers.map(({ hoursLost = 0 }) => hoursLost)));
});

test("nobody lost more than his recovery points promise, and a second command finds nothing to do", async () => {
  const { firm } = await recorded("cabinet0");
  expect(recoveryPoints(firm)[0]).toMatchObject({ deletableHours: 4, immutableHours: 24 });
  const { shares, servers, mostHoursLost } = await restore("cabinet0", "moreau");
  expect(mostHoursLost).toBeUndefined();
  expect(new Set([...shares, ...servers].map(({ outcome }) => outcome))).toEqual(
    new Set(["there"]),
  );
});

test("rejects making unreadable what is no machine that is backed up", async () => {
  const { code, stderr } = await tree.run(["azure", "rm", "dossiers", "--content", "--embedded"]);
  expect(code).not.toBe(0);
  expect(stderr).not.toMatch(/^\s+at /m);
});
