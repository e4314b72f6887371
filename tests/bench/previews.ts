import { join } from "node:path";
import { openInputs } from "../../infra/cli/inputs";
import type { Terminal } from "../../infra/cli/terminal";
import { azureTarget, repositoryRoot } from "../../infra/engine/azure-target";
import { engineEnvironment, prepareProject } from "../../infra/engine/environment";
import { ensureEngine } from "../../infra/engine/find-engine";
import { recordStack } from "../../infra/stacks/program";
import { compare, type Command, measure, median, type Run } from "./measure";
import { medianSeconds, report, secondsSince } from "./report";

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 3);

/** The sample firm by plain Pulumi, by cabinet, priced without an engine, and recorded in process. */
export async function benchPreviews(terminal: Terminal): Promise<void> {
  const inputs = openInputs();
  const target = azureTarget("embedded");
  const engine = await ensureEngine(terminal);
  prepareProject(target, engine);
  terminal.step("deploying what is measured");
  await measure(cabinet("cabinet up", "up", "prod", "dupont"));

  const plain: Command = {
    label: "pulumi preview, default settings",
    file: join(target.bin, "pulumi"),
    args: ["preview", "-s", "prod.dupont"],
    cwd: repositoryRoot,
    env: engineEnvironment(target, inputs.platform("prod")),
  };
  terminal.step(`previewing in turn, ${rounds} rounds`);
  const fast = cabinet("cabinet preview", "preview", "dupont");
  const { a, b } = await compare(plain, fast, rounds);
  report(terminal, plain.label, a);
  report(terminal, fast.label, b);
  const ratio = (of: (run: Run) => number) => (median(a.map(of)) / median(b.map(of))).toFixed(2);
  terminal.print(
    `  ratio: ${ratio((run) => run.seconds)} × the time, ${ratio((run) => run.peakMiB)} × the memory`,
  );

  const change = ["--against", "HEAD", "--set", "people.staff=15"];
  const costing = cabinet("cabinet cost --against HEAD", "cost", "dupont", ...change);
  await measure(costing);
  const priced: Run[] = [];
  for (let round = 0; round < rounds; round += 1) priced.push(await measure(costing));
  report(terminal, costing.label, priced);
  const part = medianSeconds(priced) / medianSeconds(a);
  terminal.print(`  ${part.toFixed(2)} of the time of a pulumi preview`);

  const stack = inputs.resolve("dupont", "prod");
  await recordStack(stack, inputs.of(stack));
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const began = process.hrtime.bigint();
    await recordStack(stack, inputs.of(stack));
    times.push(secondsSince(began));
  }
  const recording = median(times);
  terminal.print(
    `recording the firm in process: ${recording.toFixed(3)} s, ` +
      `${(medianSeconds(b) / recording).toFixed(1)} × faster than its preview`,
  );
}

function cabinet(label: string, ...args: string[]): Command {
  return {
    label,
    file: process.execPath,
    args: [join(repositoryRoot, "infra/cli/launch.js"), ...args, "--embedded"],
    cwd: repositoryRoot,
    env: process.env,
  };
}
