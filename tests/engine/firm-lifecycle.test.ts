import { DatabaseSync } from "node:sqlite";
import { WorkTree, type OperationDocument } from "../support/work-tree";

// One firm's life on the real engine and the embedded Azure; each step builds on the one before.
jest.setTimeout(180_000);

const tree = new WorkTree();
afterAll(() => tree.remove());

function onlyStack({ stacks }: OperationDocument) {
  const [stack] = stacks;
  if (stack === undefined || stacks.length !== 1) throw new Error("expected one stack");
  if (stack.outcome !== "done") throw new Error(JSON.stringify(stack));
  return stack;
}

function changesOf(document: OperationDocument): string[] {
  return (onlyStack(document).changes ?? []).map(
    ({ op, name, properties }) =>
      `${op} ${name}${properties.length > 0 ? `: ${properties.map(({ path }) => path).join(", ")}` : ""}`,
  );
}

test("rejects a firm before its platform, and says what to deploy first", async () => {
  const { code, stderr } = await tree.run(["up", "dupont", "--embedded"]);
  expect(code).toBe(6);
  expect(stderr).toContain("cabinet up prod");
  expect(stderr).not.toMatch(/^\s+at /m);
});

test("the platform comes up before its firm, whatever the order they are named in", async () => {
  const document = await tree.json(["up", "dupont", "prod", "--embedded"]);
  expect(document.azure).toBe("embedded");
  expect(document.stacks.map(({ stack, outcome }) => `${stack} ${outcome}`)).toEqual([
    "prod done",
    "prod.dupont done",
  ]);
  expect(tree.azureIds().length).toBeGreaterThan(80);
});

const set = (change: string) => tree.run(["azure", "configure", change, "--embedded"]);

test("a second up changes nothing, on either, though a restore was rehearsed meanwhile", async () => {
  // By then there are copies, which nobody deletes as long as the firm stays.
  await set("clock=+2d");
  const rehearsed = ["azure", "rehearse", "caj-prod-dupont-rehearsal", "--embedded"];
  expect((await tree.run(rehearsed)).code).toBe(0);
  const { code } = await tree.run(["up", "prod", "dupont", "--embedded", "--expect-no-changes"]);
  expect(code).toBe(0);
});

test("a larger share is an update of that share, of what watches its size, and of what restores it for practice", async () => {
  tree.edit("infra/firms/dupont.yaml", (text) =>
    text.replace("dossiers: 400 GiB", "dossiers: 500 GiB"),
  );
  const previewed = await tree.json(["preview", "dupont", "--embedded"]);
  // A12: the last rehearsal's result, read when the program runs.
  expect(onlyStack(previewed).outputs?.["rehearsal"]).toMatchObject({
    verdict: "same",
    differences: 0,
    fr: expect.stringMatching(/copie du .* restaurée, \d+ fichiers comparés, tous identiques/),
  });
  expect(changesOf(previewed).toSorted()).toEqual([
    "update alerts-dossiers-free15: criteria.allOf[0].threshold, description",
    "update alerts-dossiers-free5: criteria.allOf[0].threshold, description",
    "update console-workbook: serializedData",
    "update dossiers-share: shareQuota",
    "update rehearsal-job: template.containers[0].env[6].value",
  ]);
  const elsewhere = ["--set", "network=10.64.0.0/23", "--expect-no-changes"];
  const refused = await tree.run(["preview", "dupont", "--embedded", ...elsewhere]);
  expect(refused.code).toBe(7);
  // What Azure will not have of a change is said by the preview of that change.
  expect(refused.stderr).toContain(
    'network-sessions: Azure will refuse this change: Status=400 Code="InUsePrefixCannotBeDeleted"',
  );
  const updated = await tree.json(["up", "dupont", "--embedded"]);
  expect(onlyStack(updated).counts).toMatchObject({ update: 5 });
});

test("AVD-081: what was changed by hand is all that refresh sees, and up puts it right", async () => {
  const database = new DatabaseSync(tree.azureStore);
  const drifted = database
    .prepare("UPDATE resources SET body = replace(body, ?, ?) WHERE id LIKE '%/shares/dossiers'")
    .run("500", "700");
  database.close();
  expect(drifted.changes).toBe(1);
  expect(changesOf(await tree.json(["refresh", "dupont", "--embedded"]))).toEqual([
    expect.stringContaining("update dossiers-share"),
  ]);
  expect(changesOf(await tree.json(["up", "dupont", "--embedded"]))).toEqual([
    "update dossiers-share: shareQuota",
  ]);
});

test("AVD-064: rejects a resource that says no provider, which would go wherever the login points", async () => {
  const stray = 'new (require("@pulumi/azure-native/resources").ResourceGroup)("stray");';
  const stack = "infra/stacks/firm.ts";
  tree.edit(stack, (text) =>
    text.replace("const network = new", `${stray}\n  const network = new`),
  );
  const { code, stderr } = await tree.run(["preview", "dupont", "--embedded"]);
  expect(code).toBe(1);
  expect(stderr).toContain("stray: Default provider for 'azure-native' disabled");
  tree.edit(stack, (text) => text.replace(stray, ""));
});

test("rejects destroying a platform under its firm, before anything is touched", async () => {
  const before = tree.azureIds();
  const { code, stderr } = await tree.run(["destroy", "prod", "--embedded"]);
  expect(code).toBe(10);
  expect(stderr).toContain("cabinet destroy prod prod.dupont");
  expect(tree.azureIds()).toEqual(before);
});

const ofFirm = () => tree.azureIds().filter((id) => id.includes("dupont") || id.includes("dup-"));

/** Ids of what a preview says that Azure keeps. */
function announced({ outputs }: ReturnType<typeof onlyStack>): readonly string[] {
  const list: unknown = outputs?.["remains"];
  if (!Array.isArray(list)) throw new Error("the preview announces nothing");
  return list.map((one: { readonly id: string }) => one.id.toLowerCase()).toSorted();
}

test("A35: a firm that leaves ends in exactly the remains that the preview announced", async () => {
  tree.edit("infra/firms/dupont.yaml", (text) => text.replace(/^stage: \w+/m, "stage: leaving"));
  const remains = announced(onlyStack(await tree.json(["preview", "dupont", "--embedded"])));
  onlyStack(await tree.json(["up", "dupont", "--embedded"]));
  const { code, stderr } = await tree.run(["destroy", "dupont", "--embedded"]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/keeps the deleted backups of prod\.dupont until \d{4}-\d\d-\d\d/);
  expect(
    ofFirm()
      .map((id) => id.toLowerCase())
      .toSorted(),
  ).toEqual(remains);
});

test("everything goes away in time, the firm before its platform", async () => {
  await set("clock=+17d");
  const document = await tree.json(["destroy", "prod", "dupont", "--embedded"]);
  expect(document.stacks.map(({ stack, outcome }) => `${stack} ${outcome}`)).toEqual([
    "prod.dupont done",
    "prod done",
  ]);
  expect(tree.azureIds()).toEqual([expect.stringContaining("/deletedVaults/")]);
  await set("clock=+92d");
  await tree.run(["azure", "ls", "--embedded"]);
  expect(tree.azureIds()).toEqual([]);
});
