import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
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
import { isRecord } from "../../infra/resources/property-values";
import { keyOf, subscription, versionIn, type Round } from "../support/refusals/behaviour";
import type { Behaviour } from "../support/refusals/behaviour";
import { behaviours } from "../support/refusals/behaviours";

// What breaks deployments on Azure, each deployed, changed, refused and mended, on the real engine: all
// of them in one stack, so that four runs of plain Pulumi show them all.
jest.setTimeout(180_000);

const root = resolve(__dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "cabinet-refusals-"));
const storeFile = join(folder, "azure.sqlite");

let providers: RunningProviders;
let pulumi: PulumiProcess;

const inStore = (work: (store: Store) => void) => {
  const store = Store.open(storeFile);
  work(store);
  store.close();
};

/** Deploys all behaviours as they are in a round; what was refused, by the key of the behaviour. */
async function up(round: Round) {
  inStore((store) => {
    for (const behaviour of behaviours) {
      const version = versionIn(round, behaviour);
      if (round === "last" && behaviour.change !== "deletion") continue;
      if (round === "changed" && behaviour.change === "deletion") continue;
      behaviour.byHand?.[version]?.(store);
    }
  });
  const log = join(folder, `${round}.log`);
  const { exitCode } = await pulumi
    .with({ REFUSALS_ROUND: round, PULUMI_DEBUG_COMMANDS: "true" })
    .execute(
      [
        "up",
        "--yes",
        "--skip-preview",
        "--continue-on-error",
        "--stack",
        "one",
        "--event-log",
        log,
      ],
      { cwd: folder, signal: AbortSignal.timeout(60_000) },
    );
  return { exitCode, refused: refusedIn(readFileSync(log, "utf8")) };
}

function refusedIn(log: string): Readonly<Record<string, readonly string[]>> {
  const refused: Record<string, string[]> = {};
  for (const line of log.split("\n").filter((each) => each !== "")) {
    const event: unknown = JSON.parse(line);
    const diagnostic = isRecord(event) ? event["diagnosticEvent"] : undefined;
    if (!isRecord(diagnostic) || diagnostic["severity"] !== "error") continue;
    const { urn, message } = diagnostic;
    if (typeof urn === "string" && urn.includes("::azure-native:"))
      (refused[keyOf(urn)] ??= []).push(String(message));
  }
  return refused;
}

beforeAll(async () => {
  process.env[storeVariable] = storeFile;
  process.env["ARM_SUBSCRIPTION_ID"] = subscription;
  providers = await startProviders();
  inStore(({ settings }) => {
    settings.set("registration", "byHand");
    for (const name of [
      "Compute",
      "DesktopVirtualization",
      "KeyVault",
      "Network",
      "RecoveryServices",
      "Storage",
    ])
      settings.set(`registered.Microsoft.${name}`, "yes");
  });
  mkdirSync(join(folder, "state"));
  const runtime =
    "{ name: nodejs, options: { typescript: false, nodeargs: --stack-trace-limit=0 } }";
  writeFileSync(join(folder, "Pulumi.yaml"), `name: refusals\nruntime: ${runtime}\n`);
  writeFileSync(join(folder, "package.json"), '{ "main": "index.js" }');
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const program = [
    join(root, "infra/cli/run-ts.js"),
    join(root, "tests/support/refusals/program.ts"),
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

const keysOf = (of: readonly Behaviour[]) => of.map(({ key }) => key).toSorted();
const deletions = behaviours.filter(({ change }) => change === "deletion");
const changes = behaviours.filter(({ change }) => change !== "deletion");
let refused: Readonly<Record<string, readonly string[]>> = {};

test("what Azure takes is deployed", async () => {
  expect(await up("first")).toEqual({ exitCode: 0, refused: {} });
});

test("rejects all changes that are wrong in one deployment, and nothing else", async () => {
  ({ refused } = await up("changed"));
  expect(Object.keys(refused).toSorted()).toEqual(keysOf(changes));
});

test("changes that are mended are deployed; rejects to delete what is left out wrongly", async () => {
  const { refused: kept } = await up("leftOut");
  expect(Object.keys(kept).toSorted()).toEqual(keysOf(deletions));
  refused = { ...refused, ...kept };
});

test.each(behaviours.map(({ what, key, refusal }) => [what, key, refusal] as const))(
  "rejects %s",
  (_what, key, refusal) => {
    expect(refused[key]).toEqual([expect.stringMatching(refusal)]);
  },
);

test("what is mended is deployed", async () => {
  expect(await up("last")).toEqual({ exitCode: 0, refused: {} });
});

test("no registration token is readable in the state", () => {
  const state = readFileSync(join(folder, "state/.pulumi/stacks/refusals/one.json"), "utf8");
  expect(state).toContain("pool-reading");
  expect(state).not.toMatch(/embedded\.[0-9a-f]{64}/);
});
