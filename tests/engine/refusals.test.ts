import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import {
  startProviders,
  storeVariable,
  type RunningProviders,
} from "../../infra/embedded-azure/start";
import { Store } from "../../infra/embedded-azure/store/store";
import { ensureEngine } from "../../infra/engine/find-engine";
import { PulumiProcess } from "../../infra/engine/pulumi-command";

// What breaks deployments on Azure, each deployed, changed, refused and mended, on the real engine: all
// of them in one stack, so that three runs of plain Pulumi show them all.
jest.setTimeout(180_000);

const root = resolve(__dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "cabinet-refusals-"));
const subscription = "6f1d2c3b-0000-4000-8000-000000000001";
const storeFile = join(folder, "azure.sqlite");

let providers: RunningProviders;
let pulumi: PulumiProcess;

const set = (name: string, value: string) => {
  const store = Store.open(storeFile);
  store.settings.set(name, value);
  store.close();
};

/** Deploys a version of tests/support/refusals-program.ts; what was refused, a line for each. */
async function up(version: "first" | "wrong" | "mended") {
  const { exitCode, stdout, stderr } = await pulumi
    .with({ REFUSALS_VERSION: version })
    .execute(["up", "--yes", "--skip-preview", "--continue-on-error", "--stack", "one"], {
      cwd: folder,
    });
  const lines = `${stdout}\n${stderr}`.split("\n");
  const refused = lines.filter((line) => line.includes("Code=") && line.includes("error: "));
  return {
    exitCode,
    refused: [...new Set(refused.map((line) => line.replace(/^.*?error: /, "")))],
  };
}

beforeAll(async () => {
  process.env[storeVariable] = storeFile;
  process.env["ARM_SUBSCRIPTION_ID"] = subscription;
  providers = await startProviders();
  set("vcpus.francecentral.standardEASv5Family", "16");
  set("limit.Microsoft.DesktopVirtualization/workspaces", "1");
  set("registration", "byHand");
  for (const name of ["Network", "Compute", "DesktopVirtualization"])
    set(`registered.Microsoft.${name}`, "yes");
  mkdirSync(join(folder, "state"));
  const runtime = "{ name: nodejs, options: { typescript: false } }";
  writeFileSync(join(folder, "Pulumi.yaml"), `name: refusals\nruntime: ${runtime}\n`);
  writeFileSync(join(folder, "package.json"), '{ "main": "index.js" }');
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const program = [
    join(root, "infra/cli/run-ts.js"),
    join(root, "tests/support/refusals-program.ts"),
  ];
  writeFileSync(
    join(folder, "index.js"),
    program.map((file) => `require(${JSON.stringify(file)});`).join("\n"),
  );
  const engine = await ensureEngine({ step() {}, done() {}, warn() {} });
  const environment = {
    ...process.env,
    PULUMI_HOME: join(folder, "home"),
    PULUMI_BACKEND_URL: `file://${join(folder, "state")}`,
    PULUMI_CONFIG_PASSPHRASE: "none",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    PULUMI_DEBUG_PROVIDERS: Object.entries(providers.ports)
      .map(([name, port]) => `${name}:${port}`)
      .join(","),
    ARM_SUBSCRIPTION_ID: subscription,
  };
  pulumi = new PulumiProcess(engine, environment);
  await pulumi.execute(["stack", "init", "one"], { cwd: folder });
});
afterAll(() => {
  providers.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("what Azure takes is deployed", async () => {
  expect(await up("first")).toEqual({ exitCode: 0, refused: [] });
});

const refusals: readonly (readonly [string, RegExp])[] = [
  ["a policy that denies a location", /"RequestDisallowedByPolicy".*Allowed locations/],
  ["too many vCPUs of a family", /standardEASv5Family Cores quota.*Additional Required: 32/],
  ["another beginning of a budget", /Start date of budgets cannot be updated/],
  ["rules on a gateway's subnet", /GatewaySubnet cannot have a networkSecurityGroup/],
  ["a gateway that is not there", /"RemoteVnetHasNoGateways"/],
  ["one more than a limit", /"QuotaExceeded".*DesktopVirtualization\/workspaces/],
  ["a provider that is not registered", /"MissingSubscriptionRegistration".*ManagedIdentity/],
];

let refused: readonly string[] = [];

test("rejects all that is wrong in one deployment, and does the rest", async () => {
  ({ refused } = await up("wrong"));
  expect(refused).toHaveLength(refusals.length);
});

test.each(refusals)("rejects %s", (_what, text) => {
  expect(refused.filter((each) => text.test(each))).toHaveLength(1);
});

test("what is mended is deployed", async () => {
  set("limit.Microsoft.DesktopVirtualization/workspaces", "2");
  set("registered.Microsoft.ManagedIdentity", "yes");
  expect(await up("mended")).toEqual({ exitCode: 0, refused: [] });
});
