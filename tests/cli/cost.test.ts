import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { marker } from "../../infra/cli/cost-markdown";
import { WorkTree } from "../support/work-tree";

// Each command is a process of its own, as for a user.
jest.setTimeout(120_000);

const tree = new WorkTree();
const firmFile = "infra/firms/dupont.yaml";

function git(...args: readonly string[]): void {
  const who = ["-c", "user.name=test", "-c", "user.email=test@example.org"];
  execFileSync("git", [...who, ...args], { cwd: tree.folder, stdio: "ignore" });
}

beforeAll(() => {
  git("init");
  git("add", "Pulumi.prod.yaml", "infra/firms");
  git("commit", "-m", "before");
});

afterAll(() => tree.remove());

const cost = (...args: readonly string[]) => tree.run(["cost", ...args]);

async function document(...args: readonly string[]) {
  const { stdout, code } = await cost(...args, "--json");
  const { stacks } = JSON.parse(stdout) as { readonly stacks: readonly StackDocument[] };
  const [first] = stacks;
  if (first === undefined) throw new Error("no stack in the document");
  return { code, ...first };
}

interface Sum {
  readonly eur: number;
}

interface StackDocument {
  readonly monthlyEur: number;
  readonly against: string | null;
  readonly bill: { readonly total: Sum };
  readonly difference: {
    readonly total: { readonly before: Sum; readonly after: Sum; readonly change: Sum };
    readonly changes: readonly unknown[];
    readonly causes: readonly { readonly text: string }[];
  } | null;
}

