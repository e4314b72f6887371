import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Terminal } from "../../infra/cli/terminal";
import { WorkTree } from "../support/work-tree";
import { type Command, measure } from "./measure";
import { report } from "./report";

/** The bills of a thousand firms from their files, in one command. */
export async function benchFirms(terminal: Terminal): Promise<void> {
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
  try {
    // The first run transpiles the copy.
    await measure(pricing(firms.slice(0, 1)));
    const half = await measure(pricing(firms.slice(0, count / 2)));
    const whole = await measure(pricing(firms));
    report(terminal, pricing(firms).label, [whole]);
    terminal.print(
      `  ${(whole.seconds / half.seconds).toFixed(2)} × the time of half as many firms`,
    );
  } finally {
    tree.remove();
  }
}

/** Adds that many firms to a work tree: the sample firm with other people, networks and subscriptions. Gives their keys. */
export function addFirms(tree: WorkTree, count: number): readonly string[] {
  const sample = readFileSync(join(tree.folder, "infra/firms/dupont.yaml"), "utf8");
  return Array.from({ length: count }, (_, index) => {
    const key = `firm${index}`;
    tree.write(`infra/firms/${key}.yaml`, firmText(sample, index));
    return key;
  });
}

function firmText(sample: string, index: number): string {
  const [withoutSites = ""] = sample.split("\nsites:");
  const subscription = `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
  const network = `10.${68 + Math.floor(index / 128)}.${(index % 128) * 2}.0/23`;
  return withoutSites
    .replace(/^subscription: .*$/m, `subscription: ${subscription}`)
    .replace(/^network: .*$/m, `network: ${network}`)
    .replace(/^( {2}staff:) \d+/m, `$1 ${1 + (index % 60)}`)
    .replace(/^budget: .*$/m, "");
}
