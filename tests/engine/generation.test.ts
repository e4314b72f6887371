import { DatabaseSync } from "node:sqlite";
import { isRecord } from "../../infra/resources/property-values";
import { WorkTree } from "../support/work-tree";

// A new generation of hosts on the real engine and the embedded Azure, from the first new host to the
// last old one, interrupted at every step: the provider dies by kill -9, and the next `up` goes on.
jest.setTimeout(300_000);

const tree = new WorkTree();
afterAll(() => tree.remove());

const size = "Standard_E8as_v5";
const petit = (sessions: string) =>
  [
    "name: Cabinet Petit",
    "subscription: 6f1d2c3b-0000-4000-8000-000000000002",
    "network: 10.64.10.0/24",
    "people: { supervisor: paul.petit@cabinet-petit.example, staff: 5 }",
    `sessions: { hosts: { size: ${size}, count: 1 }, ${sessions} }`,
    "landing: { transport: none }",
    "stage: verified",
    "",
  ].join("\n");
const previous = (until: string) =>
  `generation: 2, previous: { generation: 1, hosts: { size: ${size}, count: 1 }, until: ${until} }`;

/** Runs `up`, in which the provider dies as said, if at all. */
async function up(death?: string): Promise<{ code: number | null; stderr: string }> {
  if (death !== undefined) tree.write("faults.yaml", `rules: [{ fault: death, ${death} }]\n`);
  return tree.run([
    "up",
    "petit",
    "--embedded",
    ...(death === undefined ? [] : ["--faults", "faults.yaml"]),
  ]);
}

async function upToTheEnd(): Promise<void> {
  const { code, stderr } = await up();
  expect([code, stderr]).toEqual([0, expect.not.stringContaining("✗")]);
}

function inStore<T>(work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(tree.azureStore);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** Whether each session host in the pool takes users, by the last words of its name. */
function takesUsers(): Readonly<Record<string, unknown>> {
  return inStore((database) =>
    Object.fromEntries(
      database
        .prepare("SELECT name, body FROM resources WHERE id LIKE '%/sessionHosts/%' ORDER BY name")
        .all()
        .map(({ name, body }) => {
          const whole: unknown = JSON.parse(String(body));
          const own = isRecord(whole) && isRecord(whole["body"]) ? whole["body"] : {};
          return [String(name).slice(-5), own["allowNewSession"]];
        }),
    ),
  );
}

/** More than two hours go by: the token that was minted is over. */
function tokenExpires(): void {
  const { changes } = inStore((database) =>
    database
      .prepare(
        `UPDATE resources SET body = json_set(body, '$.hidden.registrationExpires', '2026-01-01T00:00:00Z')
         WHERE json_extract(body, '$.hidden.registrationExpires') IS NOT NULL`,
      )
      .run(),
  );
  expect(changes).toBe(1);
}

let before: readonly string[];

beforeAll(async () => {
  tree.write("infra/firms/petit.yaml", petit("generation: 1"));
  const { code, stderr } = await tree.run(["up", "prod", "petit", "--embedded"]);
  if (code !== 0) throw new Error(stderr);
  before = tree.azureIds();
});

test("beside the old hosts, nothing has happened yet", () => {
  expect(takesUsers()).toEqual({ "01001": true });
  tree.write("infra/firms/petit.yaml", petit(previous("2027-01-15")));
});

test.each([
  ["its network card is made", "name: hosts-g2-1-nic, moment: after"],
  ["its machine is made", "name: hosts-g2-1-vm, moment: after"],
  ["its settings are made", "name: hosts-g2-1-settings, on: [create]"],
  ["it joins", "name: hosts-g2-1-join, on: [create], moment: after"],
  ["a token is minted for it", "name: hosts-g2-token-1, on: [create], moment: after"],
  ["its agent registers, the token being over", "name: hosts-g2-1-agent, on: [create]"],
  ["the old host takes no more users", "name: hosts-g1-1-description, on: [update], moment: after"],
])("interrupted when %s", async (_, death) => {
  // Whatever was interrupted, users had a host all the time.
  const { code } = await up(death);
  expect(code).not.toBe(0);
  expect(Object.values(takesUsers())).toContain(true);
  if (death.includes("agent")) tokenExpires();
});

test("the next up finishes it: new hosts take users, old ones are drained and kept", async () => {
  await upToTheEnd();
  expect(takesUsers()).toEqual({ "01001": false, "02001": true });
  const kept = tree.azureIds();
  expect(before.filter((id) => !kept.includes(id))).toEqual([]);
});

test("within the window one goes back and forth by two numbers, and nothing is built", async () => {
  const machines = () => tree.azureIds().filter((id) => /\/virtualMachines\//.test(id));
  const both = machines();
  const back = `generation: 1, previous: { generation: 2, hosts: { size: ${size}, count: 1 }, until: 2027-01-15 }`;
  tree.write("infra/firms/petit.yaml", petit(back));
  await upToTheEnd();
  expect(takesUsers()).toEqual({ "01001": true, "02001": false });
  tree.write("infra/firms/petit.yaml", petit(previous("2027-01-15")));
  await upToTheEnd();
  expect(takesUsers()).toEqual({ "01001": false, "02001": true });
  expect(machines()).toEqual(both);
});

/** The day in the file comes: the old generation is to go. */
function itsDayComes(): void {
  const today = 'cabinet:today: "2027-01-15"';
  tree.edit("Pulumi.prod.yaml", (text) => text.replace(/cabinet:today: .*/, today));
}

test.each([
  ["its agent goes", "name: hosts-g1-1-agent, on: [delete]"],
  ["its record goes", "name: hosts-g1-1-description, on: [delete], moment: after"],
  ["its machine goes", "name: hosts-g1-1-vm, on: [delete], moment: after"],
  ["its network card goes", "name: hosts-g1-1-nic, on: [delete]"],
])("on its day, interrupted when %s", async (what, death) => {
  if (what === "its agent goes") itsDayComes();
  const { code } = await up(death);
  expect(code).not.toBe(0);
  expect(takesUsers()).toMatchObject({ "02001": true });
});

test("the next up finishes it: the old hosts are gone with their records, all else is there", async () => {
  await upToTheEnd();
  expect(takesUsers()).toEqual({ "02001": true });
  const after = tree.azureIds();
  const otherwise = (ids: readonly string[]) =>
    ids.filter((id) => !/g[12]-1|0[12]001|register-g/.test(id));
  expect(otherwise(after)).toEqual(otherwise(before));
  expect(after).toHaveLength(before.length);
  const { code } = await tree.run(["up", "petit", "--embedded", "--expect-no-changes"]);
  expect(code).toBe(0);
});
