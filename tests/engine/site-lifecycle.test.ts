import { WorkTree, type OperationDocument } from "../support/work-tree";

// Offices of one firm on the real engine and the embedded Azure, both profiles, with tunnel and without; each step
// builds on the one before.
jest.setTimeout(240_000);

const tree = new WorkTree();
afterAll(() => tree.remove());

const subscription = "/subscriptions/6f1d2c3b-0000-4000-8000-000000000002";
const machineId = (site: string, name: string) =>
  `${subscription}/resourceGroups/rg-prod-petit-${site}-arc/providers/Microsoft.HybridCompute/machines/${name}`;

const link = "link: { kind: vpn, address: 203.0.113.10, generation: 1 }";

const petit = (meylan: string, voiron: string) =>
  [
    "name: Cabinet Petit",
    "subscription: 6f1d2c3b-0000-4000-8000-000000000002",
    "network: 10.64.10.0/24",
    "people: { supervisor: paul.petit@cabinet-petit.example, staff: 5 }",
    "landing: { transport: none }",
    "stage: verified",
    "sites:",
    `  meylan: { lan: 192.168.40.0/24, ${meylan} }`,
    `  voiron: { lan: 192.168.41.0/24, profile: slimSingle, ${voiron} }`,
    "",
  ].join("\n");

function write(meylan: string, voiron = "arc: {}"): void {
  tree.write("infra/firms/petit.yaml", petit(meylan, voiron));
}

async function up(...stacks: readonly string[]): Promise<OperationDocument> {
  const document = await tree.json(["up", ...stacks, "--embedded"]);
  for (const stack of document.stacks)
    if (stack.outcome !== "done") throw new Error(JSON.stringify(stack));
  return document;
}

/** Names of what was made, changed or removed, and how. */
function changesOf({ stacks }: OperationDocument): readonly string[] {
  return stacks.flatMap(({ changes = [] }) => changes.map(({ op, name }) => `${op} ${name}`));
}

const ids = (part: string) => tree.azureIds().filter((id) => id.includes(part));

const both = ["prod.petit.meylan", "prod.petit.voiron"] as const;

test("rejects an office before its firm, and says what to deploy first", async () => {
  write("arc: {}");
  await up("prod");
  const { code, stderr } = await tree.run(["up", "prod.petit.meylan", "--embedded"]);
  expect(code).toBe(6);
  expect(stderr).toContain("cabinet up prod.petit");
});

test("both profiles come up, each with an empty group for its machines", async () => {
  await up("petit", ...both);
  expect(ids("-arc").map((id) => id.split("/").at(-1))).toEqual([
    "rg-prod-petit-meylan-arc",
    "rg-prod-petit-voiron-arc",
  ]);
});

test("machines that were onboarded are told what to be, by hash, and none is made or changed", async () => {
  const controller = machineId("meylan", "MEYLAN-DC1");
  const print = machineId("meylan", "MEYLAN-PR1");
  const server = machineId("voiron", "VOIRON-SRV1");
  for (const id of [controller, print, server])
    expect((await tree.run(["azure", "onboard", id, "--embedded"])).code).toBe(0);
  write(
    `arc: { readableUntil: 2028-06-30, machines: { controller: ${controller}, print: ${print} } }`,
    `arc: { readableUntil: 2028-06-30, machines: { server: ${server} } }`,
  );
  const changes = changesOf(await up(...both));
  expect(changes).toContain("create controller-configuration");
  expect(changes.every((change) => change.startsWith("create "))).toBe(true);
  const { stdout } = await tree.run([
    "azure",
    "show",
    `${print}/providers/Microsoft.GuestConfiguration/guestConfigurationAssignments/SlimServer_petit_meylan_print`,
    "--embedded",
  ]);
  expect(JSON.parse(stdout)).toMatchObject({
    properties: {
      guestConfiguration: {
        assignmentType: "ApplyAndMonitor",
        contentHash: expect.stringMatching(/^[0-9A-F]{64}$/),
      },
    },
  });
  expect(stdout).not.toContain("sig=");
});

test("a second up changes nothing", async () => {
  const { code } = await tree.run(["up", ...both, "--embedded", "--expect-no-changes"]);
  expect(code).toBe(0);
});

test("a tunnel and a second controller come with the hub's gateway, a new secret with a new number, and all go again", async () => {
  tree.edit("Pulumi.prod.yaml", (text) => text.replace("vpnGateway: none", "vpnGateway: VpnGw1AZ"));
  write(`${link}, secondController: azure`);
  await up("prod", "petit", "prod.petit.meylan");
  for (const type of ["localNetworkGateways", "connections", "forwardingRules"])
    expect(ids(`/${type}/`)).toHaveLength(1);
  expect(ids("virtualMachines/MEYLAN-DC2").length).toBeGreaterThan(0);

  write(`${link.replace("generation: 1", "generation: 2")}, secondController: azure`);
  expect(changesOf(await up("prod.petit.meylan")).toSorted()).toEqual(
    expect.arrayContaining(["update link-kept", "update link-tunnel"]),
  );

  write("arc: agentless");
  await up("prod.petit.meylan");
  expect(ids("/localNetworkGateways/")).toEqual([]);
  expect(ids("virtualMachines/MEYLAN-DC2")).toEqual([]);
  // Its copies stay in the firm's vault, which is locked and immutable, until their time.
  expect(ids(";MEYLAN-DC2").length).toBeGreaterThan(0);
});

test("offices go before their firm, their machines' groups with them, and the firm stays as it is", async () => {
  const { code } = await tree.run(["destroy", "petit", "--embedded"]);
  expect(code).toBe(10);
  // What the firm's vault keeps of a second controller is the firm's by then.
  const ofOffices = (id: string) => /petit-(meylan|voiron)/.test(id) && !/\/vaults\/rsv-/.test(id);
  const rest = tree.azureIds().filter((id) => !ofOffices(id));
  const document = await tree.json(["destroy", ...both, "--embedded"]);
  expect(document.stacks.map(({ outcome }) => outcome)).toEqual(["done", "done"]);
  expect(tree.azureIds().filter(ofOffices)).toEqual([]);
  // The rest is the firm's: names of accounts have no room for an office's.
  expect(rest.filter((id) => /virtualNetworks|vaults/.test(id))).toEqual(
    tree.azureIds().filter((id) => /virtualNetworks|vaults/.test(id)),
  );
});
