import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { WorkTree } from "../support/work-tree";

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
