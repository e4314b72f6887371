import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { azureTarget } from "../../infra/engine/azure-target";
import { engineEnvironment, prepareProject } from "../../infra/engine/environment";
import { ensureEngine } from "../../infra/engine/find-engine";
import { openInputs } from "../../infra/cli/inputs";
import { Terminal } from "../../infra/cli/terminal";
import { recordStack } from "../../infra/stacks/program";
import { compare, measure, median, type Command, type Run } from "./measure";
import { WorkTree } from "../support/work-tree";
import { addFirms } from "./many-firms";

// Ratios of one run on one machine: `npm run bench`. Absolute figures are for orientation only.

const root = resolve(__dirname, "../..");
const terminal = new Terminal();
const rounds = Number(process.env["BENCH_ROUNDS"] ?? 3);

/** An embedded Azure of its own: nothing of the user's is touched. */
const home = mkdtempSync(join(tmpdir(), "cabinet-bench-"));
process.env["CABINET_HOME"] = home;

async function main(): Promise<void> {
  const inputs = openInputs();
  const target = azureTarget("embedded");
  const engine = await ensureEngine(terminal);
  prepareProject(target, engine);
  const cabinet = (label: string, ...args: string[]): Command => ({
    label,
    file: process.execPath,
    args: [join(root, "infra/cli/launch.js"), ...args, "--embedded"],
    cwd: root,
    env: process.env,
  });
  terminal.step("deploying what is measured");
  await measure(cabinet("cabinet up", "up", "prod", "dupont"));

  const plain: Command = {
    label: "pulumi preview, default settings",
    file: join(target.bin, "pulumi"),
    args: ["preview", "-s", "prod.dupont"],
    cwd: root,
    env: engineEnvironment(target, inputs.platform("prod")),
  };
  terminal.step(`previewing in turn, ${rounds} rounds`);
  const fast = cabinet("cabinet preview", "preview", "dupont");
  const { a, b } = await compare(plain, fast, rounds);
  report(plain.label, a);
  report(fast.label, b);
  const ratio = (of: (run: Run) => number) => (median(a.map(of)) / median(b.map(of))).toFixed(2);
  terminal.print(
    `  ratio: ${ratio((run) => run.seconds)} × the time, ${ratio((run) => run.peakMiB)} × the memory`,
  );

  const costing = cabinet(
    "cabinet cost --against HEAD",
    "cost",
    "dupont",
    "--against",
    "HEAD",
    "--set",
    "people.staff=15",
  );
  await measure(costing);
  const priced: Run[] = [];
  for (let round = 0; round < rounds; round += 1) priced.push(await measure(costing));
  report(costing.label, priced);
  const timeOf = (runs: readonly Run[]) => median(runs.map((run) => run.seconds));
  terminal.print(`  ${(timeOf(priced) / timeOf(a)).toFixed(2)} of the time of a pulumi preview`);

  const stack = inputs.resolve("dupont", "prod");
  await recordStack(stack, inputs.of(stack));
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const began = process.hrtime.bigint();
    await recordStack(stack, inputs.of(stack));
    times.push(Number(process.hrtime.bigint() - began) / 1e9);
  }
  const recording = median(times);
  terminal.print(
    `recording the firm in process: ${recording.toFixed(3)} s, ` +
      `${(median(b.map(({ seconds }) => seconds)) / recording).toFixed(1)} × faster than its preview`,
  );

  const count = Number(process.env["BENCH_FIRMS"] ?? 1000);
  terminal.step(`pricing ${count} firms`);
  const tree = new WorkTree();
  const { folder } = tree;
  const firms = addFirms(tree, count);
  const pricing = (some: readonly string[]): Command => ({
    label: `cabinet cost, ${some.length} firms`,
    file: process.execPath,
    args: [
      join(folder, "infra/cli/run-ts.js"),
      join(folder, "infra/cli/main.ts"),
      "cost",
      ...some,
      "--json",
    ],
    cwd: folder,
    env: process.env,
  });
  // The first run transpiles the copy.
  await measure(pricing(firms.slice(0, 1)));
  const half = await measure(pricing(firms.slice(0, count / 2)));
  const whole = await measure(pricing(firms));
  report(pricing(firms).label, [whole]);
  terminal.print(`  ${(whole.seconds / half.seconds).toFixed(2)} × the time of half as many firms`);
  tree.remove();
}

function report(label: string, runs: readonly Run[]): void {
  const seconds = median(runs.map((run) => run.seconds)).toFixed(2);
  const peak = median(runs.map((run) => run.peakMiB)).toFixed(0);
  terminal.print(
    `${label.padEnd(34)} ${seconds.padStart(6)} s  ${peak.padStart(5)} MiB in all processes`,
  );
}

void main()
  .then(
    () => 0,
    (error: unknown) => {
      terminal.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return 1;
    },
  )
  .then((code) => {
    rmSync(home, { recursive: true, force: true });
    process.exit(code);
  });
