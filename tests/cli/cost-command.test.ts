import { runCost, type CostOptions } from "../../infra/cli/cost-command";
import { Terminal } from "../../infra/cli/terminal";

// The first test loads Pulumi.
jest.setTimeout(60_000);

const run = (names: readonly string[], options: Partial<CostOptions>) =>
  runCost(names, { environment: "prod", ...options }, new Terminal(), 20_000);

test.each<[string, readonly string[], Partial<CostOptions>, string]>([
  ["no stack at all", [], {}, "nothing to price"],
  ["a revision git does not know", ["dupont"], { against: "nothing" }, 'no revision "nothing"'],
  ["a revision of two lines", ["dupont"], { against: "HEAD\nHEAD" }, "no revision"],
  [
    "a file that is not there",
    ["dupont"],
    { against: "absent.json" },
    "absent.json cannot be read",
  ],
  ["a limit without a comparison", ["dupont"], { maxIncrease: "5%" }, "nothing to compare with"],
  ["a limit that is no percentage", ["dupont"], { maxIncrease: "much" }, "is no percentage"],
  ["an unknown language", ["dupont"], { lang: "de" }, "--lang de"],
  ["a stack beside a file of resources", ["dupont"], { resources: "x.json" }, "neither stacks"],
  [
    "a file compared with a revision",
    [],
    { resources: "package.json", against: "HEAD" },
    "package.json",
  ],
  ["a usage file that is none", ["dupont"], { usage: "package.json" }, "package.json:2:3"],
  ["a prices file that is none", ["dupont"], { prices: "package.json" }, "package.json:2:3"],
  ["an office that is none", ["dupont"], { onPremise: "package.json" }, "package.json:2:3"],
])("rejects %s, with what was met", async (_, names, options, text) => {
  await expect(run(names, options)).rejects.toMatchObject({
    kind: "input",
    message: expect.stringContaining(text),
  });
});
