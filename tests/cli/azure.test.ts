import { WorkTree } from "../support/work-tree";

// The embedded Azure looked into and changed by hand, through the command line.
jest.setTimeout(180_000);

const tree = new WorkTree();
afterAll(() => tree.remove());

const azure = (...args: string[]) => tree.run(["azure", ...args, "--embedded"]);

async function document(...args: string[]): Promise<Record<string, unknown>> {
  const { stdout, stderr } = await azure(...args, "--json");
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, unknown>;
}

test("rejects looking into no Azure, and into one that is not there yet", async () => {
  const unsaid = await tree.run(["azure", "ls"]);
  expect([unsaid.code, unsaid.stderr]).toEqual([2, expect.stringContaining("say --embedded")]);
  const none = await azure("ls");
  expect([none.code, none.stderr]).toEqual([6, expect.stringContaining("no embedded Azure yet")]);
});

test("lists what a deployment made, and shows one resource as ARM answers it", async () => {
  const [stack] = (await tree.json(["up", "prod", "--embedded"])).stacks;
  expect(stack).toMatchObject({ outcome: "done" });
  const { found } = await document("ls", "--type", "Microsoft.Network/virtualNetworks");
  expect(found).toContainEqual(
    expect.objectContaining({ type: "Microsoft.Network/virtualNetworks" }),
  );
  const { stdout } = await azure("ls", "--type", "virtualNetworks");
  expect(stdout).toMatch(/^Microsoft\.Network\/virtualNetworks  \S+  \S+ in [0-9a-f-]{36}$/m);
  const [{ id = "" } = {}] = found as { id?: string }[];
  expect(await document("show", id)).toMatchObject({
    id,
    location: "francecentral",
    properties: { addressSpace: { addressPrefixes: ["10.60.0.0/22"] } },
  });
});

test("a refresh finds what was changed by hand, and an up mends it", async () => {
  const { found } = await document("ls", "--type", "Microsoft.OperationalInsights/workspaces");
  const [{ id = "" } = {}] = found as { id?: string }[];
  const changed = await azure("set", id, "retentionInDays=30");
  expect([changed.code, changed.stderr]).toEqual([
    0,
    expect.stringContaining("retentionInDays=30"),
  ]);
  const refreshed = await tree.json(["refresh", "prod", "--embedded"]);
  expect(refreshed.stacks[0]?.changes).toContainEqual(
    expect.objectContaining({
      type: "azure-native:operationalinsights:Workspace",
      properties: expect.arrayContaining([expect.objectContaining({ path: "retentionInDays" })]),
    }),
  );
  await tree.json(["up", "prod", "--embedded"]);
  expect(await document("show", id)).toMatchObject({ properties: { retentionInDays: 180 } });
});

test("what was taken away by hand is made again", async () => {
  const { found } = await document("ls", "--type", "privateDnsZones/virtualNetworkLinks");
  const [{ id = "" } = {}] = found as { id?: string }[];
  expect(await document("rm", id)).toEqual({ format: "cabinet/azure-removed@1", id, along: [] });
  await tree.json(["refresh", "prod", "--embedded"]);
  await tree.json(["up", "prod", "--embedded"]);
  expect(await document("show", id)).toMatchObject({ id });
});

test("rejects what Azure refuses, and tells it among the events", async () => {
  const { found } = await document("ls", "--type", "Microsoft.Network/virtualNetworks");
  const [{ id = "" } = {}] = found as { id?: string }[];
  const { code, stderr } = await azure("set", id, "location=westeurope");
  expect([code, stderr]).toEqual([1, expect.stringContaining("RequestDisallowedByPolicy")]);
  const { events } = await document("events", "--failed", "--last", "1");
  expect(events).toEqual([
    expect.objectContaining({
      operation: "update",
      id,
      outcome: expect.stringContaining("RequestDisallowedByPolicy"),
    }),
  ]);
  const { stdout } = await azure("events", "--operation", "create", "--last", "2");
  expect(stdout.trim().split("\n")).toHaveLength(2);
});

test.each([
  [["set", "x", "tags.owner"], "say path=value"],
  [["show", "nobody"], "id or the name nobody"],
  [["events", "--last", "few"], "no number of events"],
])("rejects azure %s", async (args, reason) => {
  const { code, stderr } = await azure(...args);
  expect([code, stderr]).toEqual([2, expect.stringContaining(reason)]);
});