test("a firm's bill in French: groups, total, person's part, assumptions, in 80 columns", async () => {
  const { code, stdout } = await cost("dupont", "--options");
  expect(code).toBe(0);
  for (const text of [
    "Sessions",
    "Stockage",
    "Total",
    "par personne (12)",
    "Hypothèses d'usage",
    "Plan d'économies",
    "Serveur allégé",
  ])
    expect(stdout).toContain(text);
  expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

test("English, where it is asked for", async () => {
  const { stdout } = await cost("dupont", "--lang", "en");
  expect(stdout).toContain("a person (12)");
  expect(stdout).toContain("Assumed use");
});

test("what if: the difference to the files as they are, by its causes", async () => {
  const { difference, against } = await document("dupont", "--set", "data.dossiers=500 GiB");
  expect(against).toBe("the files");
  expect(difference?.causes.map(({ text }) => text)).toContain(
    "Files Premium ZRS, provisioned: 500 instead of 400 GB",
  );
});

test("a firm against the revision it is at differs in nothing", async () => {
  const { difference, monthlyEur } = await document("dupont", "--against", "HEAD");
  expect(difference?.changes).toEqual([]);
  expect(difference?.total.before.eur).toBe(monthlyEur);
});

describe("after a change of the file", () => {
  const original = "dossiers: 400 GiB";
  beforeAll(() => tree.edit(firmFile, (text) => text.replace(original, "dossiers: 800 GiB")));
  afterAll(() => tree.edit(firmFile, (text) => text.replace("dossiers: 800 GiB", original)));

  test("the revision before is compared line by line", async () => {
    const { difference } = await document("dupont", "--against", "HEAD");
    const { before, after, change } = difference?.total ?? {};
    expect(difference?.changes.length).toBeGreaterThan(0);
    expect((before?.eur ?? 0) + (change?.eur ?? 0)).toBeCloseTo(after?.eur ?? 0, 9);
  });

  test("the table says why", async () => {
    const { stdout } = await cost("dupont", "--against", "HEAD");
    expect(stdout).toContain("Fichiers Premium ZRS, réservés: 800 au lieu de 400 Go: +75,56");
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  test("a limit of the increase refuses", async () => {
    const { code, stderr } = await cost("dupont", "--against", "HEAD", "--max-increase", "5%");
    expect(code).toBe(10);
    expect(stderr).toContain("at most 5 % is allowed");
  });

  test("a comment for a pull request carries its marker and folds its details", async () => {
    const { stdout } = await cost("dupont", "prod", "--against", "HEAD", "--md");
    expect(stdout.startsWith(marker)).toBe(true);
    expect(stdout).toContain("<details><summary>prod.dupont");
    expect(stdout.length).toBeLessThan(64_000);
  });
});

test("a budget below the month refuses, one just above it warns", async () => {
  const over = await cost("dupont", "--set", "budget=100 EUR");
  expect(over.code).toBe(10);
  expect(over.stderr).toContain("of its budget of 100 EUR");
  const { monthlyEur } = await document("dupont");
  const near = await cost("dupont", "--set", `budget=${Math.ceil(monthlyEur * 1.05)} EUR`);
  expect(near.code).toBe(0);
  expect(near.stderr).toContain("of its budget of");
});

test("usage and prices files say otherwise than the assumptions and the book", async () => {
  tree.write("usage.yaml", "version: 1\nresources:\n  hosts-*: { monthlyHours: 100 }\n");
  tree.write(
    "prices.yaml",
    "version: 1\nasOf: 2026-11-01\ncurrency: EUR\nprices:\n  - { meter: licence/quadra, price: 20 }\n",
  );
  const plain = await document("dupont");
  const fewer = await document("dupont", "--usage", join(tree.folder, "usage.yaml"));
  expect(fewer.monthlyEur).toBeLessThan(plain.monthlyEur);
  const priced = await document("dupont", "--prices", join(tree.folder, "prices.yaml"));
  expect(priced.monthlyEur - plain.monthlyEur).toBeCloseTo(240, 6);
});

test("a program of others: a list, with usage and prices, line by line", async () => {
  tree.write(
    "list.json",
    JSON.stringify([
      {
        type: "azure-native:network:NatGateway",
        name: "nat",
        inputs: { location: "francecentral" },
      },
      { type: "azure-native:foo:Bar", name: "bar", inputs: {} },
    ]),
  );
  tree.write("nat.yaml", "version: 1\nresources:\n  nat: { monthlyDataProcessedGb: 10 }\n");
  const { stdout } = await cost(
    "--resources",
    join(tree.folder, "list.json"),
    "--usage",
    join(tree.folder, "nat.yaml"),
    "--json",
  );
  expect(JSON.parse(stdout)).toMatchObject([
    { resource: "bar", monthlyCost: null, reason: "no family of the bill covers this type" },
    {
      resource: "nat",
      unit: "hours",
      monthlyQuantity: 730,
      unitPrice: 0.045,
      monthlyCost: 32.85,
      usageBased: false,
      confidence: "A",
    },
    { resource: "nat", unit: "GB", monthlyQuantity: 10, usageBased: true, monthlyCost: 0.45 },
  ]);
});

test("the schema of the document is a JSON Schema", async () => {
  const { stdout } = await cost("--schema");
  expect(JSON.parse(stdout)).toMatchObject({ type: "object", required: ["format", "stacks"] });
});

test("rejects a firm nobody has, with what to do", async () => {
  const { code, stderr, stdout } = await cost("dupond");
  expect(code).toBe(2);
  expect(stderr).toContain("dupont");
  expect(stdout).toBe("");
});

test("rejects a file of resources that is none", async () => {
  tree.write("wrong.json", '{ "hello": 1 }');
  const { code, stderr } = await cost("--resources", join(tree.folder, "wrong.json"));
  expect(code).toBe(2);
  expect(stderr).toContain("these are no resources");
});

test("rejects files of a revision that cannot be read, and names it", async () => {
  tree.edit(firmFile, (text) => text.replace("staff: 12", "staff: many"));
  git("commit", "-am", "wrong");
  tree.edit(firmFile, (text) => text.replace("staff: many", "staff: 12"));
  const { code, stderr } = await cost("dupont", "--against", "HEAD");
  expect(code).toBe(2);
  expect(stderr).toContain("at HEAD the files are not what this program reads");
  expect(stderr).toContain(`${firmFile}:`);
});
