import { proofOf } from "../../infra/firm/arrival";
import { WorkTree } from "../support/work-tree";

// A firm that lands, keeps archives and leaves, under a hub with all it can have, on the real engine
// and the embedded Azure; each step builds on the one before.
jest.setTimeout(240_000);

const tree = new WorkTree();
afterAll(() => tree.remove());

const switches = [
  "vpnGateway: VpnGw1AZ",
  "firewall: Premium",
  "bastion: Standard",
  "defender: { servers: P1, storage: on, keyVaults: on }",
];

const arrival = { manifest: "ab".repeat(32), files: 3, bytes: 700 };
const record = JSON.stringify({ ...arrival, proof: proofOf("petit", arrival) });

const plansIn = (subscription: string) =>
  ["KeyVaults", "StorageAccounts", "VirtualMachines"].map(
    (plan) => `/subscriptions/${subscription}/providers/Microsoft.Security/pricings/${plan}`,
  );

const petit = (stage: string) =>
  [
    "name: Cabinet Petit",
    "subscription: 6f1d2c3b-0000-4000-8000-000000000002",
    "network: 10.64.10.0/24",
    "people: { supervisor: paul.petit@cabinet-petit.example, staff: 5 }",
    "data: { redundancy: geo, archive: [comptable10, fiscal6, paie5, paieElectronique50] }",
    // For ever, once it was deployed.
    "backup: { immutability: locked }",
    `landing: { arrived: ${record} }`,
    `stage: ${stage}`,
    "",
  ].join("\n");

async function done(args: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await tree.run(args);
  if (code !== 0) throw new Error(`cabinet ${args.join(" ")}: ${code}\n${stdout}\n${stderr}`);
}

test("a hub with every switch on comes up, then a firm with a landing place and archives", async () => {
  tree.edit("Pulumi.prod.yaml", (text) =>
    [
      ...text
        .split("\n")
        .filter((line) => !/^\s*cabinet:(vpnGateway|firewall|bastion|defender):/.test(line)),
      ...switches.map((line) => `  cabinet:${line}`),
      "",
    ].join("\n"),
  );
  tree.write("infra/firms/petit.yaml", petit("landing"));
  await done(["up", "prod", "petit", "--embedded"]);
  const ids = tree.azureIds().join("\n").toLowerCase();
  for (const type of [
    "azurefirewalls",
    "bastionhosts",
    "virtualnetworkgateways",
    "dnsresolvers",
    "immutabilitypolicies",
    "diskencryptionsets",
    "maintenanceconfigurations",
    "pricings",
  ])
    expect(ids).toContain(`/${type}/`);
});

test("a second up changes nothing", async () => {
  const { code } = await tree.run(["up", "prod", "petit", "--embedded", "--expect-no-changes"]);
  expect(code).toBe(0);
});

test("A25: rejects going live while data was not verified, and touches nothing", async () => {
  const before = tree.azureIds();
  tree.write("infra/firms/petit.yaml", petit("live"));
  for (const verb of ["preview", "up"]) {
    const { code, stderr } = await tree.run([verb, "petit", "--embedded"]);
    expect(code).toBe(10);
    expect(stderr).toContain("cannot go live: its data was not verified, for its stage is landing");
    expect(stderr).not.toMatch(/^\s+at /m);
  }
  expect(tree.azureIds()).toEqual(before);
});

test("A22: rejects the stage verified while nothing proves that its files have arrived", async () => {
  const before = tree.azureIds();
  const file = petit("verified").replace(/^landing: .*$/m, "landing: {}");
  tree.write("infra/firms/petit.yaml", file);
  const { code, stderr } = await tree.run(["preview", "petit", "--embedded"]);
  expect([code, stderr]).toEqual([2, expect.stringContaining("run cabinet verify petit")]);
  expect(tree.azureIds()).toEqual(before);
});

test("A23: the landing place goes when its data is verified, with all that was in it", async () => {
  const landing = () => tree.azureIds().filter((id) => /landing/i.test(id));
  expect(landing().length).toBeGreaterThan(3);
  tree.write("infra/firms/petit.yaml", petit("verified"));
  await done(["up", "petit", "--embedded"]);
  expect(landing()).toEqual([]);
});

test("A25: once its data is verified the firm goes live, and its people get in", async () => {
  const before = tree.azureIds();
  tree.write("infra/firms/petit.yaml", petit("live"));
  await done(["up", "petit", "--embedded"]);
  const added = tree.azureIds().filter((id) => !before.includes(id));
  expect(added).toHaveLength(2);
  for (const id of added) expect(id).toMatch(/applicationGroups\/.*\/roleAssignments\//);
});

test("a firm that leaves with a locked vault ends in exactly the remains that were announced", async () => {
  await done(["azure", "configure", "clock=+2d", "--embedded"]);
  tree.write("infra/firms/petit.yaml", petit("leaving"));
  await done(["up", "petit", "--embedded"]);
  const { stacks } = await tree.json(["preview", "petit", "--embedded"]);
  const list = stacks[0]?.outputs?.["remains"] as readonly { id: string; en: string }[];
  const { code, stderr } = await tree.run(["destroy", "petit", "--embedded"]);
  expect(code).toBe(1);
  // Before anything is done, and at the end.
  for (const { en } of list) expect(stderr).toContain(en);
  expect(stderr).toMatch(
    /immutable copies: 12 months after the last copy, for the vault is locked/,
  );
  expect(stderr).toMatch(
    /vault of prod\.petit is locked for ever: Azure keeps its copies until \d{4}-/,
  );
  const ofFirm = tree.azureIds().filter((id) => /petit|pet-/.test(id));
  expect(ofFirm.map((id) => id.toLowerCase()).toSorted()).toEqual(
    list.map(({ id }) => id.toLowerCase()).toSorted(),
  );
});

test("once its copies have had their time, it and the platform after it leave nothing", async () => {
  await done(["azure", "configure", "clock=+400d", "--embedded"]);
  // Azure keeps deleted vaults and backups for a while; firm-lifecycle.test.ts waits for that.
  await done(["azure", "configure", "softDelete=gone", "--embedded"]);
  await done(["destroy", "petit", "prod", "--embedded"]);
  // Plans of Defender are in every subscription from the start; those of the firm were switched off.
  expect(tree.azureIds()).toEqual([
    ...plansIn("5e0c1b2a-0000-4000-8000-000000000001"),
    ...plansIn("6f1d2c3b-0000-4000-8000-000000000002"),
  ]);
});
